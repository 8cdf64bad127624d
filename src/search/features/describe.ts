import { describeAround } from './describeAround.ts';
import { describeSentences } from './describeSentences.ts';
import { describeWholeBlock } from './describeWholeBlock.ts';
import { describeWords } from './describeWords.ts';
import { WIDTH } from './features.ts';
import type { IndexedArticle } from '../index/indexedArticle.ts';
import { createMatches } from './matches.ts';
import type { Candidate } from '../shortlist.ts';
import type { Statistics, WeighedQuery } from '../query/weighQuery.ts';

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
  const blocks = candidates.map((candidate) => {
    const matches = createMatches(candidate, row, query);
    row += matches.count;
    for (let at = 0; at < matches.count; at += 1) describeWords(matrix, at, matches, { query, statistics });
    const whole = describeWholeBlock(matches, query, statistics);
    describeSentences(matrix, matches, whole, { query, statistics });
    const known = scores.get(candidate.indexed);
    if (known) known.set(candidate.block, whole.score);
    else scores.set(candidate.indexed, new Map([[candidate.block, whole.score]]));
    return matches;
  });
  for (const matches of blocks) {
    const known = scores.get(matches.indexed)!;
    const [before, after] = [known.get(matches.block - 1) ?? 0, known.get(matches.block + 1) ?? 0];
    describeAround(matrix, matches, { before, after });
  }
  return { rows, matrix };
}
