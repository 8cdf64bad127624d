import { countryName } from '../places/gazetteer.ts';
import type { Place } from '../places/places.ts';
import { entryAt } from '../../runtime/entryAt.ts';

const MENTIONS_MIN = 2;
const SHARE_MIN = 0.5;
/** How many times as often as the next country it is named. */
const LEAD_MIN = 2;

/** The country that an article is set in, with where it is named. */
export interface HomeCountry {
  readonly code: string;
  /** Places that are the country itself, in order. */
  readonly named: readonly Place[];
}

/**
 * Finds the country that most places of an article are in, if it is named itself, at least once near the start.
 * `sentences` has the places of each sentence, in order.
 */
export function homeCountry(
  sentences: readonly (readonly Place[])[],
  { opening }: { opening: number },
): HomeCountry | undefined {
  const counts = new Map<string, number>();
  const placed = sentences.flat().filter(({ countries }) => countries.length > 0);
  for (const { countries } of placed) counts.set(entryAt(countries, 0), (counts.get(entryAt(countries, 0)) ?? 0) + 1);
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[1] < MENTIONS_MIN || most[1] < SHARE_MIN * placed.length) return undefined;
  if (next && most[1] < LEAD_MIN * next[1]) return undefined;
  const [code] = most;
  const isCountry = ({ kind, countries }: Place): boolean => kind === 'country' && countries[0] === code;
  const named = placed.filter(isCountry);
  if (countryName(code) === undefined || !sentences.slice(0, opening).flat().some(isCountry)) return undefined;
  return { code, named };
}
