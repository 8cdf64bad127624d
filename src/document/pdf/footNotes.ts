import { isFootnote } from '../../segment/shape.ts';
import { CAPTION } from './captionLine.ts';
import type { Kinded } from './kinded.ts';
import type { Setting } from './paragraphs.ts';
import type { PdfLine } from './pdfLine.ts';

const NOTE_SIZE = 0.93;
/** Notes are in the lower part of a page. */
const RAISED_FROM = 0.5;
/** How much further left than a column a table below it begins, in sizes of its letters. */
const COLUMN_MIN = 12;
/** Notes in smaller letters, by whether a raised number begins them. */
const SMALL_FROM = 0.1;
const PLAIN_FROM = 0.4;
const RAISED = /^[⁰¹²³⁴-⁹]{1,3}\s?["“„(]?\p{L}/u;

/** The notes at the foot of each column of a page; a column ends where the next line is further up, or begins far left of it. */
export function footLines(page: readonly PdfLine[], setting: Setting): ReadonlySet<PdfLine> {
  const columns: PdfLine[][] = [];
  let left = Number.POSITIVE_INFINITY;
  for (const line of page) {
    const column = columns.at(-1);
    const before = column?.at(-1);
    const isLeft = line.x < left - line.size * COLUMN_MIN;
    if (column && before && line.y > before.y - before.size * 2 && !isLeft) column.push(line);
    else columns.push([line]);
    left = columns.at(-1)?.length === 1 ? line.x : Math.min(left, line.x);
  }
  return new Set(columns.flatMap((column) => [...columnFoot(column, setting)]));
}

/** Lines in smaller letters at the foot of a column, from one that begins with the sign of a note. */
function columnFoot(page: readonly PdfLine[], { size }: Setting): ReadonlySet<PdfLine> {
  let from = page.length;
  while (from > 0 && (page[from - 1]?.size ?? size) < size * NOTE_SIZE) from -= 1;
  const foot = page.slice(from);
  const start = foot.findIndex(
    ({ text, y, pageHeight }) =>
      // A table across the page may end its columns further up.
      y > pageHeight * (RAISED.test(text) ? SMALL_FROM : PLAIN_FROM) &&
      (isFootnote(text) || /^(?:\d{1,3}|[*∗†‡§])\s?\p{L}/u.test(text)) &&
      !CAPTION.test(text),
  );
  const small = start === -1 ? [] : foot.slice(start);
  // A raised number at the head of a line is that of a note, in letters of any size.
  const raised = page.findIndex(({ text, y, pageHeight }) => y > pageHeight * RAISED_FROM && RAISED.test(text));
  const below = raised === -1 ? [] : page.slice(raised);
  const isFoot = below.every((line) => line.size <= (below[0]?.size ?? size) * 1.05);
  return new Set(isFoot && below.length > small.length ? below : small);
}

/** Puts the notes of each page behind the last block that begins on it. */
export function withNotes(body: readonly Kinded[], notes: readonly Kinded[]): readonly Kinded[] {
  const placed: Kinded[] = [];
  let next = 0;
  for (const [index, fragment] of body.entries()) {
    placed.push(fragment);
    const following = body[index + 1]?.page ?? Number.POSITIVE_INFINITY;
    for (let note = notes[next]; note && (note.page ?? 0) < following; note = notes[next]) {
      placed.push(note);
      next += 1;
    }
  }
  return [...placed, ...notes.slice(next)];
}
