import type { PdfLine } from '../pdfLine.ts';

type Placed = Pick<PdfLine, 'x' | 'right'>;

/** How far from the middle of the text a centred line may be, and how much of its width it has, as shares of that. */
const OFF_MIDDLE = 0.04;
const WIDTH_MAX = 0.9;

/** Makes a test for lines in the middle of the text of a page, all of whose lines are given. */
export function centredOn(page: readonly Placed[]): (lines: readonly Placed[]) => boolean {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of page) {
    left = Math.min(left, line.x);
    right = Math.max(right, line.right);
  }
  const width = right - left;
  const middle = left + width / 2;
  return (lines) =>
    lines.length > 0 &&
    lines.every(
      (line) =>
        line.right - line.x <= width * WIDTH_MAX && Math.abs((line.x + line.right) / 2 - middle) <= width * OFF_MIDDLE,
    );
}
