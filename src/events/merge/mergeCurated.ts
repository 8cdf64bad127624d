import type { Article } from '../../article/article.ts';
import { contains, overlaps } from '../../language/span.ts';
import type { CuratedEvent, EventFile } from '../eventFile.ts';
import type { ExtractedEvent } from '../extractEvents.ts';

/** What there is to say about an article's events once the editor's word is taken. */
export interface CuratedEvents {
  /** In order of the text; the rejected ones too, with their status. */
  readonly events: readonly CuratedEvent[];
  /** Editor's entries that were made for another edition, and so say nothing of this one. */
  readonly outdated: readonly CuratedEvent[];
}

/**
 * Puts a new extraction together with what an editor decided before. An entry that was confirmed, corrected or rejected
 * stays as it is, in the place of what was extracted from the same words; entries that were only extracted are taken from
 * the new extraction. Where the file was made for another edition its spans mean nothing, and its edits are given back
 * as outdated.
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

/** Two entries are one event where they have the same sentence and the same word tells of it. */
function isSameTrigger(entry: CuratedEvent, event: ExtractedEvent): boolean {
  return entry.span[0] === event.span[0] && entry.span[1] === event.span[1] && overlaps(entry.trigger, event.trigger);
}

/** Something in a file of events that does not fit the article; `path` leads to it from the file's top. */
export interface EventFileProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Checks a file of events against its article: sentences that are sentences, words that are the source's at their
 * spans. A file for another edition is one problem, as none of its spans can be checked.
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
