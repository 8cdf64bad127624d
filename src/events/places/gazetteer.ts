import { fold } from '../../language/folding/fold.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';
import data from './gazetteer.json' with { type: 'json' };

/** What a name refers to. `small` places only count after a word such as "in". */
export interface PlaceName {
  readonly kind: 'country' | 'region' | 'city' | 'small';
  /** ISO 3166-1; absent for regions that span countries. */
  readonly country?: string;
}

/** Additional names of countries, by ISO 3166-1 code. */
const COUNTRY_ALIASES: Readonly<Record<string, readonly string[]>> = {
  AE: ['uae', 'emirates'],
  AG: ['antigua'],
  BA: ['bosnia', 'bosnia and herzegovina', 'herzegovina'],
  CD: ['democratic republic of the congo', 'democratic republic of congo', 'dr congo', 'congo', 'zaire'],
  CG: ['republic of the congo'],
  CI: ['ivory coast'],
  CN: ["people's republic of china"],
  CZ: ['czech republic', 'czechoslovakia'],
  DE: ['east germany', 'west germany'],
  GB: ['uk', 'britain', 'great britain', 'england', 'scotland', 'wales', 'northern ireland'],
  HK: ['hong kong'],
  KP: ['north korea'],
  KR: ['south korea', 'korea'],
  MK: ['macedonia'],
  MM: ['myanmar', 'burma'],
  MO: ['macau', 'macao'],
  NL: ['holland'],
  PS: ['palestine', 'gaza', 'gaza strip', 'west bank'],
  RU: ['soviet union', 'ussr', 'russian federation'],
  SZ: ['swaziland'],
  TL: ['east timor'],
  TR: ['turkey'],
  TT: ['trinidad and tobago', 'trinidad'],
  US: ['us', 'usa', 'america', 'united states of america'],
  VA: ['vatican', 'holy see'],
};
/** Parts of the world and of countries; with the country's code if they are in one. */
const REGIONS: Readonly<Record<string, string>> = {
  '': 'africa|north africa|west africa|east africa|southern africa|central africa|sub-saharan africa|sahel|horn of africa|asia|central asia|south asia|southeast asia|south-east asia|east asia|middle east|near east|europe|western europe|eastern europe|central europe|northern europe|southern europe|scandinavia|balkans|caucasus|north caucasus|baltics|latin america|central america|south america|north america|caribbean|oceania|maghreb|persian gulf|red sea|black sea|mediterranean|kashmir|kurdistan|antarctica|arctic|levant',
  US: 'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming|washington dc|washington, d.c.|new england|midwest|manhattan|brooklyn',
  CA: 'alberta|british columbia|manitoba|new brunswick|newfoundland|nova scotia|ontario|quebec|saskatchewan|yukon',
  RU: 'chechnya|dagestan|ingushetia|siberia|tatarstan',
  UA: 'crimea|donbas|donbass',
  DE: 'bavaria|saxony|north rhine-westphalia|hesse|brandenburg|rhineland',
  GB: 'london|yorkshire|kent|cornwall',
  ES: 'catalonia|basque country|andalusia',
  FR: 'corsica|normandy|brittany|provence',
  IT: 'sicily|sardinia|tuscany|lombardy',
  IN: 'punjab|gujarat|kerala|tamil nadu|uttar pradesh|maharashtra|west bengal|assam|bihar|rajasthan',
  PK: 'balochistan|sindh|khyber pakhtunkhwa|waziristan',
  CN: 'tibet|xinjiang|sichuan|guangdong',
  AU: 'new south wales|queensland|tasmania',
  IQ: 'anbar|nineveh',
  SD: 'darfur',
  ET: 'tigray',
};

/** The longest name, in words. */
export const PLACE_NAME_MAX_WORDS = 5;

let names: ReadonlyMap<string, PlaceName> | undefined;

/** Looks up a name; ignores case, accents and the dots of initials. */
export function placeNamed(written: string): PlaceName | undefined {
  names ??= finish(readNames());
  return names.get(
    fold(written)
      .replace(/\b([a-z])\.(?=[a-z]\b|$)/gu, '$1')
      .replace(/\.$/u, ''),
  );
}

/** Loads the names in steps, which the first look-up would otherwise do at once. */
export function* prepareGazetteer(): Steps<void> {
  names ??= yield* readNames();
}

/** Returns a country's English name, in lower case, or undefined if the code is not known. */
export function countryName(code: string): string | undefined {
  return (data.countries as Readonly<Record<string, string>>)[code];
}

/** Lists the English names of a country, in lower case, its usual one first. Empty if the code is not known. */
export function countryNames(code: string): readonly string[] {
  const name = countryName(code);
  return [...(name === undefined ? [] : [name]), ...(COUNTRY_ALIASES[code] ?? [])];
}

function* readNames(): Steps<ReadonlyMap<string, PlaceName>> {
  const found = new Map<string, PlaceName>();
  for (const [country, list] of Object.entries(data.cities)) {
    for (const marked of list.split('|')) {
      const known = marked.endsWith('*');
      found.set(known ? marked.slice(0, -1) : marked, { kind: known ? 'city' : 'small', country });
    }
    yield;
  }
  for (const [country, list] of Object.entries(REGIONS))
    for (const name of list.split('|')) found.set(name, { kind: 'region', ...(country === '' ? {} : { country }) });
  found.set('new york', { kind: 'city', country: 'US' });
  for (const [country, name] of Object.entries(data.countries)) found.set(name, { kind: 'country', country });
  for (const [country, list] of Object.entries(COUNTRY_ALIASES))
    for (const name of list) found.set(name, { kind: 'country', country });
  return found;
}
