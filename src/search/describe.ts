import { describeBlock } from './describeBlock.ts';
import { COLUMN, WIDTH } from './features.ts';
import type { IndexedArticle } from './indexedArticle.ts';
import type { Candidate } from './shortlist.ts';
import type { Statistics, WeighedQuery } from './weighQuery.ts';

/** The sentences of some blocks, and a row of `FEATURES` for each. */
export interface Described {
  readonly rows: readonly { readonly indexed: IndexedArticle; readonly sentence: number }[];
  readonly matrix: Float64Array;
}

/** Describes every sentence of the candidates to the ranker. Costs in proportion to their words. */
export function describe(query: WeighedQuery, candidates: readonly Candidate[], statistics: Statistics): Described {
  const rows = candidates.flatMap(({ indexed, block }) => {
    const first = indexed.blockStart[block]!;
    return Array.from({ length: indexed.blockStart[block + 1]! - first }, (_, at) => ({
      indexed,
      sentence: first + at,
    }));
  });
  const matrix = new Float64Array(rows.length * WIDTH);
  const scores = new Map<IndexedArticle, Map<number, number>>();
  let row = 0;
  for (const candidate of candidates) {
    const score = describeBlock(matrix, row, candidate, query, statistics);
    row += sentencesIn(candidate);
    const known = scores.get(candidate.indexed);
    if (known) known.set(candidate.block, score);
    else scores.set(candidate.indexed, new Map([[candidate.block, score]]));
  }
  row = 0;
  for (const candidate of candidates) {
    const known = scores.get(candidate.indexed)!;
    const [before, after] = [known.get(candidate.block - 1) ?? 0, known.get(candidate.block + 1) ?? 0];
    for (const end = row + sentencesIn(candidate); row < end; row += 1) {
      matrix[row * WIDTH + COLUMN.blockBefore] = before;
      matrix[row * WIDTH + COLUMN.blockAfter] = after;
    }
  }
  return { rows, matrix };
}

function sentencesIn({ indexed, block }: Candidate): number {
  return indexed.blockStart[block + 1]! - indexed.blockStart[block]!;
}
