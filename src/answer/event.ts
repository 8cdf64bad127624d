import type { Article } from '../article/article.ts';
import { statedPublicationDate } from '../article/publicationDate.ts';
import type { CuratedEvent } from '../events/eventFile.ts';
import type { EventQuery } from '../events/query/eventQuery.ts';
import { edtfInterval } from '../events/dates/edtfInterval.ts';
import { acrossArticles } from '../events/merge/acrossArticles.ts';
import { sortedByDate } from '../events/query/sortedByDate.ts';
import { selectEvents } from '../events/query/selectEvents.ts';
import type { Answer, AnswerOf } from './answer.ts';
import { answerEvent, articleEvents, curatedEvents, isRead } from './articleEvents.ts';
import type { EventReading } from './schema/eventReading.ts';
import { restrict, type Library } from './library.ts';
import { nothing } from './nothing/nothing.ts';

/** An event with the article that tells of it. */
export interface ArticleEvent {
  readonly article: Article;
  readonly event: CuratedEvent;
  readonly source: string;
  readonly published: string | undefined;
}

export interface EventOptions extends EventQuery {
  /** Default: all. */
  readonly articles?: readonly Article[] | undefined;
  /** A day of any year, `05-03`, on which the events happened by their full date. */
  readonly day?: string | undefined;
  /** By date, the undated last, or as the source tells it. Default: by date. */
  readonly order?: 'date' | 'text' | undefined;
}

/** What was asked for, or the option that is no date, or that "to" is before "from". */
export type EventAnswer =
  | Answer
  | { readonly kind: 'no-date'; readonly option: 'from' | 'to' }
  | { readonly kind: 'reversed' };

/**
 * Answers with the events that fit everything asked: words, dates, place and people. Relative dates in the question are
 * read as of `today` (YYYY-MM-DD); if that finds nothing, as of the articles' dates, and `asOf` says so.
 */
export function event(
  { articles, order = 'date', day, ...query }: EventOptions,
  library: Library,
  today: string,
): EventAnswer {
  const among = articles ? restrict(library, new Set(articles.map(({ id }) => id))) : library;
  const found = eventsIn(library, among.articles.values());
  const reading = readingOf(among);
  const all = day === undefined ? found : found.filter((one) => isOnDay(one, day));
  const selection = selectEvents(all, query, today);
  if (selection.kind === 'invalid') return { kind: 'no-date', option: selection.option };
  if (selection.kind === 'reversed') return selection;
  const { events, unmatched, asOf } = selection;
  if (events.length === 0)
    return {
      ...nothing('no-event', { library: among }, { unmatched, cause: { events: extentOf(found) } }),
      ...reading,
    };
  const chosen = new Set(events);
  const byText = all.filter((one) => chosen.has(one));
  // Who names articles asks what each of them says.
  const others = articles === undefined ? toldElsewhere(byText, found) : new Map<ArticleEvent, ArticleEvent[]>();
  const repeated = new Set([...others.values()].flat());
  const entries = byText.filter((one) => !repeated.has(one));
  return { ...timeline(entries, order, others), ...(asOf === undefined ? {} : { asOf }), ...reading };
}

/**
 * For each chosen event that other articles tell too: what they tell. Of those of one event the entry is one that was chosen,
 * before that one that an editor has decided on, before that the one published first.
 */
function toldElsewhere(
  chosen: readonly ArticleEvent[],
  found: readonly ArticleEvent[],
): ReadonlyMap<ArticleEvent, readonly ArticleEvent[]> {
  const wanted = new Set(chosen);
  const others = new Map<ArticleEvent, readonly ArticleEvent[]>();
  for (const group of acrossArticles(found)) {
    const [main, ...rest] = group.toSorted(
      (a, b) =>
        Number(wanted.has(b)) - Number(wanted.has(a)) ||
        Number(a.event.status === 'extracted') - Number(b.event.status === 'extracted') ||
        (a.published ?? '~').localeCompare(b.published ?? '~', 'en') ||
        a.article.id.localeCompare(b.article.id, 'en'),
    );
    if (main && wanted.has(main)) others.set(main, rest);
  }
  return others;
}

/** Answers with events, given in the order of their texts; there must be at least one. `others` also tell of them. */
export function timeline(
  byText: readonly ArticleEvent[],
  order: 'date' | 'text',
  others: ReadonlyMap<ArticleEvent, readonly ArticleEvent[]> = new Map(),
): AnswerOf<'events'> {
  const byDate = sortedByDate(byText);
  return {
    kind: 'events',
    events: (order === 'date' ? byDate : byText).map((one) => {
      const entry = answerEvent(one.article, one.event);
      const told = (others.get(one) ?? []).map((other) => answerEvent(other.article, other.event));
      return { ...entry, also: [...entry.also, ...told.flatMap(({ excerpt, also }) => [excerpt, ...also])] };
    }),
    reorders: byDate.some((one, index) => one !== byText[index]),
  };
}

/** Whether an event has a full date that falls on a day (`05-03`) of some year. */
export function isOnDay({ event: { date } }: ArticleEvent, day: string): boolean {
  return /^\d{4}-(\d{2}-\d{2})$/u.exec(date?.edtf ?? '')?.[1] === day;
}

/** Says how many events there are, and the dates of the first and the last that has one. */
function extentOf(events: readonly ArticleEvent[]): {
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
} {
  const dates = sortedByDate(events).flatMap((one) => {
    const edtf = one.event.date?.edtf;
    return edtf != null && edtfInterval(edtf) ? [edtf] : [];
  });
  return { count: events.length, first: dates[0] ?? null, last: dates.at(-1) ?? null };
}

/**
 * Says in how many articles events were looked for by rules alone; those whose events an editor has all decided on do not
 * count.
 */
export function readingOf({ articles, curated }: Pick<Library, 'articles' | 'curated'>): EventReading {
  const unread = [...articles.values()].filter(
    (article) =>
      !isRead(article) &&
      (curated?.get(article.id)?.edition !== article.edition ||
        curatedEvents(article, { curated }).events.some(({ status }) => status === 'extracted')),
  ).length;
  return unread === 0 ? { read: true } : { read: false, unread: { articles: unread } };
}

/** Lists the events of articles in the order of their texts. */
export function eventsIn(library: Library, articles: Iterable<Article>): readonly ArticleEvent[] {
  return Array.from(articles).flatMap((article) =>
    articleEvents(article, library).map((one) => ({
      article,
      event: one,
      source: article.source,
      published: statedPublicationDate(article),
    })),
  );
}
