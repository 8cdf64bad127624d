import { featureSteps } from './features/computeFeatures.ts';
import { COLUMN, FEATURES, FEATURE_COUNT, type Feature } from './features/features.ts';
import type { IndexedArticle } from './index/indexedArticle.ts';
import ranker from './ranker.json' with { type: 'json' };
import type { Candidate } from './shortlist.ts';
import type { Statistics, WeighedQuery } from './query/weighQuery.ts';
import type { Steps } from '../runtime/steps/steps.ts';

/** A sentence with its scores. */
export interface RankedSentence {
  readonly indexed: IndexedArticle;
  readonly sentence: number;
  /** The probability that the text answers the question, rather than only being on topic. */
  readonly score: number;
  /** The sort key: the log probability of being the answer, up to a per-query constant. */
  readonly order: number;
}

/** A score of at least this is an answer; below it the reply is that the source does not say. */
export const ANSWERED_SCORE = ranker.silence.threshold;

const ORDER = weightColumns(ranker.order);
const SILENCE = weightColumns(ranker.silence.weights);

/** Ranks in steps every sentence of the candidates with the trained weights of `ranker.json`, best first. */
export function* rank(
  query: WeighedQuery,
  candidates: readonly Candidate[],
  statistics: Statistics,
): Steps<RankedSentence[]> {
  const { rows, matrix } = yield* featureSteps(query, candidates, statistics);
  yield;
  const order = rows.map((_, row) => dot(matrix, row, ORDER));
  const ranked = rows.map((_, row) => row).sort((a, b) => order[b]! - order[a]! || a - b);
  let least = 1;
  return ranked.map((row) => {
    least = Math.min(least, answerScore(matrix, row, query));
    const { indexed, sentence } = rows[row]!;
    return { indexed, sentence, score: least, order: order[row]! };
  });
}

/** Returns the probability that a sentence with these features is an answer. */
function answerScore(matrix: Float64Array, row: number, query: WeighedQuery): number {
  const { bias, perWord, perMissing } = ranker.silence;
  const missing = query.read.terms.filter(({ ids }) => ids.length === 0).length / query.read.terms.length;
  const words = Math.log(query.read.terms.length);
  return 1 / (1 + Math.exp(-(bias + perWord * words + perMissing * missing + dot(matrix, row, SILENCE))));
}

function dot(matrix: Float64Array, row: number, weights: Float64Array): number {
  let sum = 0;
  for (let column = 0, at = row * FEATURE_COUNT; column < FEATURE_COUNT; column += 1, at += 1)
    sum += weights[column]! * matrix[at]!;
  return sum;
}

function weightColumns(weights: Readonly<Partial<Record<Feature, number>>>): Float64Array {
  const columns = new Float64Array(FEATURE_COUNT);
  for (const feature of FEATURES) columns[COLUMN[feature]] = weights[feature] ?? 0;
  return columns;
}
