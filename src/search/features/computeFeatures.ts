import { computeNeighbourFeatures } from './computeNeighbourFeatures.ts';
import { computeSentenceFeatures } from './computeSentenceFeatures.ts';
import { computeBlockFeatures } from './computeBlockFeatures.ts';
import { computeWordFeatures } from './computeWordFeatures.ts';
import { FEATURE_COUNT } from './features.ts';
import type { IndexedArticle } from '../index/indexedArticle.ts';
import { createMatches, type Matches } from './matches.ts';
import type { Candidate } from '../shortlist.ts';
import type { Statistics, WeighedQuery } from '../query/weighQuery.ts';
import { createMeter } from '../../runtime/steps/createMeter.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';

/** The sentences of some blocks, with a row of `FEATURES` for each. */
export interface Described {
  readonly rows: readonly { readonly indexed: IndexedArticle; readonly sentence: number }[];
  readonly matrix: Float64Array;
}

/** Computes the ranker's features for every sentence of the candidates. Time is proportional to their words. */
export function computeFeatures(
  query: WeighedQuery,
  candidates: readonly Candidate[],
  statistics: Statistics,
): Described {
  return finish(featureSteps(query, candidates, statistics));
}

/** Does what `computeFeatures` does, in slices. */
export function* featureSteps(
  query: WeighedQuery,
  candidates: readonly Candidate[],
  statistics: Statistics,
): Steps<Described> {
  const rows = candidates.flatMap(({ indexed, block }) => {
    const first = indexed.blockStart[block]!;
    return Array.from({ length: indexed.blockStart[block + 1]! - first }, (_, at) => ({
      indexed,
      sentence: first + at,
    }));
  });
  const matrix = new Float64Array(rows.length * FEATURE_COUNT);
  const scores = new Map<IndexedArticle, Map<number, number>>();
  let row = 0;
  const meter = createMeter();
  const blocks: Matches[] = [];
  for (const candidate of candidates) {
    const matches = createMatches(candidate, row, query);
    row += matches.count;
    for (let at = 0; at < matches.count; at += 1) {
      computeWordFeatures(matrix, at, matches, { query, statistics });
      if (meter.spend(workOf(matches, at, query))) yield;
    }
    const whole = computeBlockFeatures(matches, query, statistics);
    computeSentenceFeatures(matrix, matches, whole, { query, statistics });
    const known = scores.get(candidate.indexed);
    if (known) known.set(candidate.block, whole.score);
    else scores.set(candidate.indexed, new Map([[candidate.block, whole.score]]));
    blocks.push(matches);
  }
  for (const matches of blocks) {
    const known = scores.get(matches.indexed)!;
    const [before, after] = [known.get(matches.block - 1) ?? 0, known.get(matches.block + 1) ?? 0];
    computeNeighbourFeatures(matrix, matches, { before, after });
  }
  return { rows, matrix };
}

/** The cost of one sentence: its own words, and the query's, which are scanned several times. */
function workOf({ indexed, first }: Matches, at: number, { wordWeights }: WeighedQuery): number {
  return indexed.sentenceStart[first + at + 1]! - indexed.sentenceStart[first + at]! + 4 * wordWeights.length;
}
