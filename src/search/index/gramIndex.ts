/** Finds similarly spelt terms. */
export interface GramIndex {
  add(id: number, term: string): void;
  /** Lists the terms that share many letter sequences with this one, with their share, between `MIN` and 1. */
  similar(term: string): readonly (readonly [id: number, similarity: number])[];
}

const GRAM_CHARS = 4;
const MIN_SIMILARITY = 0.3;
/** Shorter terms have no meaningful parts. */
const TERM_MIN_CHARS = 4;

/** Creates an index of terms by their sequences of four letters, including the start of the word. */
export function createGramIndex(): GramIndex {
  const idsByGram = new Map<string, number[]>();
  const sizes: number[] = [];
  return {
    add(id, term) {
      if (term.length < TERM_MIN_CHARS) return;
      const grams = gramsOf(term);
      sizes[id] = grams.length;
      for (const gram of grams) {
        const ids = idsByGram.get(gram);
        if (ids) ids.push(id);
        else idsByGram.set(gram, [id]);
      }
    },
    similar(term) {
      if (term.length < TERM_MIN_CHARS) return [];
      const grams = gramsOf(term);
      const shared = new Map<number, number>();
      for (const gram of grams) for (const id of idsByGram.get(gram) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
      return [...shared]
        .map(([id, count]) => [id, (2 * count) / (grams.length + sizes[id]!)] as const)
        .filter(([, similarity]) => similarity >= MIN_SIMILARITY);
    },
  };
}

function gramsOf(term: string): readonly string[] {
  const padded = `^${term}`;
  const grams = new Set<string>();
  for (let at = 0; at + GRAM_CHARS <= padded.length; at += 1) grams.add(padded.slice(at, at + GRAM_CHARS));
  return [...grams];
}
