import { damerau } from './damerau.ts';
import { letterMask, maskDistance } from '../index/letterMask.ts';
import type { Vocabulary, WordForm } from '../index/vocabulary.ts';

/** Words of at least this length may have two errors. */
const TWO_ERRORS_MIN_CHARS = 6;
const ONE_ERROR_MIN_CHARS = 4;

/**
 * Finds the indexed word that a misspelt one most likely means: fewest errors, then the same first letter, then the
 * most frequent word, then alphabetical order. Time is proportional to the number of different words.
 */
export function correct(word: string, vocabulary: Vocabulary): WordForm | undefined {
  if (word.length < ONE_ERROR_MIN_CHARS) return undefined;
  let most = word.length >= TWO_ERRORS_MIN_CHARS ? 2 : 1;
  let best: WordForm | undefined;
  let bestRank = -Infinity;
  const isBefore = (a: WordForm, b: WordForm): boolean =>
    a.word === b.word ? vocabulary.terms[a.term]! < vocabulary.terms[b.term]! : a.word < b.word;
  const mask = letterMask(word);
  for (const form of vocabulary.forms) {
    const { word: other, articles } = form;
    if (articles === 0 || maskDistance(mask, form.mask) > 2 * most) continue;
    if (Math.abs(other.length - word.length) > most || /\d/u.test(other)) continue;
    const errors = damerau(word, other, most);
    if (errors > most) continue;
    const rank = -1000 * errors + (other[0] === word[0] ? 500 : 0) + Math.min(vocabulary.sentencesWith(form.term), 400);
    if (rank < bestRank || (rank === bestRank && best && isBefore(best, form))) continue;
    best = form;
    bestRank = rank;
    most = errors;
  }
  return best;
}
