import type { Features } from '../../../src/events/finding/sentencePlace.ts';
import type { Weights } from '../../../src/events/finding/scoreFeatures.ts';
import { minimise } from '../lbfgs.ts';

/** Features with what they should tell, and how much that counts. */
export interface Example {
  readonly features: Features;
  readonly isWanted: boolean;
  readonly counts: number;
}

const ROUNDS = 100;
const LEAST = 1e-12;

/** Fits a logistic regression with a ridge; the bias has none. */
export function fitLogistic(examples: readonly Example[], ridge: number): Weights {
  const names = [...new Set(examples.flatMap(({ features }) => [...features.keys()]))].sort();
  const indexes = new Map(names.map((name, index) => [name, index]));
  const bias = indexes.get('bias');
  const rows = examples.map(({ features, isWanted, counts }) => ({
    inputs: [...features].map(([name, value]) => [indexes.get(name)!, value] as const),
    wanted: isWanted ? 1 : 0,
    counts,
  }));
  const fitted = minimise(
    (point) => {
      const gradient = point.map((weight, at) => (at === bias ? 0 : ridge * weight));
      let value = point.reduce((sum, weight, at) => sum + (at === bias ? 0 : (ridge / 2) * weight * weight), 0);
      for (const { inputs, wanted, counts } of rows) {
        const sum = inputs.reduce((total, [at, input]) => total + point[at]! * input, 0);
        const chance = 1 / (1 + Math.exp(-sum));
        value -= counts * Math.log(Math.max(LEAST, wanted === 1 ? chance : 1 - chance));
        for (const [at, input] of inputs) gradient[at]! += counts * (chance - wanted) * input;
      }
      return { value, gradient };
    },
    new Float64Array(names.length),
    ROUNDS,
  );
  return Object.fromEntries(names.map((name, at) => [name, Math.round(1000 * fitted[at]!) / 1000]));
}
