import { EVIDENCE } from '../../../src/answer/reading/evidence.ts';
import { scoresOf, signsOf } from '../../../src/answer/reading/weighReading.ts';
import { minimise } from '../lbfgs.ts';
import type { ReadingExample } from './readingExamples.ts';

const WIDTH = EVIDENCE.length;
const ORDER_RIDGE = 1e-2;
const ROUNDS = 120;

/** Trains the order: the softmax over the sentences that were read should fall on those that answer. */
export function fitOrder(
  examples: readonly ReadingExample[],
  weightOf: (example: ReadingExample) => number,
): Float64Array {
  const useful = examples.filter(({ read }) => read.some(({ a }) => a === 1));
  const scale = orderScales(useful);
  const total = useful.reduce((sum, example) => sum + weightOf(example), 0);
  const fitted = minimise(
    (point) => {
      const weights = point.map((value, column) => value * scale[column]!);
      const gradient = new Float64Array(WIDTH);
      let value = 0;
      for (const example of useful) value += addLoss(example, weights, { gradient, share: weightOf(example) / total });
      for (let column = 0; column < WIDTH; column += 1) {
        gradient[column] = gradient[column]! * scale[column]! + ORDER_RIDGE * point[column]!;
        value += (ORDER_RIDGE / 2) * point[column]! ** 2;
      }
      return { value, gradient };
    },
    new Float64Array(WIDTH),
    ROUNDS,
  );
  return fitted.map((value, column) => value * scale[column]!);
}

function addLoss(
  { read, matrix }: ReadingExample,
  weights: Float64Array,
  { gradient, share }: { readonly gradient: Float64Array; readonly share: number },
): number {
  const scores = scoresOf(matrix, weights);
  const most = Math.max(...scores);
  const chances = scores.map((score) => Math.exp(score - most));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  const right = chances.reduce((sum, chance, row) => sum + (read[row]!.a ? chance : 0), 0);
  for (const [row, { a }] of read.entries()) {
    const pull = share * (chances[row]! / all - (a ? chances[row]! / right : 0));
    if (Math.abs(pull) < 1e-9) continue;
    for (let column = 0; column < WIDTH; column += 1) gradient[column]! += pull * matrix[row * WIDTH + column]!;
  }
  return -share * Math.log(right / all);
}

function orderScales(examples: readonly ReadingExample[]): Float64Array {
  const rows = examples.flatMap(({ matrix, read }) =>
    read.map((_, row) => matrix.subarray(row * WIDTH, (row + 1) * WIDTH)),
  );
  return spreadsOf(rows).scale;
}

/** A logistic regression over signs: weights, the bias first. */
export function fitSilence(
  cases: readonly { readonly signs: Float64Array; readonly isAnswered: boolean; readonly weight: number }[],
  ridge: number,
): Float64Array {
  const { mean, scale } = spreadsOf(cases.map(({ signs }) => signs));
  const inputs = cases.map(({ signs }) => signs.map((value, at) => (at === 0 ? 1 : (value - mean[at]!) * scale[at]!)));
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  const fitted = minimise(
    (point) => {
      const gradient = point.map((value, at) => (at === 0 ? 0 : ridge * value));
      let value = point.reduce((sum, one, at) => sum + (at === 0 ? 0 : (ridge / 2) * one * one), 0);
      for (const [at, { isAnswered, weight }] of cases.entries()) {
        const input = inputs[at]!;
        let sum = 0;
        for (let column = 0; column < input.length; column += 1) sum += input[column]! * point[column]!;
        const chance = 1 / (1 + Math.exp(-sum));
        value -= (weight / total) * Math.log(Math.max(1e-12, isAnswered ? chance : 1 - chance));
        const pull = (weight / total) * (chance - Number(isAnswered));
        for (let column = 0; column < input.length; column += 1) gradient[column]! += pull * input[column]!;
      }
      return { value, gradient };
    },
    new Float64Array(mean.length),
    ROUNDS,
  );
  const weights = fitted.map((value, at) => (at === 0 ? value : value * scale[at]!));
  weights[0]! -= weights.reduce((sum, value, at) => (at === 0 ? sum : sum + value * mean[at]!), 0);
  return weights;
}

/** Describes the sentence that an order puts first. */
export function signsBy({ asked, read, matrix }: ReadingExample, order: Float64Array): Float64Array {
  return signsOf(asked, read, { matrix, scores: scoresOf(matrix, order) });
}

/** The mean of each column, and one over its spread; 0 for a column that is always the same. */
function spreadsOf(rows: readonly Float64Array[]): { readonly mean: Float64Array; readonly scale: Float64Array } {
  const width = rows[0]!.length;
  const mean = new Float64Array(width);
  const squares = new Float64Array(width);
  for (const row of rows)
    for (let column = 0; column < width; column += 1) {
      mean[column]! += row[column]! / rows.length;
      squares[column]! += row[column]! ** 2 / rows.length;
    }
  const scale = squares.map((square, column) => {
    const variance = square - mean[column]! ** 2;
    return variance < 1e-10 ? 0 : 1 / Math.sqrt(variance);
  });
  return { mean, scale };
}
