import type { Answer } from '../../answer/answer.ts';
import { FILE_MAX_BYTES } from '../limits.ts';
import { eventNotes } from '../words/events/eventNotes.ts';
import { lines, type Part } from '../parts/part.ts';
import type { RenderContext } from '../parts/renderContext.ts';
import { remarkParts } from '../parts/remarkParts.ts';
import { exportEvents, type ExportedFile } from './exportEvents.ts';
import { exportFormatOf } from './exportFormats.ts';
import { exportWords, NO_ATTACHMENTS, tooLargeToAttach } from '../words/events/exportWords.ts';

/** The lines of a message with a file, and the file unless there is none. */
export interface ExportMessage {
  readonly parts: readonly Part[];
  readonly files: readonly ExportedFile[];
}

/** Creates the file that a request asks for, and what is said about it; undefined if it asks for none. */
export function exportMessage(
  answer: Answer,
  {
    request,
    now,
    mayAttach = true,
    ...context
  }: RenderContext & { readonly now: Date; readonly mayAttach?: boolean | undefined },
): ExportMessage | undefined {
  const format = exportFormatOf(request);
  if (answer.kind !== 'events' || format === undefined) return undefined;
  if (!mayAttach) return { parts: [lines(NO_ATTACHMENTS)], files: [] };
  const exported = exportEvents(answer, { format, now, ...context });
  if (exported.kind === 'file' && Buffer.byteLength(exported.file.content) > FILE_MAX_BYTES) {
    return {
      parts: [lines(tooLargeToAttach(answer.events.length))],
      files: [],
    };
  }
  const notes = remarkParts({ notes: eventNotes(answer) });
  const { sentence, remark } = exportWords(answer, exported, format);
  return {
    parts: [...notes, lines(sentence), ...(remark === undefined ? [] : [lines(remark, { compact: true })])],
    files: exported.kind === 'file' ? [exported.file] : [],
  };
}
