import { FEATURES, type Features } from './features.ts';
import trained from './weights.json' with { type: 'json' };

/**
 * Returns the probability, 0 to 1, that a text is about an event rather than mentioning it in passing. Weights come
 * from `npm run train:events`: logistic regression over reports whose incidents people annotated.
 */
export function salienceOf(features: Features): number {
  const weights = trained.weights as Features;
  const sum = FEATURES.reduce((total, name) => total + (features[name] ?? 0) * (weights[name] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
