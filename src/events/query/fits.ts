import { fold } from '../../language/fold.ts';
import { stemmerFor } from '../../language/stem.ts';
import { tokensOf } from '../../language/tokens.ts';
import { edtfInterval, type DayInterval } from '../edtfInterval.ts';
import { placeNamed } from '../gazetteer.ts';
import { familyOf } from '../kinds.ts';
import type { AskedWord, SourcedEvent } from './eventQuery.ts';

/** Tells whether an event is dated, and its days overlap others. */
export function isWithin({ event }: SourcedEvent, [first, last]: DayInterval): boolean {
  const days = event.date?.edtf == null ? undefined : edtfInterval(event.date.edtf);
  return days !== undefined && days[0] <= last && days[1] >= first;
}

/** Tells whether an event is at a place, or in a country. */
export function isAt({ event, source }: SourcedEvent, place: string): boolean {
  const wanted = fold(place).trim();
  const named = placeNamed(place);
  if (event.places.some(({ text }) => holds(fold(text), wanted))) return true;
  if (holds(fold(event.label), wanted) || holds(fold(source.slice(...event.span)), wanted)) return true;
  if (named?.kind !== 'country') return false;
  return event.places.some(({ text }) => placeNamed(text.split(',', 1)[0]!)?.country === named.country);
}

/** Tells whether somebody acts in an event, or is named in its sentence. */
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

/** Tells whether an event's own words, or its kind, say a word. */
export function says({ event, source }: SourcedEvent, { stem: wanted, family }: AskedWord): boolean {
  if (family !== undefined && familyOf(event.kind) === family) return true;
  const told = [
    event.label,
    event.kind,
    ...event.places.map(({ text }) => text),
    ...event.actors.map(({ text }) => text),
    source.slice(...event.span),
  ];
  const stem = stemmerFor('en');
  return told.some((text) => tokensOf(text).some((token) => stem(token.text) === wanted || token.text === wanted));
}
