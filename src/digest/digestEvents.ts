import type { Article } from '../article/article.ts';
import type { Answer } from '../answer/answer.ts';
import type { Library } from '../answer/library.ts';
import { nothing } from '../answer/nothing.ts';
import type { Content } from '../schedule/schedule.ts';

/** Gives the events of articles for a digest: all of them, or those that were on a day of the year. */
export function digestEvents(
  library: Library,
): (content: Extract<Content, { kind: 'events' }>, articles: readonly Article[], day: string) => Answer {
  return () => nothing('no-event', { library });
}
