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
export function inReadingOrder(drawn: readonly PdfLine[]): readonly PdfLine[] {
  const lines = withOuterPlaced(drawn);
  const gutter = gutterOf(lines);
  if (gutter !== undefined) return isInColumns(lines, gutter) ? lines : byColumns(lines, gutter);
  const jumps = lines.filter((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && line.y < before.y - before.size && line.x <= before.right;
  }).length;
  if (lines.length < MIN_LINES || jumps < lines.length * JUMPS) return lines;
  return lines.toSorted((a, b) => a.y - b.y || a.x - b.x);
}

/**
 * Puts lines that are drawn late, but above everything before them, first, and those that are drawn first, but below all others,
 * last: heads, boxes and feet that a program sets apart from the text. Text that goes on below such lines stays where it is.
 */
function withOuterPlaced(drawn: readonly PdfLine[]): readonly PdfLine[] {
  const until = feetOf(drawn);
  const lines = until === 0 ? drawn : [...drawn.slice(until), ...drawn.slice(0, until)];
  const heads: PdfLine[] = [];
  const rest: PdfLine[] = [];
  let top = Number.POSITIVE_INFINITY;
  for (let from = 0, to = 0; from < lines.length; from = to) {
    to = from;
    while (isAbove(lines[to], top)) to += 1;
    const run = lines.slice(from, Math.max(to, from + 1));
    const [last, next] = [run.at(-1), lines[Math.max(to, from + 1)]];
    const goesOn = last !== undefined && next !== undefined && next.y > last.y && next.y - last.y < last.size * NEAR;
    if (to > from && rest.length > 0 && !goesOn) heads.push(...run);
    else {
      rest.push(...run);
      top = Math.min(top, ...run.map(({ y }) => y));
    }
    to = from + run.length;
  }
  return heads.length === 0 && until === 0 ? drawn : [...heads, ...rest];
}

function isAbove(line: PdfLine | undefined, top: number): boolean {
  return line !== undefined && top < Number.POSITIVE_INFINITY && line.y < top - line.size * OUTER;
}

/** How many of the first lines of a page are drawn below all others. */
function feetOf(lines: readonly PdfLine[]): number {
  const lowest = lines.map(({ y }) => y);
  for (let at = lowest.length - 2; at >= 0; at -= 1) lowest[at] = Math.max(lowest[at] ?? 0, lowest[at + 1] ?? 0);
  let [until, highest] = [0, Number.POSITIVE_INFINITY];
  for (const [at, line] of lines.slice(0, Math.min(FEET_MAX, lines.length / 2)).entries()) {
    highest = Math.min(highest, line.y);
    const below = lowest[at + 1];
    if (below !== undefined && highest > below + line.size * OUTER) until = at + 1;
  }
  return until;
}

/** How far above or below all others such lines are, and how near the next line is to what goes on in it, in sizes of their letters. */
const OUTER = 1;
/** A foot or the text of a picture has few lines. */
const FEET_MAX = 5;
const NEAR = 2.5;

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
