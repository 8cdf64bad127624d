import { chooseEvents, type Choice } from './chooseEvents.ts';
import type { AsOf, EventQuery, SourcedEvent } from './eventQuery.ts';
import { dependsOnToday, readAsOf } from './readAsOf.ts';
import { sortedByDate } from './sortedByDate.ts';

/** The matching events, by date, or why there can be none. */
export type EventSelection<Item extends SourcedEvent> =
  | Exclude<Choice<Item>, { readonly kind: 'events' }>
  | {
      readonly kind: 'events';
      readonly events: readonly Item[];
      readonly unmatched: readonly string[];
      /** How times such as "last summer" were read if nothing matches them as of today. */
      readonly asOf?: readonly AsOf[];
    };

/**
 * Selects events by words, dates, place and people, and orders them by date, undated last. Relative times are resolved
 * against `now` (`YYYY-MM-DD`); if nothing matches, against the day of each article, which the result then says.
 */
export function selectEvents<Item extends SourcedEvent>(
  items: readonly Item[],
  query: EventQuery,
  now: string,
): EventSelection<Item> {
  const today = chooseEvents(items, query, now);
  if (today.kind !== 'events') return today;
  if (today.events.length > 0 || !dependsOnToday(query)) return { ...today, events: sortedByDate(today.events) };
  const read = [...new Set(items.flatMap(({ published }) => published ?? []))].flatMap((published) => {
    const own = items.filter((item) => item.published === published);
    const chosen = chooseEvents(own, query, published);
    return chosen.kind === 'events' && chosen.events.length > 0
      ? [{ events: chosen.events, asOf: readAsOf(query, published) }]
      : [];
  });
  if (read.length === 0) return today;
  return {
    ...today,
    events: sortedByDate(read.flatMap(({ events }) => events)),
    asOf: read.flatMap(({ asOf }) => asOf),
  };
}
