import reading from '../../src/answer/reading/reading.json' with { type: 'json' };
import type { Measure } from './printMeasures.ts';

/**
 * Lists, for each tenth of the confidence, how many answers to questions of the sets that it was fitted on have it, and which
 * share of their first sentences is right: each judged by weights fitted on other articles when they were trained.
 */
export function reliability(): readonly Measure[] {
  return reading.figures.reliability.map(({ from, mean, right, n }) => ({
    name: `answers from ${from.toFixed(1)} (${n}, ${mean.toFixed(1)} on average): first sentence right`,
    value: right,
  }));
}
