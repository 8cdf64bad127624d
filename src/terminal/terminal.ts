import type { Answer } from '../answer/answer.ts';
import type { CommandContext } from '../command/context.ts';
import { findCommand, runCommand } from '../command/runCommand.ts';
import { plainText } from '../reply/text.ts';
import { usage } from './help.ts';
import { flagsOf, parseArguments, placeWords } from './parseArguments.ts';

/** Where the terminal writes, and how wide and in colour it may. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly color: boolean;
}

/** 0 for an answer, 1 where there is nothing to answer with, 2 for wrong usage or bad input. */
export type ExitCode = 0 | 1 | 2;

/** Runs one slash command or message menu as it was typed, and writes its answer. */
export async function answerOnce(
  { command: name, words }: { readonly command: string; readonly words: readonly string[] },
  context: CommandContext,
  terminal: Terminal,
): Promise<ExitCode> {
  const found = findCommand(name, context.commands);
  if (!found) return write(await runCommand(name, {}, context), { context, terminal, json: false });
  const { command } = found;
  const parsed = parseArguments(
    words,
    flagsOf(
      command,
      words.find((word) => !word.startsWith('-')),
    ),
  );
  if (parsed.kind === 'invalid') return fail(terminal, parsed.message);
  const {
    json = false,
    help = false,
    corpus: _,
    guild: __,
    channel: ___,
    ...options
  } = { ...placeWords(command, parsed.rest), ...parsed.options };
  if (help !== false) {
    terminal.out(usage(command));
    return 0;
  }
  return write(await runCommand(command.definition.name, options, context), {
    context,
    terminal,
    json: json !== false,
  });
}

/** Tells how the program ends after an answer. */
export function exitCodeOf({ kind }: Answer): ExitCode {
  if (kind === 'nothing') return 1;
  return kind === 'invalid' ? 2 : 0;
}

/** Writes one sentence on standard error. */
export function fail(terminal: Terminal, message: string): ExitCode {
  terminal.error(`${message}\n`);
  return 2;
}

function write(
  answer: Answer,
  { context, terminal, json }: { context: CommandContext; terminal: Terminal; json: boolean },
): ExitCode {
  if (json) terminal.out(`${JSON.stringify(answer)}\n`);
  if (answer.kind === 'invalid') return fail(terminal, withNearest(answer.message, answer.nearest));
  if (!json) terminal.out(`${plainText(answer, { articles: context.library.articles, color: terminal.color })}\n`);
  return exitCodeOf(answer);
}

function withNearest(message: string, nearest: readonly string[]): string {
  const missing = nearest.filter((value) => !message.includes(value));
  return missing.length === 0 ? message : `${message} Nearest: ${missing.join(', ')}.`;
}
