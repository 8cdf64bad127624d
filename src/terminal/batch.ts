import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { answerSchema } from '../answer/answer.ts';
import type { CommandContext } from '../command/context.ts';
import { runCommand } from '../command/runCommand.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** The longest line that is read; longer ones are answered with an error. */
const LINE_MAX_CHARS = 1_000_000;

const idSchema = z.union([z.string(), z.number()]).nullable();
const lineSchema = z.object({
  id: idSchema.optional(),
  command: z.string('"command" must be a text'),
  options: z.record(z.string(), z.unknown(), '"options" must be an object').optional(),
});

/**
 * Answers one JSON object a line, `{"id", "command", "options"}`, with one a line, `{"id", "answer"}`, in the same
 * order. A bad line gives `{"id", "error"}` with the id where it can be read, else null, and the rest goes on. Blank
 * lines are passed over.
 */
export async function batch(input: Readable, context: CommandContext, terminal: Terminal): Promise<ExitCode> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() !== '') terminal.out(`${JSON.stringify(await answerLine(line, context))}\n`);
  }
  return 0;
}

async function answerLine(line: string, context: CommandContext): Promise<object> {
  if (line.length > LINE_MAX_CHARS)
    return { id: null, error: `The line is longer than ${LINE_MAX_CHARS.toLocaleString('en')} characters.` };
  const value = parseJson(line);
  if (value === undefined) return { id: null, error: 'The line is not JSON.' };
  const id = z.object({ id: idSchema }).safeParse(value).data?.id ?? null;
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    return {
      id,
      error: path.length === 0 ? 'The line must be an object {"id", "command", "options"}.' : `${message}.`,
    };
  }
  try {
    return {
      id,
      answer: answerSchema.parse(await runCommand(parsed.data.command, parsed.data.options ?? {}, context)),
    };
  } catch (error) {
    return {
      id,
      error: `The command failed: ${error instanceof Error ? error.message.split('\n', 1)[0] : 'unknown error'}`,
    };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
