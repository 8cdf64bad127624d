import type { Readable } from 'node:stream';
import type { Answer } from '../answer/answer.ts';
import { standingOf } from '../answer/verify/standing.ts';
import { isSlash, type Command, type CommandContext } from '../command/command.ts';
import { invalid } from '../command/checkOptions.ts';
import { runCommand } from '../command/runCommand.ts';
import { shownArticles } from '../command/shownArticles.ts';
import { optionsOfCommand, subcommandsOf } from '../command/subcommands.ts';
import { answerJson } from '../reply/answerJson.ts';
import { plainText } from '../reply/text/plainText.ts';
import { COMMON_FLAGS, COMMON_VALUES, type TypedOptions } from './parseArguments.ts';
import { fileOptionsOf } from './fileOptions.ts';
import { INPUT_SIGN, textOfInput } from './textOfInput.ts';
import { placeWords } from './placeWords.ts';
import { fail, type ExitCode, type Terminal } from './terminal.ts';
import { wrapText } from './wrapText.ts';
import { writeEvents } from './commands/writeEvents.ts';

interface Typed {
  readonly options: TypedOptions;
  readonly rest: readonly string[];
}

interface AnswerCall {
  readonly command: Command;
  readonly typed: Typed;
  readonly json: boolean;
  /** Read if the command's text is "-". */
  readonly input: Readable;
}

/** Runs one slash command or message menu as typed, and prints its answer. */
export async function answerOnce(
  { command, typed, json, input }: AnswerCall,
  context: CommandContext,
  terminal: Terminal,
): Promise<ExitCode> {
  const answer = await answerTo({ command, typed, input }, context);
  const written =
    answer.kind === 'events'
      ? await writeEvents(answer, { options: typed.options, json, context, terminal })
      : undefined;
  if (written !== undefined) return written;
  return writeAnswer(answer, { json, articles: await shownArticles(answer, context), terminal });
}

/**
 * Prints an answer as text, or with `json` as one JSON object. An `invalid` one also goes to standard error. Returns
 * the exit code.
 */
export function writeAnswer(
  answer: Answer,
  {
    json,
    articles,
    terminal,
  }: { readonly json: boolean; readonly articles: CommandContext['library']['articles']; readonly terminal: Terminal },
): ExitCode {
  if (json) terminal.out(`${answerJson(answer)}\n`);
  if (answer.kind === 'invalid') return fail(terminal, withNearest(answer.message, answer.nearest));
  if (!json) {
    const text = plainText(answer, { articles, color: terminal.color });
    // What a citation style prescribes is copied as it is.
    terminal.out(`${answer.kind === 'citation' ? text : wrapText(text, terminal.width)}\n`);
  }
  return answer.kind === 'nothing' || (answer.kind === 'verdict' && standingOf(answer) !== 'holds') ? 1 : 0;
}

async function answerTo({ command, typed, input }: Omit<AnswerCall, 'json'>, context: CommandContext): Promise<Answer> {
  const { definition } = command;
  const words = await withInput(typed.rest, {
    at: isSlash(definition) && subcommandsOf(definition).size > 0 ? 1 : 0,
    input,
  });
  if ('kind' in words) return words;
  const placed = placeWords(command, words, typed.options);
  if (placed.kind === 'invalid') return placed;
  const form = isSlash(definition) ? optionsOfCommand(definition, placed.options['subcommand']) : undefined;
  const own = form && 'options' in form ? form.options.map(({ name }) => name) : [];
  const files = fileOptionsOf(definition.name).map(({ name }) => name);
  const isOurs = (name: string): boolean => COMMON_FLAGS.has(name) || COMMON_VALUES.has(name) || files.includes(name);
  const options = Object.fromEntries(
    Object.entries(placed.options).filter(([name]) => own.includes(name) || !isOurs(name)),
  );
  return runCommand(definition.name, options, context);
}

/** Puts standard input in the place of "-", if that is all there is, behind a subcommand where the command has some. */
async function withInput(
  words: readonly string[],
  { at, input }: { readonly at: number; readonly input: Readable },
): Promise<readonly string[] | Answer> {
  if (words.length !== at + 1 || words[at] !== INPUT_SIGN) return words;
  const read = await textOfInput(input);
  return read.kind === 'text' ? [...words.slice(0, at), read.text.trim()] : invalid('words', read.message);
}

function withNearest(message: string, nearest: readonly string[]): string {
  const missing = nearest.filter((value) => !message.includes(value));
  return missing.length === 0 ? message : `${message} Try: ${missing.map((value) => `"${value}"`).join(', ')}.`;
}
