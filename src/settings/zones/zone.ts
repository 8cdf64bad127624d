import { z } from 'zod';

/** Names that the runtime lists under an older spelling, with their current one (IANA's `backward` file). */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};
const OLDER = new Map(Object.entries(RENAMED).map(([older, newer]) => [newer, older]));

/** Every zone that can be chosen, in alphabetical order, with `UTC` last. */
export const ZONES: readonly string[] = [
  ...Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone !== 'UTC')
    .map((zone) => RENAMED[zone] ?? zone)
    .sort(),
  'UTC',
];
const BY_LOWER_CASE = new Map(ZONES.map((zone) => [zone.toLowerCase(), zone]));

/** Longer than any zone's name; a longer text is not a zone. */
const ZONE_MAX_CHARS = 64;
const NAME_CHARACTERS = /^[a-z0-9_+/-]+$/u;
const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/u;

/**
 * Returns the IANA name of a zone written in any case, with spaces or underscores: `europe/kiev` is `Europe/Kyiv`.
 * Undefined for anything else. A name without a slash is a zone only if it is listed: the runtime also accepts
 * abbreviations (`BST`, `EST`, `ART`), with meanings that few people expect.
 */
export function ianaZone(typed: string): string | undefined {
  if (typed.length > ZONE_MAX_CHARS) return undefined;
  const name = typed.trim().replaceAll(/\s+/gu, '_').toLowerCase();
  const listed = BY_LOWER_CASE.get(name);
  if (listed !== undefined) return listed;
  if (!name.includes('/') || !NAME_CHARACTERS.test(name)) return undefined;
  try {
    const resolved = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return RENAMED[resolved] ?? resolved;
  } catch {
    return undefined;
  }
}

/** Names a zone's city, or its equivalent: `Ho Chi Minh`, `Buenos Aires`, `UTC`, `UTC+02:00`. */
export function cityOf(zone: string): string {
  return isOffset(zone) ? `UTC${zone}` : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** The name by which an older runtime may know a zone, if there is one. */
export function olderName(zone: string): string | undefined {
  return OLDER.get(zone);
}

/** Whether a zone is a fixed offset from UTC, such as `+02:00`. */
export function isOffset(zone: string): boolean {
  return OFFSET.test(zone);
}

/** A stored zone: an IANA name that this runtime knows, or a fixed offset such as `+02:00`. */
export const zoneSchema = z
  .string()
  .refine((zone) => isOffset(zone) || ianaZone(zone) !== undefined, 'must be an IANA time zone or an offset from UTC');
