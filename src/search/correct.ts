import { damerau } from './damerau.ts';
import { letterMask, maskDistance } from './letterMask.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words of this length and more may hold two errors. */
const TWO_ERRORS_MIN_CHARS = 6;
const ONE_ERROR_MIN_CHARS = 4;

/**
 * Finds the indexed word that a mistyped one most likely stands for: fewest errors, then the same first letter, then
 * the word that stands in most sentences. Costs in proportion to the number of different words.
 */
export function correct(word: string, vocabulary: Vocabulary): string | undefined {
  if (word.length < ONE_ERROR_MIN_CHARS) return undefined;
  let most = word.length >= TWO_ERRORS_MIN_CHARS ? 2 : 1;
  let best: string | undefined;
  let bestRank = -Infinity;
  const mask = letterMask(word);
  let position = -1;
  for (const [other, id] of vocabulary.words) {
    position += 1;
    if (maskDistance(mask, vocabulary.masks[position]!) > 2 * most) continue;
    if (Math.abs(other.length - word.length) > most || other.length < 3) continue;
    const holding = vocabulary.sentencesWith(id);
    if (holding === 0 || /\d/u.test(other)) continue;
    const errors = damerau(word, other, most);
    if (errors > most) continue;
    const rank = -1000 * errors + (other[0] === word[0] ? 500 : 0) + Math.min(holding, 400);
    if (rank <= bestRank) continue;
    best = other;
    bestRank = rank;
    most = errors;
  }
  return best;
}
