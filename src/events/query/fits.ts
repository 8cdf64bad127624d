import { fold } from '../../language/folding/fold.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import { tokensOf } from '../../language/words/tokens.ts';
import { daysOfDate } from '../dates/daysOfDate.ts';
import type { DayInterval } from '../dates/edtfInterval.ts';
import { placeNamed } from '../places/gazetteer.ts';
import type { AskedWord, SourcedEvent } from './eventQuery.ts';
import { beforeFirst } from '../../language/beforeFirst.ts';

/** Returns true if an event is dated, and its days overlap others. */
export function isWithin({ event }: SourcedEvent, [first, last]: DayInterval): boolean {
  const days = event.date ? daysOfDate(event.date) : undefined;
  return days !== undefined && days[0] <= last && days[1] >= first;
}

/**
 * Returns true if an event is at a place or in a country, or, if it has no place of its own, by its sentence `told`.
 */
export function isAt({ event }: SourcedEvent, place: string, told: string): boolean {
  const wanted = fold(place).trim();
  const named = placeNamed(place);
  if (event.places.some(({ text }) => holds(fold(text), wanted)) || holds(fold(event.label), wanted)) return true;
  if (event.places.length === 0) return holds(fold(told), wanted);
  if (named?.kind !== 'country') return false;
  return event.places.some(({ text }) => placeNamed(beforeFirst(text, ','))?.country === named.country);
}

/** Returns true if somebody acts in an event, or is named in its sentence. */
export function isBy({ event, source }: SourcedEvent, who: string): boolean {
  const wanted = fold(who).trim();
  return event.actors.some(({ text }) => holds(fold(text), wanted)) || holds(fold(source.slice(...event.span)), wanted);
}

function holds(text: string, wanted: string): boolean {
  const at = text.indexOf(wanted);
  return (
    at !== -1 && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + wanted.length] ?? ' ')
  );
}

/**
 * Returns true if an event has a word. One that names kinds has to be its kind or in its own words, as an attack is no arrest
 * whose sentence goes on to tell of arrests; any other word may be in its sentence `told`.
 */
export function says({ event, source }: SourcedEvent, { stem: wanted, kinds }: AskedWord, told: string): boolean {
  if (kinds?.has(event.kind) === true) return true;
  const own =
    kinds === undefined
      ? [event.label, event.kind, ...[...event.places, ...event.actors].map(({ text }) => text), told]
      : [source.slice(...event.trigger), event.label, event.kind];
  const stem = stemmerFor('en');
  return own.some((text) => tokensOf(text).some((token) => stem(token.text) === wanted || token.text === wanted));
}
