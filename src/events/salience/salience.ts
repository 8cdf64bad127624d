import { FEATURES, type Features } from './features.ts';
import trained from './weights.json' with { type: 'json' };

/**
 * Tells how likely it is that a text is about an event rather than mentions it in passing, from 0 to 1. Weights come from
 * `npm run train -- events`, by logistic regression over reports of which people noted the incidents.
 */
export function salienceOf(features: Features): number {
  const weights = trained.weights as Features;
  const sum = FEATURES.reduce((total, name) => total + (features[name] ?? 0) * (weights[name] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
