import { edtfInterval } from '../dates/edtfInterval.ts';
import type { EventMention } from '../mentions/eventMention.ts';
import { familyOf, mayBeOneKind } from '../mentions/kinds.ts';
import type { Place } from '../places/places.ts';

/** Families in which two mentions with one name are one event: nobody is killed or arrested twice in a report. */
const ONCE = /^(?:violence|kidnapping|arrest|trial|robbery|hijacking|release|appointment|accident)$/u;
/** Families that "the crime" and "the incident" may refer to. */
const INCIDENTS = /^(?:violence|kidnapping|robbery|hijacking|accident|disaster)$/u;

/** Returns true if two mentions are one event: of one family, at one place or about one name, at compatible times. */
export function isSame(a: EventMention, b: EventMention): boolean {
  if (a.mention.trigger.generic || b.mention.trigger.generic) return false;
  if (familyOf(a.kind) !== familyOf(b.kind) || excludes(a, b)) return false;
  if (
    sharesPlace(a, b) &&
    (a.kind === b.kind || (mayBeOneKind(a.kind, b.kind) && (isDefinite(a, b) || sharesDay(a, b))))
  )
    return true;
  if (a.span[0] === b.span[0]) return false;
  if (
    ONCE.test(familyOf(a.kind)) &&
    mayBeOneKind(a.kind, b.kind) &&
    !isElsewhere(a, b) &&
    [...a.names].some((name) => b.names.has(name))
  )
    return true;
  const countries =
    a.places.length > 0 &&
    a.places.length === b.places.length &&
    a.places.every((place) => b.places.some(({ name }) => name === place.name));
  return countries && a.date !== undefined && b.date !== undefined && a.date.edtf === b.date.edtf && a.kind === b.kind;
}

/** Returns true if a referring mention may refer to this one's event. */
export function mayGoBackTo(earlier: EventMention, mention: EventMention): boolean {
  if (excludes(earlier, mention) || isElsewhere(earlier, mention)) return false;
  return mention.mention.trigger.generic
    ? INCIDENTS.test(familyOf(earlier.kind)) && !earlier.mention.trigger.generic
    : familyOf(earlier.kind) === familyOf(mention.kind) && mayBeOneKind(earlier.kind, mention.kind);
}

/** Returns true if two mentions cannot be one event: different times or different outcomes. */
export function excludes(a: EventMention, b: EventMention): boolean {
  if ((a.modality === 'actual') !== (b.modality === 'actual')) return true;
  const [first, second] = [a.date?.edtf, b.date?.edtf];
  if (first == null || second == null) return false;
  const [x, y] = [edtfInterval(first), edtfInterval(second)];
  if (!x || !y) return first !== second;
  return x[1] < y[0] || y[1] < x[0];
}

/** Returns true if both have places more exact than a country, and none in common. */
function isElsewhere(a: EventMention, b: EventMention): boolean {
  if (!isExact(a) || !isExact(b)) return false;
  return !sharesPlace(a, b);
}

function sharesPlace(a: EventMention, b: EventMention): boolean {
  return a.places.some((place) => isExactPlace(place) && b.places.some(({ name }) => name === place.name));
}

function sharesDay(a: EventMention, b: EventMention): boolean {
  return a.date?.edtf != null && a.date.edtf === b.date?.edtf;
}

function isDefinite(a: EventMention, b: EventMention): boolean {
  return a.anaphoric || b.anaphoric;
}

function isExact({ places }: EventMention): boolean {
  return places.some(isExactPlace);
}

function isExactPlace({ kind }: Place): boolean {
  return kind !== 'country' && kind !== 'region';
}
