import { writeFile } from 'node:fs/promises';
import type { AnswerOf } from '../answer/answer.ts';
import type { CommandContext } from '../command/context.ts';
import { exportEvents } from '../reply/export/exportEvents.ts';
import { exportFormatOf, type ExportFormat } from '../reply/export/exportFormats.ts';
import { exportWords } from '../reply/export/exportWords.ts';
import type { TypedOptions } from './parseArguments.ts';
import { fail, type ExitCode, type Terminal } from './terminal.ts';

interface EventsCall {
  readonly options: TypedOptions;
  /** Whether standard output is to hold the answer. */
  readonly json: boolean;
  readonly context: CommandContext;
  readonly terminal: Terminal;
}

/** A file of the events, with what is said of it; without content where there would be nothing in it. */
interface EventsFile {
  readonly content?: string;
  readonly target: string;
  readonly sentence: string;
  readonly remark?: string | undefined;
}

const STANDARD_OUTPUT = '-';

/**
 * Writes events as the file that `--export` asks for, where `--out` says or on standard output. What could not be put into
 * it is told on standard error. Undefined where no file is asked for.
 */
export async function writeEvents(
  answer: AnswerOf<'events'>,
  { options, json, context, terminal }: EventsCall,
): Promise<ExitCode | undefined> {
  const format = exportFormatOf({ options });
  const out = typeof options['out'] === 'string' ? options['out'] : undefined;
  if (format === undefined)
    return out === undefined ? undefined : fail(terminal, '--out names the file that --export makes; give that, too.');
  const target = out ?? STANDARD_OUTPUT;
  if (json && target === STANDARD_OUTPUT)
    return fail(
      terminal,
      'The answer (--json) and the file cannot both go to standard output; name a file with --out.',
    );
  const code = await write(exported(answer, { format, target, context }), { json, terminal });
  if (json && code !== 2) terminal.out(`${JSON.stringify(answer)}\n`);
  return code;
}

function exported(
  answer: AnswerOf<'events'>,
  {
    format,
    target,
    context: { library, links, now },
  }: { readonly format: ExportFormat; readonly target: string; readonly context: CommandContext },
): EventsFile {
  const result = exportEvents(answer, { format, articles: library.articles, links, now });
  const content = result.kind === 'file' ? { content: result.file.content } : {};
  return { ...exportWords(answer, result, format), ...content, target };
}

async function write(
  { content, target, sentence, remark }: EventsFile,
  { json, terminal }: Pick<EventsCall, 'json' | 'terminal'>,
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
      return fail(terminal, `Cannot write to "${target}": ${error instanceof Error ? error.message : String(error)}.`);
    }
    if (!json) terminal.out(`${target}: ${sentence}\n`);
  }
  if (remark !== undefined) terminal.error(`${remark}\n`);
  return 0;
}
