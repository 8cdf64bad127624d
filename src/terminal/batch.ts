import { z } from 'zod';
import { answerSchema } from '../answer/answer.ts';
import type { CommandContext } from '../command/command.ts';
import { runCommand } from '../command/runCommand.ts';
import { withRules } from '../reply/answerJson.ts';
import { readLines } from './readLines.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { firstLineOf } from '../runtime/messageOf.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** The longest line that is read, in bytes; longer ones are answered with an error. */
export const LINE_MAX_BYTES = 1_000_000;

const idSchema = z.union([z.string(), z.number()]).nullable();
const lineSchema = z.object({
  id: idSchema.optional(),
  command: z.string('"command" must be a text'),
  options: z.record(z.string(), z.unknown(), '"options" must be an object').nullish(),
});

/**
 * Answers JSON objects, one per line: each `{"id", "command", "options"}` gets `{"id", "answer"}`, in the same order. A
 * bad line gets `{"id", "error"}`, with a null id if it cannot be read, and the rest continues. Blank lines are
 * skipped. `contextNow` is called for each line, so that a reloaded corpus answers the next one.
 */
export async function batch(
  input: AsyncIterable<Uint8Array | string>,
  contextNow: () => Promise<CommandContext>,
  terminal: Terminal,
): Promise<ExitCode> {
  let first = true;
  for await (const line of readLines(input, LINE_MAX_BYTES)) {
    const text = first ? line?.replace(/^\uFEFF/u, '') : line;
    first = false;
    if (text?.trim() !== '') terminal.out(`${JSON.stringify(await answerLine(text, contextNow))}\n`);
  }
  return 0;
}

async function answerLine(line: string | undefined, contextNow: () => Promise<CommandContext>): Promise<object> {
  if (line === undefined)
    return { id: null, error: `The line is longer than ${LINE_MAX_BYTES.toLocaleString('en')} bytes.` };
  const value = parseJson(line);
  if (value === undefined) return { id: null, error: 'The line is not JSON.' };
  const id = z.object({ id: idSchema }).safeParse(value).data?.id ?? null;
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const { path, message } = entryAt(parsed.error.issues, 0);
    return { id, error: path.length === 0 ? NOT_A_REQUEST : path[0] === 'id' ? BAD_ID : `${message}.` };
  }
  const { command, options } = parsed.data;
  try {
    return { id, answer: withRules(answerSchema.parse(await runCommand(command, options ?? {}, await contextNow()))) };
  } catch (error) {
    const reason = firstLineOf(error);
    return { id, error: `The command failed: ${reason}` };
  }
}

const NOT_A_REQUEST = 'The line must be an object {"id", "command", "options"}.';
const BAD_ID = '"id" must be a text or a number.';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
