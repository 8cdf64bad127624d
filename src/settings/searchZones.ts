import { cityOf, olderName, ZONES } from './zone.ts';

/** Zones that many people live in, from west to east; what a list begins with before anything is typed. */
export const POPULAR_ZONES: readonly string[] = [
  'UTC',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Paris',
  'Europe/Berlin',
  'Europe/Madrid',
  'Europe/Warsaw',
  'Europe/Kyiv',
  'Africa/Lagos',
  'Africa/Cairo',
  'Africa/Johannesburg',
  'Europe/Istanbul',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Jakarta',
  'Asia/Shanghai',
  'Asia/Manila',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Australia/Sydney',
  'Pacific/Auckland',
];

/**
 * Finds zones by what is typed: cities that begin with it, then words of a city or region that do, then names that
 * contain it; case, accents, and the difference between spaces and underscores do not count. Popular zones come first
 * within each, and where nothing is typed. Returns at most `count`.
 */
export function searchZones(typed: string, count = 25): readonly string[] {
  const wanted = plain(typed);
  if (wanted === '') return POPULAR_ZONES.slice(0, count);
  return ZONES.map((zone) => ({ zone, rank: rank(zone, wanted), popular: POPULAR_ZONES.includes(zone) ? 0 : 1 }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || a.popular - b.popular || a.zone.localeCompare(b.zone))
    .slice(0, count)
    .map(({ zone }) => zone);
}

const NO_MATCH = 4;

function rank(zone: string, wanted: string): number {
  const names = [zone, olderName(zone)].flatMap((name) => (name === undefined ? [] : [plain(name)]));
  const cities = [cityOf(zone), cityOf(olderName(zone) ?? zone)].map(plain);
  if (cities.includes(wanted)) return 0;
  if (cities.some((city) => city.startsWith(wanted))) return 1;
  if (names.some((name) => name.startsWith(wanted) || name.split(/[ /-]/u).some((word) => word.startsWith(wanted))))
    return 2;
  return names.some((name) => name.includes(wanted)) ? 3 : NO_MATCH;
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('_', ' ').trim().toLowerCase();
}
