import { isListItem } from '../../segment/shape.ts';
import type { PdfLine } from './pdfLine.ts';
import { usualOf } from './pdfLine.ts';

/** How much wider than high a slide is at least. */
const WIDE = 1.2;
/** Pages of slides that a file has at least, and their share of its pages. */
const MIN_PAGES = 3;
const SLIDE_SHARE = 0.8;
/** Lines of a slide on average; a report on wide paper has more. */
const LINES_MAX = 25;
/** The part of a slide, from its top, in which its title is. */
const TOP = 0.3;
const PLACE_POINTS = 12;
const SIZE_SHARE = 0.97;
const TITLE_MAX_CHARS = 120;

/**
 * The lines that are the titles of slides: the topmost of each, no smaller than the rest of it, or where most titles are. A
 * file of slides has wide pages with few lines.
 */
export function slideTitles(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const filled = pages.filter((page) => page.length > 0);
  const wide = filled.filter(([line]) => line !== undefined && line.pageWidth > line.pageHeight * WIDE);
  const count = wide.reduce((sum, page) => sum + page.length, 0);
  if (wide.length < MIN_PAGES || wide.length < filled.length * SLIDE_SHARE || count > wide.length * LINES_MAX)
    return new Set();
  const tops = wide.flatMap((page) => topLine(page) ?? []);
  const usual = usualOf(tops.map(({ y }) => [Math.round(y / PLACE_POINTS), 1])) ?? 0;
  return new Set(
    wide.flatMap((page) => {
      const top = topLine(page);
      if (top === undefined || !isTitleLike(top)) return [];
      const isLargest = page.every((line) => line === top || line.size * SIZE_SHARE <= top.size);
      const isInPlace = Math.abs(Math.round(top.y / PLACE_POINTS) - usual) <= 1;
      const isLarger = page.every((line) => isBeside(line, top) || line.size < top.size * SIZE_SHARE);
      return isLarger || (isLargest && isInPlace) ? page.filter((line) => line === top || isSecond(line, top)) : [];
    }),
  );
}

function topLine(page: readonly PdfLine[]): PdfLine | undefined {
  const [top] = page.toSorted((a, b) => a.y - b.y);
  return top && top.y < top.pageHeight * TOP ? top : undefined;
}

function isTitleLike({ text, mono }: PdfLine): boolean {
  return (
    !mono && /\p{L}{2}/u.test(text) && text.length <= TITLE_MAX_CHARS && !/[,;:]$/u.test(text) && !isListItem(text)
  );
}

/** Whether a line is the title or goes on with it. */
function isBeside(line: PdfLine, top: PdfLine): boolean {
  return line === top || isSecond(line, top);
}

function isSecond(line: PdfLine, top: PdfLine): boolean {
  return (
    line.size === top.size && line.y > top.y && line.y - top.y < top.size * 1.3 && Math.abs(line.x - top.x) < top.size
  );
}
