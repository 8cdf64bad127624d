import { COLUMN, FEATURE_COUNT, type Feature } from '../../src/search/features/features.ts';
import type { Example } from './examples.ts';
import { minimise } from './lbfgs.ts';

/** How much finding the paragraph counts beside finding the sentence. */
const PARAGRAPH_WEIGHT = 0.5;
const RIDGE = 5e-3;
const ROUNDS = 50;
/** A set counts by the root of its size, so that the largest does not decide alone. */
const SET_POWER = -0.5;
/** Questions put to several articles at once are there a second time, to teach what titles and headings tell. */
const POOLED_WEIGHT = 0.1;

/**
 * Trains the weights that order sentences: a linear model whose softmax over a question's sentences should fall on those
 * that answer, and on their paragraphs. Features in `without` stay 0.
 */
export function trainOrder(examples: readonly Example[], without: readonly Feature[] = []): Float64Array {
  const useful = examples.filter(({ inParagraph }) => inParagraph.includes(1));
  const scale = scalesOf(useful, without);
  const shares = sharesOf(useful);
  const scaled = minimise(
    (point) => {
      const weights = point.map((value, column) => value * scale[column]!);
      const gradient = new Float64Array(FEATURE_COUNT);
      let value = 0;
      for (const [at, example] of useful.entries()) value += addLoss(example, weights, gradient, shares[at]!);
      for (let column = 0; column < FEATURE_COUNT; column += 1) {
        gradient[column] = gradient[column]! * scale[column]! + RIDGE * point[column]!;
        value += (RIDGE / 2) * point[column]! ** 2;
      }
      return { value, gradient };
    },
    new Float64Array(FEATURE_COUNT),
    ROUNDS,
  );
  return scaled.map((value, column) => value * scale[column]!);
}

/** Scores each row of an example. */
export function scoresOf({ rows, matrix }: Pick<Example, 'rows' | 'matrix'>, weights: Float64Array): Float64Array {
  const scores = new Float64Array(rows);
  for (let row = 0, at = 0; row < rows; row += 1) {
    let score = 0;
    for (let column = 0; column < FEATURE_COUNT; column += 1, at += 1) score += weights[column]! * matrix[at]!;
    scores[row] = score;
  }
  return scores;
}

/** Finds the row that is first. */
export function firstRow(example: Pick<Example, 'rows' | 'matrix'>, weights: Float64Array): number {
  const scores = scoresOf(example, weights);
  let first = 0;
  for (let row = 1; row < scores.length; row += 1) if (scores[row]! > scores[first]!) first = row;
  return first;
}

function addLoss(example: Example, weights: Float64Array, gradient: Float64Array, share: number): number {
  const { rows, matrix, isAnswer, inParagraph } = example;
  const scores = scoresOf(example, weights);
  let most = -Infinity;
  for (let row = 0; row < rows; row += 1) most = Math.max(most, scores[row]!);
  let [all, answers, paragraphs] = [0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    scores[row] = Math.exp(scores[row]! - most);
    all += scores[row]!;
    if (isAnswer[row]) answers += scores[row]!;
    if (inParagraph[row]) paragraphs += scores[row]!;
  }
  for (let row = 0; row < rows; row += 1) {
    const chance = scores[row]! / all;
    let pull = PARAGRAPH_WEIGHT * (chance - (inParagraph[row] ? scores[row]! / paragraphs : 0));
    if (answers > 0) pull += chance - (isAnswer[row] ? scores[row]! / answers : 0);
    if (Math.abs(pull) < 1e-5) continue;
    for (let column = 0, at = row * FEATURE_COUNT; column < FEATURE_COUNT; column += 1, at += 1)
      gradient[column]! += share * pull * matrix[at]!;
  }
  const loss = -PARAGRAPH_WEIGHT * Math.log(paragraphs / all) - (answers > 0 ? Math.log(answers / all) : 0);
  return share * loss;
}

/** How much each example counts; together 1. */
function sharesOf(examples: readonly Example[]): readonly number[] {
  const sizes = new Map<string, number>();
  for (const { set } of examples) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  const shares = examples.map(
    ({ set, variant }) => sizes.get(set)! ** SET_POWER * (variant === 'pooled' ? POOLED_WEIGHT : 1),
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** One over each feature's spread, so that the ridge treats all alike; 0 for those that are left out. */
function scalesOf(examples: readonly Example[], without: readonly Feature[]): Float64Array {
  const sums = new Float64Array(FEATURE_COUNT);
  const squares = new Float64Array(FEATURE_COUNT);
  let rows = 0;
  for (const { matrix } of examples) {
    for (let at = 0; at < matrix.length; at += FEATURE_COUNT)
      for (let column = 0; column < FEATURE_COUNT; column += 1) {
        const value = matrix[at + column]!;
        sums[column]! += value;
        squares[column]! += value * value;
      }
    rows += matrix.length / FEATURE_COUNT;
  }
  const excluded = new Set(without.map((feature) => COLUMN[feature]));
  return sums.map((sum, column) => {
    const variance = squares[column]! / rows - (sum / rows) ** 2;
    return variance < 1e-10 || excluded.has(column) ? 0 : 1 / Math.sqrt(variance);
  });
}
