import type { PdfLine } from './pdfLine.ts';

/** Lines of one edge that a column has at least, and their share of its lines. */
const SHARED_MIN = 3;
const SHARED_SHARE = 0.15;
const SAME_POINTS = 1.5;
/** Labels and cells, which end alike by chance, are shorter. */
const PROSE_CHARS = 25;
/** How far up and down a page lines are compared, in sizes of their letters: what is further may be set to another width. */
const NEAR_SIZES = 50;

/**
 * Finds where the column of each line ends: where several lines of about its size that share its width end, as far right
 * as there are such; a line that goes further was not broken where it should be. Where no two lines end alike, it is the
 * furthest.
 */
export function rightEdges(lines: readonly PdfLine[]): readonly number[] {
  const pages = Map.groupBy(lines, ({ page }) => page);
  const known = new Map<PdfLine, number>();
  for (const page of pages.values())
    for (const line of page) {
      const beside = page.filter(
        (other) =>
          Math.abs(other.size - line.size) < line.size * 0.1 &&
          other.x < line.right &&
          other.right > line.x &&
          other.x > line.x - line.size * 12 &&
          Math.abs(other.y - line.y) < line.size * NEAR_SIZES,
      );
      const ends = beside.flatMap(({ text, right }) => (text.length >= PROSE_CHARS ? [right] : []));
      known.set(line, edgeOf(ends) ?? Math.max(...beside.map(({ right }) => right), line.right));
    }
  return lines.map((line) => known.get(line) ?? line.right);
}

/** The furthest place where several lines end. */
function edgeOf(ends: readonly number[]): number | undefined {
  const needed = Math.max(SHARED_MIN, ends.length * SHARED_SHARE);
  const sorted = ends.toSorted((a, b) => b - a);
  let until = 0;
  for (const [from, end] of sorted.entries()) {
    while (until < sorted.length && (sorted[until] ?? 0) >= end - SAME_POINTS) until += 1;
    if (until - from >= needed) return end;
  }
  return undefined;
}
