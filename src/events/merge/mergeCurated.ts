import type { Article } from '../../article/article.ts';
import { contains, overlaps } from '../../language/span.ts';
import type { CuratedEvent, EventFile } from '../eventFile.ts';
import type { ExtractedEvent } from '../extractedEvent.ts';

/** An article's events after the editor's decisions. */
export interface CuratedEvents {
  /** In text order; including rejected ones, with their status. */
  readonly events: readonly CuratedEvent[];
  /** The editor's entries for another edition, which say nothing about this one. */
  readonly outdated: readonly CuratedEvent[];
}

/**
 * Merges a new extraction with an editor's earlier decisions. A confirmed, corrected or rejected entry is kept, in
 * place of what was extracted from the same words; entries that were only extracted come from the new extraction. If
 * the file is for another edition its spans are meaningless, and its edits are returned as outdated.
 */
export function mergeCurated(
  extracted: readonly ExtractedEvent[],
  file: EventFile | undefined,
  { edition }: Pick<Article, 'edition'>,
): CuratedEvents {
  const decided = file?.events.filter(({ status }) => status !== 'extracted') ?? [];
  if (file === undefined || file.edition !== edition) return { events: extracted, outdated: decided };
  const fresh = extracted.filter((event) => !decided.some((entry) => isSameTrigger(entry, event)));
  const events = [...decided, ...fresh].sort((a, b) => a.span[0] - b.span[0] || a.trigger[0] - b.trigger[0]);
  return { events, outdated: [] };
}

/**
 * Returns whether an event is listed. Who has decided on an event of a sentence has looked at that sentence: what only a
 * later extraction finds in it waits for the editor, whom `check` tells of it.
 */
export function passesReview(
  event: CuratedEvent,
  file: EventFile | undefined,
  { edition }: Pick<Article, 'edition'>,
): boolean {
  if (event.status !== 'extracted' || file?.edition !== edition) return true;
  const isReviewed = file.events.some(
    ({ status, span, also }) =>
      status !== 'extracted' &&
      [span, ...also].some(([start, end]) => start === event.span[0] && end === event.span[1]),
  );
  return !isReviewed || isInFile(event, file);
}

/** Returns whether an editor's file has an event, whatever its status. */
export function isInFile(event: CuratedEvent, file: EventFile): boolean {
  return file.events.some((entry) => isSameTrigger(entry, event));
}

/** Two entries are one event if they have the same sentence and trigger. */
function isSameTrigger(entry: CuratedEvent, event: CuratedEvent): boolean {
  return entry.span[0] === event.span[0] && entry.span[1] === event.span[1] && overlaps(entry.trigger, event.trigger);
}

/** Something in an event file that does not fit the article; `path` leads to it from the root of the file. */
export interface EventFileProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Checks an event file against its article: spans that are sentences, and words that match the source at their spans. A
 * file for another edition is one problem, since none of its spans can be checked.
 */
export function checkEventFile({ edition, events }: EventFile, article: Article): readonly EventFileProblem[] {
  if (edition !== article.edition)
    return [{ path: ['edition'], message: 'these events are of another edition; extract them anew and review them' }];
  const sentences = new Set(
    article.blocks.flatMap((block) => ('sentences' in block ? block.sentences.map(String) : [])),
  );
  return events.flatMap((event, index) => {
    const found: EventFileProblem[] = [];
    const at = (...path: PropertyKey[]): readonly PropertyKey[] => ['events', index, ...path];
    if (!sentences.has(String(event.span)))
      found.push({ path: at('span'), message: 'this is not a sentence of the article' });
    if (!contains(event.span, event.trigger))
      found.push({ path: at('trigger'), message: 'the trigger lies outside the sentence' });
    for (const [position, span] of event.also.entries())
      if (!sentences.has(String(span)))
        found.push({ path: at('also', position), message: 'this is not a sentence of the article' });
    if (event.date && article.source.slice(...event.date.span) !== event.date.phrase)
      found.push({ path: at('date', 'phrase'), message: 'the source says something else there' });
    for (const key of ['places', 'actors'] as const)
      for (const [position, { text, span }] of event[key].entries())
        if (article.source.slice(...span) !== text)
          found.push({ path: at(key, position, 'text'), message: 'the source says something else there' });
    return found;
  });
}
