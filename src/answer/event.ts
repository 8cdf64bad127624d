import type { Article } from '../article/article.ts';
import type { CuratedEvent } from '../events/eventFile.ts';
import type { EventQuery } from '../events/query/eventQuery.ts';
import { selectEvents } from '../events/selectEvents.ts';
import type { Answer } from './answer.ts';
import { answerEvent, articleEvents } from './articleEvents.ts';
import type { Library, Scope } from './library.ts';
import { nothing } from './nothing.ts';

/** An event with the article that tells of it. */
export interface ArticleEvent {
  readonly article: Article;
  readonly event: CuratedEvent;
  readonly source: string;
  readonly published: string | undefined;
}

export interface EventOptions extends EventQuery, Pick<Scope, 'article'> {
  /** By date, the undated last, or as the source tells it. Default: by date. */
  readonly order?: 'date' | 'text' | undefined;
}

/** What was asked for, or the option that is no date, or that "to" is before "from". */
export type EventAnswer =
  | Answer
  | { readonly kind: 'no-date'; readonly option: 'from' | 'to' }
  | { readonly kind: 'reversed' };

/**
 * Answers with the events that fit everything asked: words, dates, place and people. `now` is the day on which relative
 * dates in the question are meant; where that finds nothing, they are meant on the articles' days, and `asOf` says so.
 */
export function event({ article, order = 'date', ...query }: EventOptions, library: Library, now: Date): EventAnswer {
  const all = eventsIn(library, article ? [article] : library.articles.values());
  const selection = selectEvents(all, query, now.toISOString().slice(0, 10));
  if (selection.kind === 'invalid') return { kind: 'no-date', option: selection.option };
  if (selection.kind === 'reversed') return selection;
  const { events, unmatched, asOf } = selection;
  if (events.length === 0) return nothing('no-event', { library, scope: { article } }, { unmatched });
  const ordered = order === 'date' ? events : all.filter((one) => events.includes(one));
  return {
    kind: 'events',
    events: ordered.map((one) => answerEvent(one.article, one.event)),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** Lists the events of articles in the order of their texts. */
export function eventsIn(library: Library, articles: Iterable<Article>): readonly ArticleEvent[] {
  return Array.from(articles).flatMap((article) =>
    articleEvents(article, library).map((one) => ({
      article,
      event: one,
      source: article.source,
      published: article.published,
    })),
  );
}
