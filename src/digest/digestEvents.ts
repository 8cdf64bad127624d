import type { Article } from '../article/article.ts';
import type { Answer } from '../answer/answer.ts';
import { answerEvent } from '../answer/articleEvents.ts';
import { eventsIn } from '../answer/event.ts';
import type { Library } from '../answer/library.ts';
import { nothing } from '../answer/nothing.ts';
import { selectEvents } from '../events/selectEvents.ts';
import type { Content } from '../schedule/schedule.ts';

const FULL_DATE = /^\d{4}-(\d{2}-\d{2})$/u;

/** Gives the events of articles by date: all of them, or those that were on a day (`2026-12-01`) of some year. */
export function digestEvents(
  library: Library,
): (content: Extract<Content, { kind: 'events' }>, articles: readonly Article[], day: string) => Answer {
  return ({ which }, articles, day) => {
    const selection = selectEvents(eventsIn(library, articles), {}, day);
    const events = selection.kind === 'events' ? selection.events : [];
    const chosen =
      which === 'all'
        ? events
        : events.filter(({ event }) => FULL_DATE.exec(event.date?.edtf ?? '')?.[1] === day.slice(5));
    if (chosen.length === 0) return nothing('no-event', { library });
    return { kind: 'events', events: chosen.map(({ article, event }) => answerEvent(article, event)) };
  };
}
