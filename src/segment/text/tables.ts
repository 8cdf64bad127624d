import type { Part, TextPass } from './part.ts';

/** The longest second column of a list of two: a price, a time, a name. */
const CELL_MAX_CHARS = 30;

/** Finds rows whose two columns only their neighbours show: lines right below each other with as many cells, parted by wide gaps. */
export const findTables: TextPass = (parts) => {
  const cells = parts.map(cellsOf);
  return parts.map((part, index) => {
    const count = cells[index] ?? 0;
    const isBeside = (at: number, gap: number | undefined): boolean => gap === 0 && cells[at] === count;
    const isRow = count >= 2 && (isBeside(index - 1, part.gap) || isBeside(index + 1, parts[index + 1]?.gap));
    return isRow ? { ...part, shape: 'row' } : part;
  });
};

function cellsOf({ text, shape, as }: Part): number {
  if (as !== undefined || (shape !== 'prose' && shape !== 'short') || /[\r\n]/u.test(text)) return 0;
  const cells = text.split(/\s{2,}/u);
  return cells.length >= 2 && cells.slice(1).every((cell) => cell.length <= CELL_MAX_CHARS) ? cells.length : 0;
}
