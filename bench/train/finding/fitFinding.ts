import type { Features } from '../../../src/events/finding/sentencePlace.ts';
import type { Weights } from '../../../src/events/finding/scoreFeatures.ts';
import { fitLogistic } from './fitLogistic.ts';

/** A candidate with what the editors of the reading set found. */
export interface FindingExample {
  readonly features: Features;
  /** `main`: an event one would miss; `other`: one that one would accept; `near`: in the words of one; `none`. */
  readonly label: 'main' | 'other' | 'near' | 'none';
}

const RIDGE = 10;
/** How much an example counts. What is near an event is neither right nor quite wrong. */
const COUNTS: Readonly<Record<FindingExample['label'], number>> = { main: 1.6, other: 1, near: 0.3, none: 1 };

/** Fits what tells the events of an article from its other clauses. */
export function fitFinding(examples: readonly FindingExample[]): Weights {
  return fitLogistic(
    examples.map(({ features, label }) => ({
      features,
      isWanted: label === 'main' || label === 'other',
      counts: COUNTS[label],
    })),
    RIDGE,
  );
}
