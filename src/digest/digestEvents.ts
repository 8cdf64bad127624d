import type { Article } from '../article/article.ts';
import type { Answer } from '../answer/answer.ts';
import { eventsIn, isOnDay, readingOf, timeline } from '../answer/event.ts';
import { restrict, type Library } from '../answer/library.ts';
import { nothing } from '../answer/nothing/nothing.ts';
import type { Content } from '../schedule/schedule.ts';

/**
 * Creates a function that returns the articles' events by date: all of them, or those on a given day (`2026-12-01`) of
 * any year.
 */
export function digestEvents(
  library: Library,
): (content: Extract<Content, { kind: 'events' }>, articles: readonly Article[], day: string) => Answer {
  return ({ which }, articles, day) => {
    const events = eventsIn(library, articles);
    const chosen = which === 'all' ? events : events.filter((one) => isOnDay(one, day.slice(5)));
    const among = restrict(library, new Set(articles.map(({ id }) => id)));
    return chosen.length === 0
      ? nothing('no-event', { library })
      : { ...timeline(chosen, 'date'), ...readingOf(among) };
  };
}
