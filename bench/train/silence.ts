import { FEATURE_COUNT } from '../../src/search/features/features.ts';
import type { Example } from './examples.ts';
import { minimise } from './lbfgs.ts';
import { firstRow, scoresOf } from './order.ts';

/** The trained part of a decision to answer; see `rank.ts` for how it is put together. */
export interface Silence {
  readonly bias: number;
  readonly perWord: number;
  readonly perMissing: number;
  /** By column. */
  readonly weights: Float64Array;
}

const RIDGE = 1e-4;
const ROUNDS = 80;
/** Bias, `perWord` and `perMissing` come before the features. */
const BEFORE = 3;

/** Trains the likelihood that the first sentence answers, by logistic regression; sets and outcomes weigh alike. */
export function trainSilence(examples: readonly Example[], order: Float64Array): Silence {
  const cases = examples.filter(({ rows }) => rows > 0);
  const inputs = cases.map((example) => inputsOf(example, order));
  const sizes = new Map<string, number>();
  const kindOf = ({ set, answerable }: Example) => `${set} ${answerable}`;
  for (const one of cases) sizes.set(kindOf(one), (sizes.get(kindOf(one)) ?? 0) + 1);
  const fitted = minimise(
    (point) => {
      const gradient = point.map((value, at) => (at === 0 ? 0 : RIDGE * value));
      let value = point.reduce((sum, one, at) => sum + (at === 0 ? 0 : (RIDGE / 2) * one * one), 0);
      for (const [at, example] of cases.entries()) {
        const share = 1 / (sizes.size * sizes.get(kindOf(example))!);
        const given = inputs[at]!;
        let sum = 0;
        for (let column = 0; column < given.length; column += 1) sum += given[column]! * point[column]!;
        const chance = sigmoid(sum);
        value -= share * Math.log(Math.max(1e-12, example.answerable ? chance : 1 - chance));
        const pull = share * (chance - (example.answerable ? 1 : 0));
        for (let column = 0; column < given.length; column += 1) gradient[column]! += pull * given[column]!;
      }
      return { value, gradient };
    },
    new Float64Array(BEFORE + FEATURE_COUNT),
    ROUNDS,
  );
  return { bias: fitted[0]!, perWord: fitted[1]!, perMissing: fitted[2]!, weights: fitted.slice(BEFORE) };
}

/** Returns the likelihood that the sentence which is first answers; 0 if there is none. */
export function answerScore(example: Example, order: Float64Array, silence: Silence): number {
  if (example.rows === 0) return 0;
  const { bias, perWord, perMissing, weights } = silence;
  const features = scoresOf({ rows: 1, matrix: firstFeatures(example, order) }, weights)[0]!;
  return sigmoid(bias + perWord * Math.log(example.terms) + perMissing * example.missing + features);
}

/** Finds the score that `share` of the answerable questions of each set reach. */
export function thresholdFor(examples: readonly Example[], scores: readonly number[], share: number): number {
  const scored = examples.map(({ set, answerable }, at) => ({ set, answerable, score: scores[at]! }));
  const bySet = Map.groupBy(
    scored.filter(({ answerable }) => answerable),
    ({ set }) => set,
  );
  return Math.min(
    ...Array.from(bySet.values(), (own) => {
      const sorted = own.map(({ score }) => score).sort((a, b) => b - a);
      return sorted[Math.floor(share * sorted.length)]!;
    }),
  );
}

function inputsOf(example: Example, order: Float64Array): Float64Array {
  const inputs = new Float64Array(BEFORE + FEATURE_COUNT);
  inputs.set([1, Math.log(example.terms), example.missing]);
  inputs.set(firstFeatures(example, order), BEFORE);
  return inputs;
}

function firstFeatures(example: Example, order: Float64Array): Float32Array {
  const row = firstRow(example, order);
  return example.matrix.subarray(row * FEATURE_COUNT, (row + 1) * FEATURE_COUNT);
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
