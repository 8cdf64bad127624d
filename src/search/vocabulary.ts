/** Every term of the indexed articles with a number, and in how many sentences and blocks each stands. */
export interface Vocabulary {
  /** How many terms have a number; numbers run from 0. */
  readonly size: number;
  readonly terms: readonly string[];
  idOf(term: string): number | undefined;
  /** Gives the number of a term, a new one if it has none. */
  intern(term: string): number;
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
  const counts = { sentence: [] as number[], block: [] as number[] };
  return {
    terms,
    get size() {
      return terms.length;
    },
    idOf: (term) => ids.get(term),
    intern(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      const id = terms.push(term) - 1;
      ids.set(term, id);
      counts.sentence.push(0);
      counts.block.push(0);
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
