/** How quickly repeated words stop counting (`k`), and how strongly long texts are penalized (`b`). */
export interface Saturation {
  readonly k: number;
  readonly b: number;
}

/** Sentences are short, so a second mention adds little. */
export const SENTENCE: Saturation = { k: 0.5, b: 0.35 };
export const BLOCK: Saturation = { k: 0.9, b: 0.3 };

/** BM25's term frequency (Robertson and Zaragoza, 2009), scaled to less than 1. */
export function saturated(count: number, length: number, average: number, { k, b }: Saturation): number {
  return count === 0 ? 0 : count / (count + k * (1 - b + (b * length) / average));
}
