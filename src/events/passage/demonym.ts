import { beforeFirst } from '../../language/beforeFirst.ts';
import { fold } from '../../language/folding/fold.ts';
import { countryNames } from '../places/gazetteer.ts';

const ENDING = /(?:n|ns|i|is|ish|ese|er|ers|ic)$/u;
const STEM_MIN_CHARS = 4;

/** Returns true if a word could be the adjective or the people of some country, which an initial capital does not tell. */
export function mayBeDemonym(word: string): boolean {
  return ENDING.test(fold(word));
}

/**
 * Returns true if a word looks like the adjective or the people of a country: "Tunisian" of "tunisia". Only regular
 * ones: what it does not know ("Dutch") it takes for another word.
 */
export function isDemonymOf(word: string, country: string): boolean {
  const folded = fold(word);
  if (!ENDING.test(folded)) return false;
  return countryNames(country).some((name) => {
    const first = beforeFirst(name, ' ');
    if (first.length < STEM_MIN_CHARS || name !== first) return false;
    const stem = first.replace(/(?:en|ay|[aeiouy]{1,2})$/u, '');
    return stem.length >= STEM_MIN_CHARS && folded.startsWith(stem) && folded.length <= first.length + 4;
  });
}
