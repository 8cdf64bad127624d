import type { Article } from '../article/article.ts';
import type { ArticleTags } from '../article/tags.ts';
import type { CuratedEvent } from '../events/eventFile.ts';
import { extractionSteps } from '../events/extractEvents.ts';
import type { ExtractedEvent } from '../events/extractedEvent.ts';
import { passesReview, mergeCurated, type CuratedEvents } from '../events/merge/mergeCurated.ts';
import { excerptsOfSpan } from '../excerpt/excerptsOfSpan.ts';
import { contains } from '../language/span.ts';
import { primaryLanguage } from '../language/words/stem.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';
import type { AnswerEvent } from './schema/eventAnswers.ts';
import type { Library } from './library.ts';
import { withQuestion } from './withBefore.ts';
import { entryAt } from '../runtime/entryAt.ts';

interface Extraction {
  readonly events: readonly ExtractedEvent[];
  readonly by: 'rules' | 'tags';
}

/** What was extracted from each article: by rules at first, and from its tags once there are any. */
const extractions = new WeakMap<Article, Extraction>();

/**
 * Returns what an article tells of, as an editor has left it: without what was rejected, and what was found since in
 * sentences that an editor has looked at. Extracts once an article, and once more when it is tagged.
 */
export function articleEvents(article: Article, library: Pick<Library, 'curated'>): readonly CuratedEvent[] {
  const file = library.curated?.get(article.id);
  return curatedEvents(article, library).events.filter(
    (event) => event.status !== 'rejected' && passesReview(event, file, article),
  );
}

/** Returns everything that was extracted from an article, with an editor's decisions, also those to reject something. */
export function curatedEvents(article: Article, { curated }: Pick<Library, 'curated'>): CuratedEvents {
  return mergeCurated(finish(extractedOnce(article)), curated?.get(article.id), article);
}

/** Extracts the events of an article by rules, in steps, unless that has been done or they are known from its tags. */
export function* extractedOnce(article: Article): Steps<readonly ExtractedEvent[]> {
  const events = extractions.get(article)?.events ?? (yield* extractionSteps(article));
  // It may have been tagged meanwhile.
  const known = extractions.get(article);
  if (known) return known.events;
  extractions.set(article, { events, by: 'rules' });
  return events;
}

/** Extracts the events of an article from its tags, in steps; they replace what rules have found. */
export function* extractFromTags(article: Article, tags: ArticleTags): Steps<void> {
  extractions.set(article, { events: yield* extractionSteps(article, tags), by: 'tags' });
}

/** Whether there is nothing better to come for an article: its events are from its tags, or it is not in English. */
export function isRead(article: Article): boolean {
  return extractions.get(article)?.by === 'tags' || primaryLanguage(article.language) !== 'en';
}

/** Turns an event's spans into excerpts. */
export function answerEvent(
  article: Article,
  { label, kind, modality, date, places, actors, span, trigger, also, status }: CuratedEvent,
): AnswerEvent {
  const told = also.flatMap((other) => excerptsOfSpan(article, other));
  const excerpt = entryAt(excerptsOfSpan(article, span), 0);
  const block = article.blocks.findIndex((each) => contains(each.span, excerpt.span));
  return {
    label,
    kind,
    modality,
    date,
    places,
    actors,
    excerpt: withQuestion(article, block, excerpt),
    trigger,
    also: told,
    status,
  };
}
