import { COLUMN, FEATURE_COUNT } from './features.ts';
import type { Matches } from './matches.ts';

/** Sets the scores of the sentences, and of the blocks, before and after each sentence of a block. */
export function computeNeighbourFeatures(
  matrix: Float64Array,
  { row, count }: Matches,
  around: { readonly before: number; readonly after: number },
): void {
  const scoreAt = (at: number) => (at < 0 || at >= count ? 0 : matrix[(row + at) * FEATURE_COUNT + COLUMN.sentence]!);
  for (let at = 0; at < count; at += 1) {
    const base = (row + at) * FEATURE_COUNT;
    matrix[base + COLUMN.before] = scoreAt(at - 1);
    matrix[base + COLUMN.after] = scoreAt(at + 1);
    matrix[base + COLUMN.blockBefore] = around.before;
    matrix[base + COLUMN.blockAfter] = around.after;
  }
}
