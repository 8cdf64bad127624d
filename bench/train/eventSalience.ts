import { FEATURES, type Feature, type Features } from '../../src/events/salience/features.ts';
import { minimise } from './lbfgs.ts';

/** The events of one type in one report, and whether people noted an incident of that type. */
export interface Case {
  readonly report: number;
  readonly events: readonly Features[];
  readonly noted: boolean;
}

const RIDGE = 4;
const ROUNDS = 300;
const LEAST = 1e-9;

/**
 * Trains the weights of salience so that the likelihood that a report is about one of its events at least fits what
 * people noted; which event they meant is not known (multiple instances, "noisy or").
 */
export function trainSalience(cases: readonly Case[]): Readonly<Record<Feature, number>> {
  const rows = cases.map(({ events, noted }) => ({ noted, inputs: events.map(inputsOf) }));
  const fitted = minimise(
    (point) => {
      const gradient = point.map((weight, at) => (at === 0 ? 0 : RIDGE * weight));
      let value = point.reduce((sum, weight, at) => sum + (at === 0 ? 0 : (RIDGE / 2) * weight * weight), 0);
      for (const { noted, inputs } of rows) {
        const chances = inputs.map((input) => sigmoid(input.reduce((sum, one, at) => sum + one * point[at]!, 0)));
        const none = chances.reduce((product, chance) => product * (1 - chance), 1);
        const any = Math.max(LEAST, 1 - none);
        value -= Math.log(noted ? any : Math.max(LEAST, none));
        const slope = noted ? -none / any : 1;
        for (const [index, input] of inputs.entries())
          for (let at = 0; at < input.length; at += 1) gradient[at]! += slope * chances[index]! * input[at]!;
      }
      return { value, gradient };
    },
    new Float64Array(FEATURES.length),
    ROUNDS,
  );
  return Object.fromEntries(FEATURES.map((name, at) => [name, fitted[at]!])) as Record<Feature, number>;
}

/** Returns the salience that weights come to. */
export function salienceWith(weights: Features, features: Features): number {
  return sigmoid(FEATURES.reduce((sum, name) => sum + (features[name] ?? 0) * (weights[name] ?? 0), 0));
}

function inputsOf(features: Features): readonly number[] {
  return FEATURES.map((name) => features[name] ?? 0);
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
