import { fold } from '../../language/folding/fold.ts';
import { nearest } from '../../language/nearest.ts';
import { searchZones } from './searchZones.ts';
import { cityOf, ianaZone, ZONES } from './zone.ts';
import { zonesOfAbbreviation } from './zoneAbbreviations.ts';
import { zonesOfPlace, zonesOfPlaceIn } from './zonePlaces.ts';
import { valueOf } from '../../runtime/entryAt.ts';

/**
 * The zone that a text names; or everything it can mean, most likely first; or, if it names none, similarly spelt ones.
 */
export type ZoneReading =
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'several'; readonly zones: readonly string[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

const TYPED_MAX_CHARS = 100;
const CHOICES_MAX = 8;
const NEAREST_MAX = 3;
/** Shorter texts are not compared: any three letters are similar to some city. */
const SPELLING_MIN_CHARS = 4;
const OFFSET = /^(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?::?([0-5]\d))?$/u;
/** "Eastern Standard Time", "London time". */
const TIME = / (?:standard |daylight |summer |winter |local )?time(?: zone)?$/u;
const FURTHEST_MINUTES: Readonly<Record<string, number>> = { '+': 14 * 60, '-': 12 * 60 };

/**
 * Parses a time zone: an IANA name in any case (`europe/berlin`), a city, state or country (`Munich`, `Portland,
 * Oregon`, `India`), an offset (`UTC+2`, `GMT-5:30`) or an abbreviation (`JST`). Only an unambiguous text is accepted;
 * most abbreviations, and countries with several zones, return choices. Linear in the text and in the known places.
 */
export function parseZone(typed: string): ZoneReading {
  const text = fold(typed.slice(0, TYPED_MAX_CHARS + 1))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (text === '' || text.length > TYPED_MAX_CHARS) return unknown('', []);
  const offset = OFFSET.exec(text);
  if (offset) return readOffset(offset);
  const listed = ianaZone(text);
  if (listed !== undefined) return { kind: 'zone', zone: listed };
  const name = text.replace(TIME, '').replaceAll('_', ' ');
  const meaning = zonesOfAbbreviation(name.replaceAll('.', ''));
  if (meaning) return readingOf(meaning);
  const comma = name.indexOf(',');
  const zones = zonesOfPlace(name);
  if (zones.length > 0 || comma === -1) return readingOf(zones, text);
  const [place, around] = [name.slice(0, comma).trim(), name.slice(comma + 1).trim()];
  const both = zonesOfPlaceIn(place, around);
  return both.length > 0 ? readingOf(both) : unknown(text, [...zonesOfPlace(around), ...zonesOfPlace(place)]);
}

function readOffset([, sign = '+', hours = '0', minutes = '00']: RegExpExecArray): ZoneReading {
  const total = Number(hours) * 60 + Number(minutes);
  if (total > (FURTHEST_MINUTES[sign] ?? 0)) return unknown('', []);
  return { kind: 'zone', zone: total === 0 ? 'UTC' : `${sign}${hours.padStart(2, '0')}:${minutes}` };
}

function readingOf(zones: readonly string[], typed = ''): ZoneReading {
  const [zone, ...others] = zones;
  if (zone === undefined) return unknown(typed, searchZones(typed, NEAREST_MAX));
  return others.length === 0 ? { kind: 'zone', zone } : { kind: 'several', zones: zones.slice(0, CHOICES_MAX) };
}

function unknown(typed: string, near: readonly string[]): ZoneReading {
  const found = near.length > 0 ? near : typed.length < SPELLING_MIN_CHARS ? searchZones('') : similar(typed);
  return { kind: 'unknown', nearest: [...new Set(found)].slice(0, NEAREST_MAX) };
}

/** Zones whose name or city is spelt most like the text. */
function similar(typed: string): readonly string[] {
  const names = new Map(ZONES.flatMap((zone) => [zone, cityOf(zone)].map((name) => [name, zone] as const)));
  return nearest(typed, [...names.keys()], 2 * NEAREST_MAX).map((name) => valueOf(names, name));
}
