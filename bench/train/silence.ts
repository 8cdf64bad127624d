import { COLUMN, WIDTH, type Feature } from '../../src/search/features.ts';
import type { Trial } from './examples.ts';
import { minimise } from './lbfgs.ts';
import { scoresOf } from './order.ts';

/** What silence is decided by: shares, which mean the same for short and long questions, and no kinds of answer. */
export const SILENCE_FEATURES = [
  'sentence',
  'block',
  'sentenceRarity',
  'blockRarity',
  'coverage',
  'coverageRarity',
  'blockCoverage',
  'allWords',
  'allBlock',
  'window',
  'related',
  'similar',
  'relatedBlock',
  'similarBlock',
  'softBlock',
  'names',
  'namesBlock',
  'numbers',
  'full',
  'allBigrams',
  'density',
  'bestInBlock',
  'rawAll',
  'rawSentence',
  'rawSoft',
] as const satisfies readonly Feature[];

/** The trained part of a decision to answer; see `rank.ts` for how it is put together. */
export interface Silence {
  readonly bias: number;
  readonly perWord: number;
  readonly perMissing: number;
  readonly weights: Float64Array;
}

const RIDGE = 1e-3;
const ROUNDS = 80;

/** Trains the likelihood that the first sentence answers, by logistic regression; both outcomes weigh alike. */
export function trainSilence(trials: readonly Trial[], order: Float64Array): Silence {
  const cases = trials
    .filter(({ rows }) => rows > 0)
    .map((trial) => ({ inputs: inputsOf(trial, order), answerable: trial.answerable }));
  const width = SILENCE_FEATURES.length + 3;
  const answerable = cases.filter((one) => one.answerable).length;
  const fitted = minimise(
    (point) => {
      const gradient = point.map((value, at) => (at === 0 ? 0 : RIDGE * value));
      let value = point.reduce((sum, one, at) => sum + (at === 0 ? 0 : (RIDGE / 2) * one * one), 0);
      for (const { inputs, answerable: positive } of cases) {
        const share = 0.5 / (positive ? answerable : cases.length - answerable);
        const chance = sigmoid(inputs.reduce((sum, input, at) => sum + input * point[at]!, 0));
        value -= share * Math.log(Math.max(1e-12, positive ? chance : 1 - chance));
        for (let at = 0; at < width; at += 1) gradient[at]! += share * (chance - (positive ? 1 : 0)) * inputs[at]!;
      }
      return { value, gradient };
    },
    new Float64Array(width),
    ROUNDS,
  );
  const weights = new Float64Array(WIDTH);
  for (const [at, feature] of SILENCE_FEATURES.entries()) weights[COLUMN[feature]] = fitted[at + 3]!;
  return { bias: fitted[0]!, perWord: fitted[1]!, perMissing: fitted[2]!, weights };
}

/** Gives the likelihood that a trial's first sentence answers; 0 where there is none. */
export function answerScore(
  trial: Trial,
  order: Float64Array,
  { bias, perWord, perMissing, weights }: Silence,
): number {
  if (trial.rows === 0) return 0;
  const row = firstRow(trial, order);
  const features = scoresOf({ rows: 1, matrix: trial.matrix.subarray(row * WIDTH, (row + 1) * WIDTH) }, weights)[0]!;
  return sigmoid(bias + perWord * Math.log(trial.terms) + perMissing * trial.missing + features);
}

/** Finds the score that `share` of the answerable questions reach. */
export function thresholdFor(scores: readonly number[], share: number): number {
  return scores.toSorted((a, b) => b - a)[Math.floor(share * scores.length)]!;
}

function inputsOf(trial: Trial, order: Float64Array): readonly number[] {
  const row = firstRow(trial, order);
  const features = SILENCE_FEATURES.map((feature) => trial.matrix[row * WIDTH + COLUMN[feature]]!);
  return [1, Math.log(trial.terms), trial.missing, ...features];
}

function firstRow(trial: Trial, order: Float64Array): number {
  const scores = scoresOf(trial, order);
  return scores.indexOf(Math.max(...scores));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
