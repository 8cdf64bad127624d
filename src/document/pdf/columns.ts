import { gutterOf } from './gutter.ts';
import type { PdfLine } from './pdfLine.ts';

/** Share of a page's lines above which jumping about means that they are in no order. */
const JUMPS = 0.25;
const MIN_LINES = 8;
/** Changes from the left column to the right one that a page in order has: one for each part between wide lines. */
const CHANGES = 4;

/**
 * Puts the lines of a page in reading order. Files mostly have them so. Where there are two columns, what is between two
 * lines that go across is read from the left column on; other lines that jump about, from the top down.
 */
export function inReadingOrder(lines: readonly PdfLine[]): readonly PdfLine[] {
  const gutter = gutterOf(lines);
  if (gutter !== undefined) return isInColumns(lines, gutter) ? lines : byColumns(lines, gutter);
  const jumps = lines.filter((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && line.y < before.y - before.size && line.x <= before.right;
  }).length;
  if (lines.length < MIN_LINES || jumps < lines.length * JUMPS) return lines;
  return lines.toSorted((a, b) => a.y - b.y || a.x - b.x);
}

/** Whether a page has its left column first: the right one is not left for a line that is further up, or again and again. */
function isInColumns(lines: readonly PdfLine[], gutter: number): boolean {
  const steps = lines.slice(1).map((line, index) => [lines[index] ?? line, line] as const);
  const back = steps.filter(([before, line]) => before.x >= gutter && line.right <= gutter);
  return back.length < CHANGES && back.every(([before, line]) => line.y > before.y - before.size);
}

function byColumns(lines: readonly PdfLine[], gutter: number): readonly PdfLine[] {
  const sorted = lines.toSorted((a, b) => a.y - b.y || a.x - b.x);
  const ordered: PdfLine[] = [];
  let right: PdfLine[] = [];
  for (const line of sorted) {
    if (line.x >= gutter) right.push(line);
    else {
      // A line that goes across ends the part above it.
      if (line.right > gutter) {
        ordered.push(...right);
        right = [];
      }
      ordered.push(line);
    }
  }
  return [...ordered, ...right];
}
