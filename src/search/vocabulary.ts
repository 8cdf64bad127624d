import { createGramIndex, type GramIndex } from './gramIndex.ts';
import { letterMask } from './letterMask.ts';

/** Every term of the indexed articles with a number, and in how many sentences and blocks each stands. */
export interface Vocabulary {
  /** By number, from 0. */
  readonly terms: readonly string[];
  /** Which terms are spelt alike. */
  readonly grams: Pick<GramIndex, 'similar'>;
  /** The folded words that were reduced to terms, each with its term's number. */
  readonly words: ReadonlyMap<string, number>;
  /** Which letters each of `words` has, in the same order; see `letterMask`. */
  readonly masks: readonly number[];
  idOf(term: string): number | undefined;
  /** Gives the number of a term, a new one if it has none, and keeps the word that it was made from. */
  intern(term: string, word?: string): number;
  /** How many indexed sentences hold the term. */
  sentencesWith(id: number): number;
  blocksWith(id: number): number;
  /** Counts a sentence's or block's distinct terms in (1) or out (-1). */
  count(unit: 'sentence' | 'block', ids: Iterable<number>, change: 1 | -1): void;
}

/** Creates an empty vocabulary. Terms keep their number when their last article goes. */
export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  const words = new Map<string, number>();
  const masks: number[] = [];
  const grams = createGramIndex();
  const counts = { sentence: [] as number[], block: [] as number[] };
  const intern = (term: string): number => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    const id = terms.push(term) - 1;
    ids.set(term, id);
    grams.add(id, term);
    counts.sentence.push(0);
    counts.block.push(0);
    return id;
  };
  return {
    terms,
    grams,
    words,
    masks,
    idOf: (term) => ids.get(term),
    intern(term, word) {
      const id = intern(term);
      if (word !== undefined && !words.has(word)) {
        words.set(word, id);
        masks.push(letterMask(word));
      }
      return id;
    },
    sentencesWith: (id) => counts.sentence[id]!,
    blocksWith: (id) => counts.block[id]!,
    count(unit, unitIds, change) {
      const column = counts[unit];
      for (const id of unitIds) column[id]! += change;
    },
  };
}
