import type { Article } from '../article/article.ts';
import type { CuratedEvent } from '../events/eventFile.ts';
import { extractEvents, type ExtractedEvent } from '../events/extractEvents.ts';
import { mergeCurated } from '../events/mergeCurated.ts';
import { excerptsOfSpan } from '../excerpt/excerptsOfSpan.ts';
import type { AnswerEvent } from './answer.ts';
import type { Library } from './library.ts';

const extractedByArticle = new WeakMap<Article, readonly ExtractedEvent[]>();

/** Gives what an article tells of, as an editor has left it; what was rejected is left out. Extracts once an article. */
export function articleEvents(article: Article, { curated }: Pick<Library, 'curated'>): readonly CuratedEvent[] {
  const extracted = extractedByArticle.get(article) ?? extractEvents(article);
  extractedByArticle.set(article, extracted);
  const { events } = mergeCurated(extracted, curated?.get(article.id), article);
  return events.filter(({ status }) => status !== 'rejected');
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
    excerpt: excerptsOfSpan(article, span)[0]!,
    trigger,
    also: told,
    status,
  };
}
