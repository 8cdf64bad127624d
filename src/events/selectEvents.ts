import { dateExpressions } from '../language/dates/dateExpressions.ts';
import { edtfInterval, type DayInterval } from './edtfInterval.ts';
import { sortedByDate } from './query/sortedByDate.ts';
import type { EventQuery, SourcedEvent } from './query/eventQuery.ts';
import { isAt, isBy, isWithin, says } from './query/fits.ts';
import { parseAbout } from './query/parseAbout.ts';

/** The events asked for, by date; the option that could not be understood, or that the last day is before the first. */
export type EventSelection<Item extends SourcedEvent> =
  | { readonly kind: 'events'; readonly events: readonly Item[]; readonly unmatched: readonly string[] }
  | { readonly kind: 'invalid'; readonly option: 'from' | 'to' }
  | { readonly kind: 'reversed' };

/** Picks events by words, dates, place and people, and orders them by date, the undated last. `now` is `YYYY-MM-DD`. */
export function selectEvents<Item extends SourcedEvent>(
  items: readonly Item[],
  query: EventQuery,
  now: string,
): EventSelection<Item> {
  const from = query.from === undefined ? undefined : daysOf(query.from, now);
  const to = query.to === undefined ? undefined : daysOf(query.to, now);
  if (query.from !== undefined && !from) return { kind: 'invalid', option: 'from' };
  if (query.to !== undefined && !to) return { kind: 'invalid', option: 'to' };
  if (from && to && to[1] < from[0]) return { kind: 'reversed' };
  const asked = parseAbout(query.about ?? '', { items, now });
  const bounds: DayInterval = [
    Math.max(from?.[0] ?? -Infinity, asked.days[0]),
    Math.min(to?.[1] ?? Infinity, asked.days[1]),
  ];
  const bounded = bounds[0] !== -Infinity || bounds[1] !== Infinity;
  const places = [...asked.places, ...(query.place === undefined ? [] : [query.place])];
  const fitting = items.filter(
    (item) =>
      (!bounded || isWithin(item, bounds)) &&
      places.every((place) => isAt(item, place)) &&
      (query.who === undefined || isBy(item, query.who)),
  );
  const matched = fitting.filter((item) => asked.words.every((word) => says(item, word)));
  const unmatched = asked.words.filter((word) => !items.some((item) => says(item, word))).map(({ typed }) => typed);
  return { kind: 'events', events: sortedByDate(matched), unmatched };
}
/** Reads an option's date: EDTF, or words such as "March 2023" and "last summer". */
function daysOf(written: string, now: string): DayInterval | undefined {
  const exact = edtfInterval(written.trim());
  if (exact) return exact;
  const [found] = dateExpressions(written, { reference: now });
  return found?.edtf == null ? undefined : edtfInterval(found.edtf);
}
