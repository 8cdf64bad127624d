import { scoresOf } from '../../../src/answer/reading/weighReading.ts';
import { minimise } from '../lbfgs.ts';

const ORDER_RIDGE = 1e-2;
const ROUNDS = 120;

/** The sentences of a question: their evidence, row after row, which of them answer, and how much the question counts. */
export interface OrderExample {
  readonly matrix: Float64Array;
  readonly answers: readonly number[];
  readonly weight: number;
}

/** Trains an order: the softmax over the sentences should fall on those that answer. */
export function fitOrder(examples: readonly OrderExample[]): Float64Array {
  const useful = examples.filter(({ answers }) => answers.includes(1));
  const scale = orderScales(useful);
  const width = scale.length;
  const total = useful.reduce((sum, { weight }) => sum + weight, 0);
  const fitted = minimise(
    (point) => {
      const weights = point.map((value, column) => value * scale[column]!);
      const gradient = new Float64Array(width);
      let value = 0;
      for (const example of useful) value += addLoss(example, weights, { gradient, share: example.weight / total });
      for (let column = 0; column < width; column += 1) {
        gradient[column] = gradient[column]! * scale[column]! + ORDER_RIDGE * point[column]!;
        value += (ORDER_RIDGE / 2) * point[column]! ** 2;
      }
      return { value, gradient };
    },
    new Float64Array(width),
    ROUNDS,
  );
  return fitted.map((value, column) => value * scale[column]!);
}

function addLoss(
  { matrix, answers }: OrderExample,
  weights: Float64Array,
  { gradient, share }: { readonly gradient: Float64Array; readonly share: number },
): number {
  const width = weights.length;
  const scores = scoresOf(matrix, weights);
  const most = Math.max(...scores);
  const chances = scores.map((score) => Math.exp(score - most));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  const right = chances.reduce((sum, chance, row) => sum + (answers[row] ? chance : 0), 0);
  for (const [row, a] of answers.entries()) {
    const pull = share * (chances[row]! / all - (a ? chances[row]! / right : 0));
    if (Math.abs(pull) < 1e-9) continue;
    for (let column = 0; column < width; column += 1) gradient[column]! += pull * matrix[row * width + column]!;
  }
  return -share * Math.log(right / all);
}

function orderScales(examples: readonly OrderExample[]): Float64Array {
  const rows = examples.flatMap(({ matrix, answers }) => {
    const width = matrix.length / answers.length;
    return answers.map((_, row) => matrix.subarray(row * width, (row + 1) * width));
  });
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
