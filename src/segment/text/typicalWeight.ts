import type { Part } from './part.ts';

/** The median weight of the parts that are running text; 0 if there is none. */
export function typicalWeight(parts: readonly Part[]): number {
  const weights = parts.flatMap(({ shape, weight }) => (shape === 'prose' ? [weight] : [])).sort((a, b) => a - b);
  return weights[Math.floor(weights.length / 2)] ?? 0;
}
