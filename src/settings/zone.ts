import { z } from 'zod';

/** Names that the runtime lists under an older spelling, with the one in use now (IANA's `backward` file). */
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

/** Every zone that can be chosen, in the order of the alphabet; `UTC` is the last. */
export const ZONES: readonly string[] = [
  ...Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone !== 'UTC')
    .map((zone) => RENAMED[zone] ?? zone)
    .sort(),
  'UTC',
];
const BY_LOWER_CASE = new Map(ZONES.map((zone) => [zone.toLowerCase(), zone]));

/**
 * Reads an IANA zone in any case, with spaces or underscores, and gives its name as IANA writes it. Older names that
 * the runtime knows stay as they are. Undefined for anything else: an empty text, an offset (`+02:00`), a typing error.
 */
export function parseZone(typed: string): string | undefined {
  const name = typed.trim().replaceAll(/\s+/gu, '_');
  const listed = BY_LOWER_CASE.get(name.toLowerCase());
  if (listed !== undefined) return listed;
  if (!/^[a-z]+(?:[/_+-][a-z0-9_+-]+)*$/iu.test(name)) return undefined;
  try {
    const resolved = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return RENAMED[resolved] ?? resolved;
  } catch {
    return undefined;
  }
}

/** Names a zone's city, or what stands for one: `Ho Chi Minh`, `Buenos Aires`, `UTC`. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** The name under which an older runtime may know a zone, if there is one. */
export function olderName(zone: string): string | undefined {
  return OLDER.get(zone);
}

/** A stored zone: one that this runtime knows. */
export const zoneSchema = z.string().refine((zone) => parseZone(zone) !== undefined, 'must be an IANA time zone');
