import type { Fragment } from '../../segment/fragment.ts';
import { isElement, tagOf, type DomElement, type DomNode } from './domNode.ts';

const LAYOUT_PARTS = 'table, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, pre, article, section, figure, form';
/** Nobody writes a cell of a table this long. */
const CELL_MAX_CHARS = 600;

/** Returns true if a table only places what is in it: one column, or cells that are pages of their own. */
export function isLayoutTable(table: DomElement): boolean {
  if (/^(?:presentation|none)$/iu.test(table.getAttribute('role') ?? '')) return true;
  if (table.querySelector('caption, thead, th') !== null) return false;
  const rows = [...tableRows(table)].map(cellsOf);
  return (
    rows.every((cells) => cells.filter(isFilled).length <= 1) ||
    rows.some((cells) =>
      cells.some(
        (cell) => cell.querySelector(LAYOUT_PARTS) !== null || (cell.textContent ?? '').length > CELL_MAX_CHARS,
      ),
    )
  );
}

/** Lists the rows of a table, each with tabs between its cells, and its caption above them. */
export function rowsOf(table: DomElement, textOf: (cell: DomElement) => string): readonly Fragment[] {
  const captions = children(table).filter((child) => tagOf(child) === 'caption');
  const rows = [...tableRows(table)].map((row) => cellsOf(row).map(textOf).join('\t').trimEnd());
  return [
    ...captions.map((caption): Fragment => ({ kind: 'caption', text: textOf(caption) })),
    ...rows.map((text): Fragment =>
      isSaid(text) ? { kind: 'paragraph', text } : { kind: 'paragraph', role: 'row', text },
    ),
  ].filter(({ text }) => /[\p{L}\p{N}\p{S}]/u.test(text));
}

/** Whether a row is one cell with a sentence or what leads to one, as mails are set: "You have a new message:". */
function isSaid(text: string): boolean {
  return !text.includes('\t') && /\s\S+\s.*[.!?:,]["”’»)]?$/u.test(text.trim());
}

/** The rows of a table, not those of tables in it. */
function* tableRows(element: DomElement): Generator<DomElement> {
  for (const child of children(element)) {
    const tag = tagOf(child);
    if (tag === 'tr') yield child;
    else if (tag === 'thead' || tag === 'tbody' || tag === 'tfoot') yield* tableRows(child);
  }
}

function cellsOf(row: DomElement): readonly DomElement[] {
  return children(row).filter((child) => /^t[dh]$/u.test(tagOf(child)));
}

function children(element: DomElement): readonly DomElement[] {
  return [...element.childNodes].filter((child): child is DomElement => isElement(child));
}

function isFilled(node: DomNode): boolean {
  return (node.textContent ?? '').trim() !== '';
}
