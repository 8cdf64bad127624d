import type { Features } from '../../../src/events/finding/sentencePlace.ts';
import type { Weights } from '../../../src/events/finding/scoreFeatures.ts';
import { minimise } from '../lbfgs.ts';

/** Features with what they should tell, and how much that counts. */
export interface Example {
  readonly features: Features;
  readonly isWanted: boolean;
  readonly counts: number;
  /** Numbers that every example has, as many in each, beside its features. */
  readonly dense?: Float64Array | undefined;
}

export interface Logistic {
  readonly weights: Weights;
  /** One for each of the dense numbers. */
  readonly dense: Float64Array;
}

const ROUNDS = 100;
const LEAST = 1e-12;
const NONE = new Float64Array(0);

/** Fits a logistic regression with a ridge; the bias has none. */
export function fitLogistic(examples: readonly Example[], ridge: number): Logistic {
  const names = [...new Set(examples.flatMap(({ features }) => [...features.keys()]))].sort();
  const indexes = new Map(names.map((name, index) => [name, index]));
  const bias = indexes.get('bias');
  const offset = names.length;
  const width = examples[0]?.dense?.length ?? 0;
  const rows = examples.map(({ features, isWanted, counts, dense = NONE }) => ({
    inputs: [...features].map(([name, value]) => [indexes.get(name)!, value] as const),
    dense,
    wanted: isWanted ? 1 : 0,
    counts,
  }));
  const fitted = minimise(
    (point) => {
      const gradient = point.map((weight, at) => (at === bias ? 0 : ridge * weight));
      let value = point.reduce((sum, weight, at) => sum + (at === bias ? 0 : (ridge / 2) * weight * weight), 0);
      for (const { inputs, dense, wanted, counts } of rows) {
        let sum = 0;
        for (const [at, input] of inputs) sum += point[at]! * input;
        for (let at = 0; at < width; at++) sum += point[offset + at]! * dense[at]!;
        const chance = 1 / (1 + Math.exp(-sum));
        value -= counts * Math.log(Math.max(LEAST, wanted === 1 ? chance : 1 - chance));
        const error = counts * (chance - wanted);
        for (const [at, input] of inputs) gradient[at]! += error * input;
        for (let at = 0; at < width; at++) gradient[offset + at]! += error * dense[at]!;
      }
      return { value, gradient };
    },
    new Float64Array(offset + width),
    ROUNDS,
  );
  return {
    weights: Object.fromEntries(names.map((name, at) => [name, Math.round(1000 * fitted[at]!) / 1000])),
    dense: fitted.slice(offset),
  };
}
