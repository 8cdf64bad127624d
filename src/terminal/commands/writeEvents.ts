import { writeFile } from 'node:fs/promises';
import type { AnswerOf } from '../../answer/answer.ts';
import type { CommandContext } from '../../command/command.ts';
import { answerJson } from '../../reply/answerJson.ts';
import { exportFormatOf } from '../../reply/export/exportFormats.ts';
import { eventsExport, eventsPicture, type EventsFile } from './eventsFile.ts';
import type { TypedOptions } from '../parseArguments.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';
import { messageOf } from '../../runtime/messageOf.ts';
import { entryAt } from '../../runtime/entryAt.ts';

interface EventsCall {
  readonly options: TypedOptions;
  /** Whether standard output should contain the answer. */
  readonly json: boolean;
  readonly context: CommandContext;
  readonly terminal: Terminal;
}

const STANDARD_OUTPUT = '-';

/**
 * Writes events as the files that `--export` and `--svg` ask for, at most one of them on standard output. What does not
 * fit into them is reported on standard error. Undefined if no file is asked for.
 */
export async function writeEvents(
  answer: AnswerOf<'events'>,
  { options, json, context, terminal }: EventsCall,
): Promise<ExitCode | undefined> {
  const format = exportFormatOf({ options });
  const [out, svg] = ['out', 'svg'].map((name) => (typeof options[name] === 'string' ? options[name] : undefined));
  if (out !== undefined && format === undefined)
    return fail(terminal, '--out names the file that --export makes; give that, too.');
  const targets = [...(format === undefined ? [] : [out ?? STANDARD_OUTPUT]), ...(svg === undefined ? [] : [svg])];
  if (targets.length === 0) return undefined;
  const onOutput = targets.filter((target) => target === STANDARD_OUTPUT).length + (json ? 1 : 0);
  if (onOutput > 1)
    return fail(
      terminal,
      'Only one of --json, --export and --svg can go to standard output; name a file for the others.',
    );
  const files = [
    ...(format === undefined ? [] : [eventsExport(answer, format, context)]),
    ...(svg === undefined ? [] : [await eventsPicture(answer, context)]),
  ];
  let code: ExitCode = 0;
  for (const [index, file] of files.entries()) {
    const written = await write(file, { target: entryAt(targets, index), quiet: onOutput > 0, terminal });
    if (written === 2) return 2;
    if (written === 1) code = 1;
  }
  if (json) terminal.out(`${answerJson(answer)}\n`);
  return code;
}

async function write(
  { content, sentence, remark }: EventsFile,
  { target, quiet, terminal }: { readonly target: string; readonly quiet: boolean; readonly terminal: Terminal },
): Promise<ExitCode> {
  if (content === undefined) {
    terminal.error(`${sentence}\n`);
    return 1;
  }
  if (target === STANDARD_OUTPUT) {
    terminal.out(content);
  } else {
    try {
      await writeFile(target, content);
    } catch (error) {
      return fail(terminal, `Cannot write to "${target}": ${messageOf(error)}.`);
    }
    if (!quiet) terminal.out(`${target}: ${sentence}\n`);
  }
  if (remark !== undefined) terminal.error(`${remark}\n`);
  return 0;
}
