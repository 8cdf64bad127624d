import type { Fragment } from '../fragment.ts';
import { entryAt } from '../../runtime/entryAt.ts';
import { isEmptyLine, type RstLines } from './rstLines.ts';

/** Rows of a table as the texts of their cells, and the index of the line behind it. */
interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly end: number;
}

const SIMPLE_RULER = /^={2,}(?:[ \t]+={2,})+[ \t]*$/u;
const SPANNING_RULER = /^[-=]{2,}(?:[ \t]+[-=]{2,})*[ \t]*$/u;
const GRID_RULER = /^\+(?:[-=]+\+)+[ \t]*$/u;

/** Reads a table that is drawn, with a grid or with rulers alone; undefined if there is none. */
export function tableAt({ lines, at }: RstLines): Table | undefined {
  const first = lines[at] ?? '';
  if (GRID_RULER.test(first)) return gridTable({ lines, at });
  return SIMPLE_RULER.test(first) ? simpleTable({ lines, at }) : undefined;
}

/** Makes one block of each row, its cells parted by tabs. */
export function rowFragments(
  rows: readonly (readonly string[])[],
  inline: (text: string) => string,
): readonly Fragment[] {
  return rows.flatMap((cells): readonly Fragment[] => {
    const text = cells.map(inline).join('\t').trim();
    return text === '' ? [] : [{ kind: 'paragraph', role: 'row', text }];
  });
}

/** Columns are where the first ruler has them; a line whose first column is empty goes on with the row above. */
function simpleTable({ lines, at }: RstLines): Table | undefined {
  const starts = [...entryAt(lines, at).matchAll(/=+/gu)].map(({ index }) => index);
  const rows: string[][] = [];
  let isOpen = false;
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = entryAt(lines, next);
    if (SIMPLE_RULER.test(line)) {
      if (isEmptyLine(lines[next + 1]) && rows.length > 0) return { rows, end: next + 1 };
      isOpen = false;
      continue;
    }
    if (SPANNING_RULER.test(line)) continue;
    if (line.trim() === '') {
      isOpen = false;
      continue;
    }
    const cells = starts.map((start, column) => line.slice(start, starts[column + 1]).trim());
    if (isOpen && cells[0] === '') addTo(rows.at(-1), cells);
    else rows.push(cells);
    isOpen = true;
  }
  return undefined;
}

function gridTable({ lines, at }: RstLines): Table | undefined {
  const rows: string[][] = [];
  let group: string[] = [];
  let end = at + 1;
  for (; end < lines.length && /^[+|]/u.test(lines[end] ?? ''); end += 1) {
    const line = entryAt(lines, end).trimEnd();
    if (!GRID_RULER.test(line)) {
      group.push(line);
      continue;
    }
    if (group.length > 0) rows.push(gridRow(group));
    group = [];
  }
  if (group.length > 0) rows.push(gridRow(group));
  return rows.length === 0 ? undefined : { rows, end };
}

/** The cells of a row: its lines are cut where all of them have a bar. */
function gridRow(lines: readonly string[]): string[] {
  const plain = lines.map((line) =>
    line.replaceAll(/\+[-=]{3,}(?:\+[-=]{3,})*\+?/gu, (drawn) => '|'.padEnd(drawn.length)),
  );
  const bars = [...entryAt(plain, 0).matchAll(/\|/gu)].flatMap(({ index }) =>
    plain.every((line) => line[index] === '|') ? [index] : [],
  );
  const cells = bars.map(() => '');
  for (const line of plain)
    addTo(
      cells,
      bars.map((bar, column) => line.slice(bar + 1, bars[column + 1] ?? line.length).trim()),
    );
  return cells.slice(0, -1);
}

function addTo(row: string[] | undefined, cells: readonly string[]): void {
  for (const [column, cell] of cells.entries())
    if (row !== undefined && cell !== '') row[column] = [row[column], cell].filter(Boolean).join(' ');
}

/** Reads lines of values parted by commas, with quotation marks around those that have commas. */
export function commaRows(lines: readonly string[]): readonly (readonly string[])[] {
  return lines.flatMap((line) => {
    if (line.trim() === '') return [];
    const cells = [...line.matchAll(/(?:^|,)[ \t]*(?:"((?:[^"]|"")*)"|([^",]*))/gu)];
    return [cells.map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim())];
  });
}
