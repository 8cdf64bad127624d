import type { Answer } from '../answer/answer.ts';
import { isSlash, type Command, type CommandContext } from '../command/command.ts';
import { runCommand } from '../command/runCommand.ts';
import { shownArticles } from '../command/shownArticles.ts';
import { optionsOfCommand } from '../command/subcommands.ts';
import { answerJson } from '../reply/answerJson.ts';
import { plainText } from '../reply/text/plainText.ts';
import { COMMON_FLAGS, COMMON_VALUES, type TypedOptions } from './parseArguments.ts';
import { fileOptionsOf } from './fileOptions.ts';
import { placeWords } from './placeWords.ts';
import { fail, type ExitCode, type Terminal } from './terminal.ts';
import { writeEvents } from './commands/writeEvents.ts';

interface Typed {
  readonly options: TypedOptions;
  readonly rest: readonly string[];
}

/** Runs one slash command or message menu as typed, and prints its answer. */
export async function answerOnce(
  { command, typed, json }: { readonly command: Command; readonly typed: Typed; readonly json: boolean },
  context: CommandContext,
  terminal: Terminal,
): Promise<ExitCode> {
  const answer = await answerTo(command, typed, context);
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
  if (!json) terminal.out(`${plainText(answer, { articles, color: terminal.color })}\n`);
  return answer.kind === 'nothing' ? 1 : 0;
}

async function answerTo(command: Command, typed: Typed, context: CommandContext): Promise<Answer> {
  const { definition } = command;
  const placed = placeWords(command, typed.rest, typed.options);
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

function withNearest(message: string, nearest: readonly string[]): string {
  const missing = nearest.filter((value) => !message.includes(value));
  return missing.length === 0 ? message : `${message} Try: ${missing.map((value) => `"${value}"`).join(', ')}.`;
}
