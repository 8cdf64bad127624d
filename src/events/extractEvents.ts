import { isBodyBlock, type Article } from '../article/article.ts';
import type { ArticleTags } from '../article/tags.ts';
import type { MergedMention } from './merge/mergeMentions.ts';
import type { ExtractedEvent } from './extractedEvent.ts';
import { eventDate, fragmentOf } from './eventFragments.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';
import { clauseEvent } from './finding/clauseEvent.ts';
import { findEvents } from './finding/findEvents.ts';
import { weighingSteps } from './salience/filterBySalience.ts';

/**
 * Finds the events that an English article reports, in text order. Includes captions, but not titles and headings, nor
 * what is only mentioned in passing. With the reader's tags, clauses are read off their trees and what was learned
 * decides; without them, rules and lists of words do. Nearly linear in the source.
 */
export function extractEvents(article: Article, tags?: ArticleTags): readonly ExtractedEvent[] {
  return finish(extractionSteps(article, tags));
}

/** Does what `extractEvents` does, in steps. */
export function* extractionSteps(article: Article, tags?: ArticleTags): Steps<readonly ExtractedEvent[]> {
  if (!tags) return yield* ruleEvents(article, () => true);
  const found = yield* findEvents(article, tags);
  const untagged = new Set(
    article.blocks
      .filter(isBodyBlock)
      .flatMap(({ sentences }) => sentences.map(([start]) => start))
      .filter((start) => !tags.sentences.get(start)?.isComplete),
  );
  const ruled = untagged.size === 0 ? [] : yield* ruleEvents(article, ({ span }) => untagged.has(span[0]));
  return [...found.map((group) => clauseEvent(article.source, group)), ...ruled].sort(
    (a, b) => a.span[0] - b.span[0] || a.trigger[0] - b.trigger[0],
  );
}

function* ruleEvents(article: Article, wanted: (event: ExtractedEvent) => boolean): Steps<readonly ExtractedEvent[]> {
  const weighed = yield* weighingSteps(article);
  return weighed
    .filter(({ reported }) => reported)
    .map((event) => extractedEvent(article.source, event))
    .filter(wanted);
}

/** Builds an event from its mentions. */
export function extractedEvent(source: string, { main, also }: MergedMention): ExtractedEvent {
  const { label, kind, modality, date, places, actors, span, trigger } = main;
  return {
    label,
    kind,
    modality,
    date: date ? eventDate(date) : null,
    places: places.map((place) => fragmentOf(source, place)),
    actors: actors.map((actor) => ({ text: source.slice(...actor), span: actor })),
    span,
    trigger,
    also,
    status: 'extracted',
  };
}
