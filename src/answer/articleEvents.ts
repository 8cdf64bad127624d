import type { Article } from '../article/article.ts';
import type { CuratedEvent } from '../events/eventFile.ts';
import { extractionSteps, type ExtractedEvent } from '../events/extractEvents.ts';
import { mergeCurated } from '../events/merge/mergeCurated.ts';
import { excerptsOfSpan } from '../excerpt/excerptsOfSpan.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';
import type { AnswerEvent } from './schema/eventAnswers.ts';
import type { Library } from './library.ts';
import { entryAt } from '../runtime/entryAt.ts';

const extractedByArticle = new WeakMap<Article, readonly ExtractedEvent[]>();

/**
 * Returns what an article tells of, as an editor has left it; what was rejected is left out. Extracts once an article.
 */
export function articleEvents(article: Article, { curated }: Pick<Library, 'curated'>): readonly CuratedEvent[] {
  const extracted = finish(extractedOnce(article));
  const { events } = mergeCurated(extracted, curated?.get(article.id), article);
  return events.filter(({ status }) => status !== 'rejected');
}

/** Extracts the events of an article, in steps, unless that has been done. */
export function* extractedOnce(article: Article): Steps<readonly ExtractedEvent[]> {
  const extracted = extractedByArticle.get(article) ?? (yield* extractionSteps(article));
  extractedByArticle.set(article, extracted);
  return extracted;
}

/** Turns an event's spans into excerpts. */
export function answerEvent(
  article: Article,
  { label, kind, modality, date, places, actors, span, trigger, also, status }: CuratedEvent,
): AnswerEvent {
  const told = also.flatMap((other) => excerptsOfSpan(article, other));
  return {
    label,
    kind,
    modality,
    date,
    places,
    actors,
    excerpt: entryAt(excerptsOfSpan(article, span), 0),
    trigger,
    also: told,
    status,
  };
}
