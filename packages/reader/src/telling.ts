import type { Numbers } from './loadRuntime.ts';

/** What is read of `telling.json`: a linear head over the state of each token. */
export interface TellingHead {
  /** The tensor of the model that holds the states. */
  readonly tensor: string;
  readonly bias: number;
  /** One for each number of a state. */
  readonly weights: readonly number[];
}

/** Returns the state of a token, counted from the sentence's first: a view into all of them. */
export function stateOf(states: Numbers, token: number, width: number): Numbers {
  return states.subarray((token + 1) * width, (token + 2) * width);
}

/** Computes what a state says, in log-odds to a tenth. */
export function tellingOf(state: Numbers, { bias, weights }: TellingHead): number {
  let sum = bias;
  for (let at = 0; at < weights.length; at++) sum += weights[at]! * Number(state[at]);
  // Not minus zero.
  return Math.round(10 * sum) / 10 + 0;
}
