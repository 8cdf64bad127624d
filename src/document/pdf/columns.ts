import type { PdfLine } from './pdfLine.ts';

/** Lines that have to begin at the same place for a second column. */
const MIN_LINES = 8;
const SAME_POINTS = 6;
/** Share of a page's lines above which jumping up means that they are in no order. */
const JUMPS = 0.25;

/**
 * Puts the lines of a page in reading order. Files mostly have them so; lines that jump about are sorted from the top
 * down, one column after the other where lines begin at two places.
 */
export function inReadingOrder(lines: readonly PdfLine[]): readonly PdfLine[] {
  const jumps = lines.filter((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && line.y < before.y - before.size && !isBeside(before, line);
  }).length;
  if (lines.length < MIN_LINES || jumps < lines.length * JUMPS) return lines;
  const middle = secondColumn(lines);
  const columnOf = ({ x }: PdfLine): number => (middle !== undefined && x >= middle - SAME_POINTS ? 1 : 0);
  return lines.toSorted((a, b) => columnOf(a) - columnOf(b) || a.y - b.y || a.x - b.x);
}

/** Whether a line begins a column to the right of the one before. */
function isBeside(before: PdfLine, line: PdfLine): boolean {
  return line.x > before.right;
}

function secondColumn(lines: readonly PdfLine[]): number | undefined {
  const left = Math.min(...lines.map(({ x }) => x));
  const width = Math.max(...lines.map(({ right }) => right)) - left;
  const starts = lines.map(({ x }) => x).filter((x) => x > left + width * 0.35 && x < left + width * 0.7);
  return starts.find((x) => starts.filter((other) => Math.abs(other - x) < SAME_POINTS).length >= MIN_LINES);
}
