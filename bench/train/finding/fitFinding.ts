import type { Features } from '../../../src/events/finding/sentencePlace.ts';
import type { Weights } from '../../../src/events/finding/scoreClause.ts';
import { minimise } from '../lbfgs.ts';

/** A candidate with what the editors of the reading set found. */
export interface FindingExample {
  readonly features: Features;
  /** `main`: an event one would miss; `other`: one that one would accept; `near`: in the words of one; `none`. */
  readonly label: 'main' | 'other' | 'near' | 'none';
}

const RIDGE = 10;
const ROUNDS = 100;
const LEAST = 1e-12;
/** How much an example counts. What is near an event is neither right nor quite wrong. */
const COUNTS: Readonly<Record<FindingExample['label'], number>> = { main: 1.6, other: 1, near: 0.3, none: 1 };

/** Fits a logistic regression with a ridge; the bias has none. */
export function fitFinding(examples: readonly FindingExample[]): Weights {
  const names = [...new Set(examples.flatMap(({ features }) => [...features.keys()]))].sort();
  const indexes = new Map(names.map((name, index) => [name, index]));
  const bias = indexes.get('bias');
  const rows = examples.map(({ features, label }) => ({
    inputs: [...features].map(([name, value]) => [indexes.get(name)!, value] as const),
    wanted: label === 'main' || label === 'other' ? 1 : 0,
    counts: COUNTS[label],
  }));
  const fitted = minimise(
    (point) => {
      const gradient = point.map((weight, at) => (at === bias ? 0 : RIDGE * weight));
      let value = point.reduce((sum, weight, at) => sum + (at === bias ? 0 : (RIDGE / 2) * weight * weight), 0);
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
