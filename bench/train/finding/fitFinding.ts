import type { Features } from '../../../src/events/finding/sentencePlace.ts';
import type { Weights } from '../../../src/events/finding/scoreFeatures.ts';
import { fitLogistic } from './fitLogistic.ts';

/** A candidate with what the editors of the reading set found. */
export interface FindingExample {
  readonly features: Features;
  /** What the reader's model knows of its word. */
  readonly state: Float32Array;
  /** `main`: an event one would miss; `other`: one that one would accept; `near`: in the words of one; `none`. */
  readonly label: 'main' | 'other' | 'near' | 'none';
}

/** What tells the events of an article from its other clauses, and what the reader computes for it. */
export interface Finding {
  readonly weights: Weights;
  readonly telling: { readonly bias: number; readonly weights: readonly number[] };
}

const RIDGE = 10;
/** How much an example counts. What is near an event is neither right nor quite wrong. */
const COUNTS: Readonly<Record<FindingExample['label'], number>> = { main: 1.6, other: 1, near: 0.3, none: 1 };
/** The deviation that the numbers of a state are brought to: the smaller, the less they count against the features. */
const DEVIATION = 0.2;
const DIGITS = 4;

/** Fits features and states together; the reader's share comes out as the feature `telling`, whose weight is 1. */
export function fitFinding(examples: readonly FindingExample[]): Finding {
  const width = examples[0]?.state.length ?? 0;
  const mean = new Float64Array(width);
  const scale = new Float64Array(width);
  for (let at = 0; at < width; at++) {
    let sum = 0;
    let squares = 0;
    for (const { state } of examples) {
      sum += state[at]!;
      squares += state[at]! ** 2;
    }
    mean[at] = sum / examples.length;
    scale[at] = DEVIATION / Math.sqrt(Math.max(squares / examples.length - mean[at]! ** 2, Number.EPSILON));
  }
  const { weights, dense } = fitLogistic(
    examples.map(({ features, state, label }) => ({
      features: new Map([...features].filter(([name]) => name !== 'telling')),
      dense: Float64Array.from(state, (value, at) => (value - mean[at]!) * scale[at]!),
      isWanted: label === 'main' || label === 'other',
      counts: COUNTS[label],
    })),
    RIDGE,
  );
  const scaled = Array.from(dense, (weight, at) => Number((weight * scale[at]!).toPrecision(DIGITS)));
  const bias = -scaled.reduce((sum, weight, at) => sum + weight * mean[at]!, 0);
  return {
    weights: { ...weights, telling: 1 },
    telling: { bias: Number(bias.toPrecision(DIGITS)), weights: scaled },
  };
}
