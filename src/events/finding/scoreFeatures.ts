import type { Features } from './sentencePlace.ts';

/** What was learned: a weight for each feature by name. */
export type Weights = Readonly<Record<string, number>>;

/** Returns how likely, 0 to 1, what has these features is what a model was fitted to tell. */
export function scoreFeatures(features: Features, weights: Weights): number {
  let sum = 0;
  for (const [name, value] of features) sum += value * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
