import { fold } from '../../language/folding/fold.ts';
import { cityOf, olderName, ZONES } from './zone.ts';
import { zonesOfAbbreviation } from './zoneAbbreviations.ts';
import { placesStarting, zonesOfPlace } from './zonePlaces.ts';

/** Zones that many people live in, from west to east; shown first before anything is typed. */
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
 * Finds zones by what is typed: its meaning first, then zones whose city starts with it, then countries, states, other
 * cities and words that start with it, then names that contain it. Ignores case, accents, and the difference between
 * spaces and underscores. Popular zones come first within each group, and if nothing is typed. Returns at most `count`.
 * Linear in the zones and places.
 */
export function searchZones(typed: string, count = 25): readonly string[] {
  const wanted = searchable(typed);
  if (wanted === '') return POPULAR_ZONES.slice(0, count);
  const ofAbbreviation = zonesOfAbbreviation(wanted) ?? [];
  const ofPlace = new Set(placesStarting(wanted).flatMap(([, zones]) => zones));
  const ranked = ZONES.map((zone) => ({
    zone,
    rank: Math.min(rankOfZone(zone, wanted), ofPlace.has(zone) ? PLACE : NO_MATCH),
    popular: POPULAR_ZONES.includes(zone) ? 0 : 1,
  }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || a.popular - b.popular || a.zone.localeCompare(b.zone));
  return [...new Set([...zonesOfPlace(wanted), ...ofAbbreviation, ...ranked.map(({ zone }) => zone)])].slice(0, count);
}

const PLACE = 2;
const CONTAINS = 3;
const NO_MATCH = 4;

function rankOfZone(zone: string, wanted: string): number {
  const names = [zone, olderName(zone)].flatMap((name) => (name === undefined ? [] : [searchable(name)]));
  const cities = [cityOf(zone), cityOf(olderName(zone) ?? zone)].map(searchable);
  if (cities.includes(wanted)) return 0;
  if (cities.some((city) => city.startsWith(wanted))) return 1;
  if (names.some((name) => name.startsWith(wanted) || name.split(/[ /-]/u).some((word) => word.startsWith(wanted))))
    return 2;
  return names.some((name) => name.includes(wanted)) ? CONTAINS : NO_MATCH;
}

function searchable(text: string): string {
  return fold(text)
    .replaceAll(/[\s_]+/gu, ' ')
    .trim();
}
