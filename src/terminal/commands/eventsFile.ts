import type { AnswerOf } from '../../answer/answer.ts';
import type { CommandContext } from '../../command/command.ts';
import { readAsset } from '../../reader/readerFile.ts';
import { timelineFile } from '../../reader/timeline/timelineFile.ts';
import { counted } from '../../reply/words/counted.ts';
import { eventDays } from '../../reply/words/events/eventDays.ts';
import { exportEvents } from '../../reply/export/exportEvents.ts';
import type { ExportFormat } from '../../reply/export/exportFormats.ts';
import { exportWords } from '../../reply/words/events/exportWords.ts';

/** A file of events, and what to say about it; without content if it would be empty. */
export interface EventsFile {
  readonly content?: string;
  readonly sentence: string;
  readonly remark?: string;
}

/** Creates the file of an export. */
export function eventsExport(
  answer: AnswerOf<'events'>,
  format: ExportFormat,
  { library, links, now }: CommandContext,
): EventsFile {
  const exported = exportEvents(answer, { format, articles: library.articles, links, now });
  const words = exportWords(answer, exported, format);
  return exported.kind === 'file' ? { ...words, content: exported.file.content } : words;
}

/** Draws the timeline as a standalone file; each mark links to its passage if that has a link. */
export async function eventsPicture(
  { events }: AnswerOf<'events'>,
  { library, links }: CommandContext,
): Promise<EventsFile> {
  const [id = '', ...others] = new Set(events.map(({ excerpt }) => excerpt.article));
  const title = others.length === 0 ? (library.articles.get(id)?.title ?? id) : `${others.length + 1} articles`;
  const style = `${await readAsset('palette.css')}\n${await readAsset('timeline.css')}`;
  const content = timelineFile(events, { title, style, href: links });
  if (content === undefined) return { sentence: 'No event has a date that can be drawn.' };
  const left = events.filter((event) => eventDays(event) === undefined).length;
  const sentence = `${counted(events.length - left, 'event')} on a timeline.`;
  if (left === 0) return { content, sentence };
  return { content, sentence, remark: `${left} without a date ${left === 1 ? 'is' : 'are'} not drawn.` };
}
