import { blockTerms, type IndexedArticle } from '../index/indexedArticle.ts';
import type { TermCounts, Vocabulary } from '../index/vocabulary.ts';

/** Counts in how many sentences and blocks of articles each term is. */
export interface Tally {
  /** Adds (1) or subtracts (-1) an article's terms. */
  add(indexed: IndexedArticle, change: 1 | -1): void;
  /** Returns the sums, and starts over. */
  take(): TermCounts;
}

/** Creates an empty tally. Adding takes time proportional to the article. */
export function createTally({ terms: known }: Pick<Vocabulary, 'terms'>): Tally {
  /** By vocabulary number: the last sentence or block that contained the term, and its index in `ids`. */
  let seen = new Uint32Array();
  let places = new Uint32Array();
  let [now, began] = [0, 0];
  let [ids, sentences, blocks]: [number[], number[], number[]] = [[], [], []];
  return {
    add(indexed, change) {
      if (seen.length < known.length)
        [seen, places] = [lengthened(seen, known.length), lengthened(places, known.length)];
      const { terms, sentenceStart, sentenceBlock, blockIndex } = indexed;
      const count = (sums: number[], from: number, to: number): void => {
        now += 1;
        for (let at = from; at < to; at += 1) {
          const id = terms[at]!;
          if (seen[id] === now) continue;
          if (seen[id]! <= began) {
            places[id] = ids.push(id) - 1;
            sentences.push(0);
            blocks.push(0);
          }
          seen[id] = now;
          sums[places[id]!]! += change;
        }
      };
      for (let at = 0; at < sentenceBlock.length; at += 1) count(sentences, sentenceStart[at]!, sentenceStart[at + 1]!);
      for (let at = 0; at < blockIndex.length; at += 1) count(blocks, ...blockTerms(indexed, at));
    },
    take() {
      const counts = { ids, sentences, blocks };
      [ids, sentences, blocks] = [[], [], []];
      began = now;
      return counts;
    },
  };
}

function lengthened(column: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * needed);
  longer.set(column);
  return longer;
}
