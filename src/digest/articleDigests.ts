import { summarize, summarizeEachSteps } from '../answer/summary/summary.ts';
import type { Article } from '../article/article.ts';
import { entryAt } from '../runtime/entryAt.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import type { Content } from '../schedule/schedule.ts';
import type { Digest, DigestContext } from './digestResult.ts';

/** Up to this many characters of ids, a request names its articles one by one; beyond that it means all. */
const NAMED_MAX_CHARS = 1000;

/** Posts the summary of one article, or of each. */
export function* summaries(
  content: Extract<Content, { kind: 'summary' }>,
  articles: readonly Article[],
  { library }: DigestContext,
): Steps<Digest> {
  const [first] = articles;
  if (articles.length === 1 && first) {
    const answer = summarize(first, library, { length: content.length });
    if (answer.kind !== 'summary') return { kind: 'nothing', detail: 'no-summary' };
    return {
      kind: 'answer',
      answer,
      request: { command: 'summary', options: { article: first.id, length: content.length } },
      title: { kind: 'article', title: first.title },
    };
  }
  const answer = yield* summarizeEachSteps(articles, library, content.length);
  if (answer.kind !== 'summary') return { kind: 'nothing', detail: 'no-summary' };
  const told = new Set(answer.excerpts.map(({ article }) => article));
  const shown = articles.filter(({ id }) => told.has(id));
  return {
    kind: 'answer',
    answer,
    request: { command: 'summary', options: { article: articleIds(shown), length: content.length } },
    title:
      shown.length === 1
        ? { kind: 'article', title: entryAt(shown, 0).title }
        : { kind: 'articles', count: shown.length },
  };
}

/** Posts the events of articles. */
export function eventsOf(
  content: Extract<Content, { kind: 'events' }>,
  articles: readonly Article[],
  { events, day }: DigestContext,
): Digest {
  const onThisDay = content.which === 'on-this-day';
  const answer = events(content, articles, day);
  if (answer.kind !== 'events')
    return {
      kind: 'nothing',
      detail: onThisDay ? 'no-event-today' : 'no-event',
    };
  const told = new Set(answer.events.map(({ excerpt }) => excerpt.article));
  const shown = articles.filter(({ id }) => told.has(id));
  const options = { article: articleIds(shown), ...(onThisDay ? { day: day.slice(5) } : {}) };
  return {
    kind: 'answer',
    answer,
    request: { command: 'event', options },
    title: { kind: onThisDay ? 'on-this-day' : 'events' },
  };
}

/** Formats article ids for the option `article`. */
function articleIds(articles: readonly Article[]): string {
  const ids = articles.map(({ id }) => id).join(', ');
  return ids.length <= NAMED_MAX_CHARS ? ids : '*';
}
