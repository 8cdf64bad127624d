import { raised, lowered } from '../../segment/raised.ts';
import { drawnOnce } from './drawnOnce.ts';
import type { Glyphs, PdfFont } from './glyphs.ts';
import { gutterOf } from './gutter.ts';
import { lettersOf, withJoinedLetters } from './letters.ts';
import { usualOf, type PdfLine } from './pdfLine.ts';

/** A run of letters as pdf.js gives it, less what is not used. */
export interface PdfRun {
  readonly str: string;
  readonly width: number;
  /** From text space to the page's: scale and turn, then the place. */
  readonly transform: readonly number[];
  readonly fontName: string;
}

export interface PageOf {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedOn {
  /** From the page's space to what is seen: turned upright, `y` down. */
  readonly view: readonly number[];
  readonly fontOf: (name: string) => PdfFont;
}

/** In widths of the font's size. */
const SPACE_MIN = 0.16;
const GAP_MIN = 1.6;
const BASELINE_MAX = 0.35;
const SHIFT_MAX = 0.75;
const SMALLER = 0.87;
const SHIFT_MIN = 0.08;

/** Places the letters of a page on it. Text that is turned, such as a stamp in the margin, is left out. */
export function pageGlyphs(runs: readonly PdfRun[], page: PlacedOn): readonly Glyphs[] {
  return drawnOnce(runs.flatMap((run) => placed(run, page) ?? []));
}

/**
 * Puts the letters of a page together to lines, in the order in which the file has them. Raised and lowered figures become
 * such characters.
 */
export function pageLines(glyphs: readonly Glyphs[], page: PageOf): readonly PdfLine[] {
  const gutter = gutterOf(
    setInLines(glyphs, (last, next) => next.x - last.right > next.size * GAP_MIN).flatMap((line) => lineOf(line, page)),
  );
  const isParted = (last: Glyphs, next: Glyphs): boolean =>
    gutter !== undefined && last.x < gutter && last.right <= gutter + next.size && next.x >= gutter;
  return withRaisedMarks(setInLines(glyphs, isParted)).flatMap((line) => lineOf(line, page));
}

/** Puts the raised numbers of notes that a file draws after their line back into the gap that the line has for them. */
function withRaisedMarks(lines: readonly (readonly Glyphs[])[]): readonly (readonly Glyphs[])[] {
  const kept: Glyphs[][] = [];
  for (const line of lines) {
    const before = kept.at(-1);
    const at = before === undefined ? -1 : gapFor(line, before);
    if (before !== undefined && at > 0) before.splice(at, 0, ...line);
    else kept.push([...line]);
  }
  return kept;
}

/** Where in a line small raised signs belong, drawn after it: between letters that leave room for them, or behind it; -1 if nowhere. */
function gapFor(marks: readonly Glyphs[], line: readonly Glyphs[]): number {
  const [first, last] = [marks[0], marks.at(-1)];
  const base = baseOf(line);
  if (!first || !last || !/^[\d*†‡§,\s]{1,4}$/u.test(marks.map(({ text }) => text).join(''))) return -1;
  const isRaised = first.size < base.size * SMALLER && first.y < base.y && base.y - first.y <= base.size * SHIFT_MAX;
  const slack = base.size * 0.15;
  if (!isRaised) return -1;
  const next = line.findIndex(({ x }) => x >= last.right - slack);
  const at = next === -1 ? line.length : next;
  const [left, right] = [line[at - 1], line[at]];
  const fits =
    left !== undefined && left.right <= first.x + slack && (right !== undefined || first.x - left.right < base.size);
  return fits ? at : -1;
}

/** Puts letters together to lines, which end also where `isParted` says so. */
function setInLines(
  glyphs: readonly Glyphs[],
  isParted: (last: Glyphs, next: Glyphs) => boolean,
): readonly (readonly Glyphs[])[] {
  const lines: Glyphs[][] = [];
  for (const each of glyphs) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && isOnLine(line, each) && !isParted(last, each)) line.push(each);
    else lines.push([each]);
  }
  return lines;
}

function placed({ str, width, transform, fontName }: PdfRun, { view, fontOf }: PlacedOn): Glyphs | undefined {
  if (str.trim() === '') return undefined;
  const [a, b, c, d, e, f] = multiplied(view, transform);
  const size = Math.hypot(c, d);
  if (size === 0 || Math.abs(b) > Math.abs(a) * 0.1 || a < 0) return undefined;
  return { text: lettersOf(str), x: e, right: e + width, y: f, size, font: fontOf(fontName) };
}

type Matrix = readonly [number, number, number, number, number, number];

function multiplied(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Whether letters go on the line, also raised or lowered; those that begin again further left do not. */
function isOnLine(line: readonly Glyphs[], { x, y, size }: Glyphs): boolean {
  const last = line.at(-1);
  const base = baseOf(line);
  if (!last) return false;
  // A lowered letter may stand below a raised one.
  const isScript = ({ size: other }: { readonly size: number }): boolean => other < base.size * SMALLER;
  const stem = isScript({ size }) && isScript(last) ? line.findLast((each) => !isScript(each)) : last;
  if (x < (stem ?? last).right - Math.max(size, base.size) * 0.6) return false;
  const shift = Math.abs(y - base.y);
  const larger = Math.max(size, base.size);
  if (shift <= larger * BASELINE_MAX) return true;
  return shift <= larger * SHIFT_MAX && Math.min(size, base.size) < larger * SMALLER && x - last.right < larger;
}

/** The letters that the line stands on: the largest ones. */
function baseOf(line: readonly Glyphs[]): Glyphs {
  return line.reduce((base, each) => (each.size > base.size * 1.05 ? each : base));
}

function lineOf(line: readonly Glyphs[], { number, width, height }: PageOf): readonly PdfLine[] {
  const base = baseOf(line);
  let text = '';
  let right = base.x;
  for (const [index, each] of line.entries()) {
    const gap = index === 0 ? 0 : each.x - right;
    if (gap > base.size * GAP_MIN) text = `${text.trimEnd()}\t`;
    else if (gap > base.size * SPACE_MIN && !/\s$/u.test(text) && !each.text.startsWith(' ')) text += ' ';
    text += shifted(each, base);
    right = Math.max(index === 0 ? each.right : right, each.right);
  }
  // A raised letter within a word is a matter of its look.
  const even = text.replaceAll(/(?<=\p{L})\^(\p{Lu})(?=\p{Lu})/gu, '$1');
  const clean = withJoinedLetters(even.replaceAll(/ {2,}/gu, ' ').trim());
  if (clean === '') return [];
  const written = line.filter(({ text: part }) => /[\p{L}\p{N}]/u.test(part));
  return [
    {
      text: clean,
      page: number,
      pageWidth: width,
      pageHeight: height,
      x: line[0]?.x ?? base.x,
      right,
      y: base.y,
      size: Math.round((usualOf(line.map((each) => [each.size, each.text.length])) ?? base.size) * 10) / 10,
      bold: written.length > 0 && written.every(({ font }) => font.bold),
      italic: written.length > 0 && written.every(({ font }) => font.italic),
      // The arrows that mark broken lines of a listing are of another font.
      mono:
        line.some(({ font }) => font.mono) &&
        line.every(({ font, text: part }, index) => font.mono || (index > 0 && /^\s*[\p{Sm}\p{So}]+\s*$/u.test(part))),
    },
  ];
}

function shifted({ text, y, size }: Glyphs, base: Glyphs): string {
  if (size >= base.size * SMALLER || !/^[\s\p{L}\p{N}+\-−()=*†‡]{1,12}$/u.test(text)) return text;
  if (base.y - y > base.size * SHIFT_MIN) return raised(text);
  return y - base.y > base.size * SHIFT_MIN ? lowered(text) : text;
}
