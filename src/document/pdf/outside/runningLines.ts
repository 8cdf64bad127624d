import { CAPTION } from '../captionLine.ts';
import { usualOf, type PdfLine } from '../pdfLine.ts';

/** Share of the page's height at its top and bottom in which running heads and page numbers are. */
const EDGE = 0.13;
/** Lines from the edge that can be such. */
const EDGE_LINES = 4;
/** Pages that a running head is on at least. */
const MIN_PAGES = 3;
const PLACE_POINTS = 8;
/** A row of a table has more. */
const PARTS_MAX = 3;
/** A single word is as often what a column is called. */
const PHRASE_MIN_CHARS = 8;
const RUNNING_MAX_CHARS = 120;
const NUMBERED_MAX_CHARS = 60;
/** How far from the text a running head is, in sizes of its letters. */
const APART = 2;
const PAGE_NUMBER =
  /^[\s\-–—|·[(]*(?:(?:page|seite|p\.|pág(?:ina)?\.?|pagina)\s*)?(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]-?\d{1,3}|\d{1,2}-\d{1,3})(?:\s*(?:\/|of|von|de|sur)\s*\d{1,4})?[\s\-–—|·\])]*$/iu;

/** Takes running heads, feet and page numbers out: what is at the edge of pages again and again, in whole or in part, but for its figures. */
export function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const frame = frameOf(pages);
  const edges = pages.map((lines) => edgeLines(lines, frame));
  const counted = new Set([
    ...countingLines(pages),
    ...pages.flatMap((lines) => [...lineNumbers(lines)]),
    ...ruledOff(pages),
    ...sectionHeads(pages),
  ]);
  const places = new Map<string, PdfLine[]>();
  for (const line of edges.flat()) {
    for (const key of keysOf(line)) places.set(key, [...(places.get(key) ?? []), line]);
  }
  const offsets = Map.groupBy(edges.flat(), offsetOf);
  const counts = (line: PdfLine): boolean => {
    const offset = offsetOf(line);
    return offset !== undefined && new Set(offsets.get(offset)?.map(({ page }) => page)).size >= MIN_PAGES;
  };
  return pages.map((lines, index) => {
    const edge = new Set(edges[index]);
    return lines.filter((line) => {
      if (counted.has(line)) return false;
      if (!edge.has(line)) return true;
      if (PAGE_NUMBER.test(line.text) && isAlone(line, lines)) return false;
      if (counts(line) || isNumbered(line, lines)) return false;
      const recurs = (key: string): boolean => {
        const alike = (places.get(key) ?? []).filter(({ y }) => Math.abs(y - line.y) < PLACE_POINTS);
        const on = new Set(alike.map(({ page }) => page)).size;
        if (on >= MIN_PAGES || (pages.length === 2 && on === 2 && /\d/u.test(line.text))) return true;
        return isApart(line, lines) && alike.some((other) => isPair(line, other));
      };
      return !keysOf(line).some(recurs);
    });
  });
}

/**
 * Whether a line at the edge is there once more, the same but for the page's number, on the page before or behind: what is on
 * the first page may be the title and stays, as do the heads and captions of tables.
 */
function isPair(line: PdfLine, other: PdfLine): boolean {
  return (
    Math.abs(line.page - other.page) === 1 &&
    line.page > 1 &&
    isPhrase(line.text) &&
    !line.text.includes('\t') &&
    !CAPTION.test(line.text) &&
    line.text.length <= RUNNING_MAX_CHARS &&
    (line.text === other.text || (offsetOf(line) !== undefined && offsetOf(line) === offsetOf(other)))
  );
}

/** Whether a line has as much space around it as between a running head and the text. */
function isApart(line: PdfLine, lines: readonly PdfLine[]): boolean {
  return lines.every(
    (other) =>
      other === line || Math.abs(other.y - line.y) >= line.size * APART || Math.abs(other.y - line.y) < line.size * 0.3,
  );
}

/** The lines at the top and foot of a page: near its borders, or apart from the text where most pages of the file begin and end. */
function edgeLines(lines: readonly PdfLine[], { top, foot }: Frame): readonly PdfLine[] {
  const sorted = lines.toSorted((a, b) => a.y - b.y);
  const inEdge = ({ y, pageHeight }: PdfLine): boolean => y < pageHeight * EDGE || y > pageHeight * (1 - EDGE);
  const found = [...sorted.slice(0, EDGE_LINES), ...sorted.slice(-EDGE_LINES)].filter(inEdge);
  const [first, second] = sorted;
  const [last, before] = [sorted.at(-1), sorted.at(-2)];
  const isWritten = ({ text }: PdfLine): boolean => /\p{L}/u.test(text);
  if (first && second && isWritten(first) && first.y < top + 1 && second.y - first.y >= first.size * APART)
    found.push(first);
  if (last && before && isWritten(last) && last.y > foot - 1 && last.y - before.y >= last.size * APART)
    found.push(last);
  return [...new Set(found)];
}

/** The heights at which most pages of a file begin and end. */
interface Frame {
  readonly top: number;
  readonly foot: number;
}

function frameOf(pages: readonly (readonly PdfLine[])[]): Frame {
  const heights = pages.filter((lines) => lines.length > 0).map((lines) => lines.map(({ y }) => Math.round(y)));
  const usual = (values: readonly number[]): number | undefined => usualOf(values.map((value) => [value, 1]));
  return {
    top: usual(heights.map((ys) => Math.min(...ys))) ?? 0,
    foot: usual(heights.map((ys) => Math.max(...ys))) ?? Number.POSITIVE_INFINITY,
  };
}

/** Share of the lines at one height above the text that are repeated elsewhere where they name the sections of their pages. */
const REPEATED_SHARE = 0.6;

/** The lines apart from the text at the top of pages, all at one height, that name what each page is of: most of them are in the text too, in letters of any size. */
function sectionHeads(pages: readonly (readonly PdfLine[])[]): readonly PdfLine[] {
  const tops = pages.flatMap((lines) => {
    const [first] = lines.toSorted((a, b) => a.y - b.y);
    return first && first.y < first.pageHeight * EDGE && /\p{L}{2}/u.test(first.text) && isApart(first, lines)
      ? [first]
      : [];
  });
  const top = new Set(tops);
  const written = new Set(pages.flatMap((lines) => lines.flatMap((line) => (top.has(line) ? [] : [foldedLine(line)]))));
  return [...Map.groupBy(tops, ({ y }) => Math.round(y / PLACE_POINTS)).values()].flatMap((alike) => {
    const repeated = alike.filter((line) => written.has(foldedLine(line)));
    const isRunning = repeated.length >= MIN_PAGES && repeated.length >= alike.length * REPEATED_SHARE;
    return isRunning ? repeated : [];
  });
}

/** A line in small letters without signs and the number of its page. */
function foldedLine({ text }: PdfLine): string {
  return text
    .toLowerCase()
    .replaceAll(/^\d{1,4}\s|\s\d{1,4}$/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Bare numbers that are the last or first of their pages and count them, wherever on the page they are. */
function countingLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const outer = pages.flatMap((lines) => {
    const sorted = lines.toSorted((a, b) => a.y - b.y);
    return [sorted[0], sorted.at(-1)].filter(
      (line): line is PdfLine => line !== undefined && /^\d{1,4}$/u.test(line.text),
    );
  });
  const alike = Map.groupBy(outer, ({ page, text, y }) => `${page - Number(text)} ${y < 400 ? 'top' : 'foot'}`);
  return new Set([...alike.values()].filter((found) => found.length >= MIN_PAGES).flat());
}

/** A rule, drawn with signs, that parts a running head from the text. */
const RULE = /^[_\-=—–─]{10,}$/u;
const RULE_POINTS = 4;

/** What is above a rule at the top of a page, or below one at its foot, where another page has its rule at the same height; with the rule. */
function ruledOff(pages: readonly (readonly PdfLine[])[]): readonly PdfLine[] {
  const isTop = ({ y, pageHeight }: PdfLine): boolean => y < pageHeight * EDGE;
  const rules = pages.flatMap((lines) =>
    lines.filter((line) => RULE.test(line.text) && (isTop(line) || line.y > line.pageHeight * (1 - EDGE))),
  );
  const shared = rules.filter((rule) =>
    rules.some(({ page, y }) => page !== rule.page && Math.abs(y - rule.y) < RULE_POINTS),
  );
  return shared.flatMap((rule) => {
    const lines = pages.find((each) => each[0]?.page === rule.page) ?? [];
    const off = lines.filter((line) => line !== rule && (isTop(rule) ? line.y < rule.y : line.y > rule.y));
    return off.length < EDGE_LINES ? [rule, ...off] : [rule];
  });
}

/** Lines of a page that are counted in its margin, as courts want it. */
const COUNTED_MIN = 10;

/** The numbers in the margin of a page that count its lines: bare, below each other, each one more than the one above. */
function lineNumbers(lines: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const bare = lines.filter(({ text }) => /^\d{1,2}$/u.test(text)).toSorted((a, b) => a.y - b.y);
  const runs: PdfLine[][] = [];
  for (const line of bare) {
    const run = runs.findLast((each) => {
      const before = each.at(-1);
      const isNext = before !== undefined && Number(line.text) === Number(before.text) + 1;
      return isNext && Math.abs(line.right - before.right) < line.size;
    });
    if (run) run.push(line);
    else runs.push([line]);
  }
  return new Set(runs.filter((run) => run.length >= COUNTED_MIN).flat());
}

/** Whether a line at the very edge begins or ends with the number of its own page, as heads of papers do: "2 J. Roe et al." */
function isNumbered(line: PdfLine, lines: readonly PdfLine[]): boolean {
  const isOuter =
    lines.every((other) => other === line || Math.abs(other.y - line.y) > line.size) &&
    (lines.every(({ y }) => y >= line.y) || lines.every(({ y }) => y <= line.y));
  return (
    isOuter &&
    offsetOf(line) === 0 &&
    line.page > 1 &&
    line.text.length <= NUMBERED_MAX_CHARS &&
    !/[.!?:]\s?$/u.test(line.text.replace(/\.$/u, ''))
  );
}

/** How far the number at a line's end is from that of the page: the same on page after page if it counts them. */
function offsetOf({ text, page }: PdfLine): number | undefined {
  const number = /^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$/u.exec(text)?.[0];
  return number === undefined || text.length > RUNNING_MAX_CHARS ? undefined : page - Number(number);
}

/** What recurs: the words without figures, which count pages, and chapters; those of the whole line, and of each part between wide gaps. */
function keysOf({ text }: PdfLine): readonly string[] {
  const cells = text.split('\t');
  const parts = cells.length <= PARTS_MAX ? cells.filter(isPhrase) : [];
  return [...new Set([text, ...parts].map(keyOf))];
}

function isPhrase(cell: string): boolean {
  const letters = cell.match(/\p{L}/gu)?.length ?? 0;
  return (letters >= PHRASE_MIN_CHARS && /\s/u.test(cell)) || /\p{Script=Han}{2}/u.test(cell);
}

function keyOf(text: string): string {
  return text
    .replaceAll(/\d+|\b[ivxlc]+\b/giu, '#')
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase();
}

/** Whether nothing else is on the same height. */
function isAlone(line: PdfLine, lines: readonly PdfLine[]): boolean {
  return !lines.some(
    (other) =>
      other !== line &&
      Math.abs(other.y - line.y) < line.size * 0.8 &&
      other.text.length > 12 &&
      other.y > line.pageHeight * EDGE &&
      other.y < line.pageHeight * (1 - EDGE),
  );
}
