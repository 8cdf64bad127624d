import { dateExpressions } from '../../language/dates/dateExpressions.ts';
import { edtfInterval, type DayInterval } from '../dates/edtfInterval.ts';
import type { EventQuery, SourcedEvent } from './eventQuery.ts';
import { isAt, isBy, isWithin, says } from './fits.ts';
import { parseAbout } from './parseAbout.ts';
import { aloneIn, sentenceOf } from './sentenceOf.ts';

/** The matching events; or the option that could not be understood, or that the last day is before the first. */
export type Choice<Item extends SourcedEvent> =
  | { readonly kind: 'events'; readonly events: readonly Item[]; readonly unmatched: readonly string[] }
  | { readonly kind: 'invalid'; readonly option: 'from' | 'to' }
  | { readonly kind: 'reversed' };

/**
 * Chooses the events that match the whole query, in the given order. Times are relative to `day`. Of several events in
 * one sentence, those whose own words match are chosen, or all if none does.
 */
export function chooseEvents<Item extends SourcedEvent>(
  items: readonly Item[],
  query: EventQuery,
  day: string,
): Choice<Item> {
  const from = query.from === undefined ? undefined : daysOf(query.from, day);
  const to = query.to === undefined ? undefined : daysOf(query.to, day);
  if (query.from !== undefined && !from) return { kind: 'invalid', option: 'from' };
  if (query.to !== undefined && !to) return { kind: 'invalid', option: 'to' };
  if (from && to && to[1] < from[0]) return { kind: 'reversed' };
  const asked = parseAbout(query.about ?? '', { items, now: day });
  const bounds: DayInterval = [
    Math.max(from?.[0] ?? -Infinity, asked.days[0]),
    Math.min(to?.[1] ?? Infinity, asked.days[1]),
  ];
  const bounded = bounds[0] !== -Infinity || bounds[1] !== Infinity;
  const places = [...asked.places, ...(query.place === undefined ? [] : [query.place])];
  const fitting = items.filter(
    (item) => (!bounded || isWithin(item, bounds)) && (query.who === undefined || isBy(item, query.who)),
  );
  const chosen = (told: (item: Item) => string): readonly Item[] =>
    fitting.filter(
      (item) =>
        places.every((place) => isAt(item, place, told(item))) &&
        asked.words.every((word) => says(item, word, told(item))),
    );
  const isAlone = aloneIn(items);
  const own = chosen((item) => (isAlone(item) ? sentenceOf(item) : ''));
  const unmatched = asked.words.filter((word) => !items.some((item) => says(item, word, sentenceOf(item))));
  return {
    kind: 'events',
    events: own.length > 0 ? own : chosen(sentenceOf),
    unmatched: unmatched.map(({ typed }) => typed),
  };
}

/** Parses an option's date: EDTF, or words such as "March 2023" and "last summer". */
function daysOf(written: string, day: string): DayInterval | undefined {
  const exact = edtfInterval(written.trim());
  if (exact) return exact;
  const [found] = dateExpressions(written, { reference: day });
  return found?.edtf == null ? undefined : edtfInterval(found.edtf);
}
