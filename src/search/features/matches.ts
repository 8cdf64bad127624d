import type { IndexedArticle } from '../index/indexedArticle.ts';
import type { Candidate } from '../shortlist.ts';
import type { WeighedQuery } from '../query/weighQuery.ts';

/** Where the terms of a query are in a block: `terms.length` values per sentence, one sentence after the other. */
export interface Matches {
  readonly indexed: IndexedArticle;
  readonly block: number;
  /** Its first sentence, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** Of its first sentence, in the matrix. */
  readonly row: number;
  readonly counts: Float64Array;
  /** Similarity of the most similar word that is not the term itself. */
  readonly related: Float64Array;
  readonly similar: Float64Array;
  /** The same over all its sentences. */
  readonly blockCounts: Float64Array;
  /** How often each different word of the query is in the block, including stop words. */
  readonly wordCounts: Float64Array;
}

/** Allocates a block's matches; `computeWordFeatures` fills them. */
export function createMatches({ indexed, block }: Candidate, row: number, query: WeighedQuery): Matches {
  const first = indexed.blockStart[block]!;
  const count = indexed.blockStart[block + 1]! - first;
  const width = query.read.terms.length;
  return {
    indexed,
    block,
    first,
    count,
    row,
    counts: new Float64Array(count * width),
    related: new Float64Array(count * width),
    similar: new Float64Array(count * width),
    blockCounts: new Float64Array(width),
    wordCounts: new Float64Array(query.wordWeights.length),
  };
}
