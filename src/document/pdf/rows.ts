import type { PdfLine } from './pdfLine.ts';

/** Whether a line is a row of a table: cells with wide gaps, and not only a number or a sign before its text. */
export function isTabbed({ text }: PdfLine): boolean {
  if (isFigures(text)) return true;
  return text.includes('\t') && !/^(?=\S{1,7}\t[^\t]*\p{L}[^\t]*$)(?:\p{L}{1,2}\t|\p{L}{0,4}[^\p{L}\s])/u.test(text);
}

const FIGURES_MIN = 4;
const FIGURES_SHARE = 0.75;

/** Whether a line is hardly anything but figures, as rows of narrow columns are: "12-19 9,795,497 9,208,607 2,191,327". */
function isFigures(text: string): boolean {
  const cells = text.split(/\s+/u);
  const figures = cells.filter((cell) => /^[(*±$€£]{0,2}\d[\d.,%–-]*\)?\*{0,3}$/u.test(cell)).length;
  return cells.length >= FIGURES_MIN && figures >= cells.length * FIGURES_SHARE && /\d[.,]\d/u.test(text);
}
