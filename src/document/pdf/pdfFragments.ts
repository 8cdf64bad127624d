import type { Fragment } from '../../segment/fragment.ts';
import {
  isAllCaps,
  isByline,
  isFootnote,
  isHeadingLike,
  isListItem,
  isNameLike,
  isNameList,
} from '../../segment/shape.ts';
import { joinLines, vocabularyOf } from './joinLines.ts';
import { isTabbed, paragraphsOf, settingOf, type Setting } from './paragraphs.ts';
import { isLeader, LINE_ENDS, type PdfLine } from './pdfLine.ts';
import { withoutTableHeads } from './tableHeads.ts';
import { isProse, withoutTitleLines } from './titleLines.ts';

/** What a file's list of contents calls a heading, and how deep it is. */
export interface OutlineEntry {
  readonly title: string;
  /** From 1. */
  readonly depth: number;
}

type Kinded = Fragment & { readonly lines: readonly PdfLine[] };

const HEADING_SIZE = 1.1;
const TITLE_SIZE = 1.18;
const NOTE_SIZE = 0.93;
const HEADING_MAX_CHARS = 200;
/** What ends as a sentence does is one from here on, in letters of any size. */
const SENTENCE_MIN_CHARS = 60;
const CONTENTS_MIN_LINES = 3;
const CAPTION =
  /^(?:(?:fig(?:ure)?|abb(?:ildung)?|table|tabelle|tableau|chart|exhibit|box|plate|map|photo|scheme|listing|algorithm|figura|tabla|tabella)s?\.?\s?(?:[A-Z]?\d{1,3}(?:[.-]\d{1,3})*[a-z]?|[IVX]{1,5})(?:[.:|—–]|\s[—–-]\s)\s*\S)|^[表图圖]\s?\d{1,3}(?:[.-]\d{1,3})*\s?[:：]?\s?\p{Script=Han}/iu;
/** The number of a figure or table, on a line of its own above what it shows. */
const CAPTION_NUMBER =
  /^(?:fig(?:ure)?|abb(?:ildung)?|table|tabelle|tableau|tabla|tabella)\.?\s\d{1,3}(?:\.\d{1,3})?\.?$/iu;
const CAPTION_MAX_CHARS = 400;
/** Share of a file's letters that are all as wide, above which that is how it is set, and says nothing about code. */
const TYPEWRITER_SHARE = 0.6;

/**
 * Makes blocks of the lines of a PDF. The title is set largest on the first page; headings are set larger or bolder
 * than the text, or are in the file's own list of contents; notes are smaller, at the foot of a page.
 */
export function pdfFragments(
  read: readonly (readonly PdfLine[])[],
  outline: readonly OutlineEntry[],
): readonly Fragment[] {
  const pages = withoutTypewriter(read);
  const lines = pages.flat();
  const setting = settingOf(lines);
  const vocabulary = vocabularyOf(lines);
  const leaders = Map.groupBy(lines.filter(isLeader), ({ page }) => page);
  const contents = new Set([...leaders].flatMap(([page, found]) => (found.length >= CONTENTS_MIN_LINES ? [page] : [])));
  const notes = pages.map((page) => footLines(page, setting));
  const flow = pages.flatMap((page, index) => page.filter((line) => !notes[index]?.has(line)));
  const body = paragraphsOf(flow, setting);
  const feet = notes.flatMap((page) => paragraphsOf([...page], setting));
  const kindedOf = (paragraph: readonly PdfLine[], role?: 'footnote'): readonly Kinded[] =>
    kinded(paragraph, { setting, outline: byTitle(outline), vocabulary, role, contents });
  return withNotes(
    withLevels(
      withoutTableHeads(
        withoutTitleLines(withFirstTitle(withCaptionTexts(body.flatMap((paragraph) => kindedOf(paragraph))), setting)),
      ),
      setting,
    ),
    feet.flatMap((paragraph) => kindedOf(paragraph, 'footnote')),
  ).map(({ lines: _lines, ...fragment }) => fragment);
}

/** Takes the letters of a typewriter for those of a text where most of it is set so. */
function withoutTypewriter(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const [all, mono] = pages
    .flat()
    .reduce<readonly [number, number]>(
      ([sum, part], line) => [sum + line.text.length, part + (line.mono ? line.text.length : 0)],
      [0, 0],
    );
  return mono < all * TYPEWRITER_SHARE ? pages : pages.map((lines) => lines.map((line) => ({ ...line, mono: false })));
}

/** Puts "Table 1" and what is said of it on the next line together. */
function withCaptionTexts(fragments: readonly Kinded[]): readonly Kinded[] {
  const joined: Kinded[] = [];
  for (const fragment of fragments) {
    const before = joined.at(-1);
    if (
      before &&
      CAPTION_NUMBER.test(before.text) &&
      fragment.page === before.page &&
      fragment.pageTurns === undefined &&
      (fragment.kind === 'heading' || (fragment.kind === 'paragraph' && fragment.role === undefined)) &&
      fragment.text.length <= CAPTION_MAX_CHARS
    )
      joined.splice(-1, 1, {
        kind: 'caption',
        text: `${before.text} ${fragment.text}`,
        ...(before.page === undefined ? {} : { page: before.page }),
        lines: [...before.lines, ...fragment.lines],
      });
    else joined.push(fragment);
  }
  return joined;
}

interface Known {
  readonly setting: Setting;
  readonly outline: ReadonlyMap<string, number>;
  readonly vocabulary: ReadonlySet<string>;
  readonly role: 'footnote' | undefined;
  /** The pages with a list of contents. */
  readonly contents: ReadonlySet<number>;
}

function kinded(lines: readonly PdfLine[], { setting, outline, vocabulary, role, contents }: Known): readonly Kinded[] {
  const [first] = lines;
  if (!first) return [];
  if (lines.every(({ mono }) => mono) && role === undefined)
    return [{ kind: 'paragraph', role: 'code', text: listing(lines), page: first.page, lines }];
  if (lines.some(isLeader) || (contents.has(first.page) && /\t\d{1,4}$/u.test(first.text)))
    return [{ kind: 'paragraph', role: 'furniture', text: joinLines(lines, vocabulary).text, page: first.page, lines }];
  if (isTabbed(first)) return [{ kind: 'paragraph', role: 'row', text: first.text, page: first.page, lines }];
  const { text, pageTurns } = joinLines(lines, vocabulary);
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const place = { page: first.page, ...(pageTurns.length === 0 ? {} : { pageTurns }), lines };
  if (role !== undefined) return [{ kind: 'paragraph', role, text, ...place }];
  if (CAPTION.test(text)) return [{ kind: 'caption', text, ...place }];
  const depth = outline.get(foldedHeading(text));
  if (depth !== undefined && lines.length <= 4)
    return [{ kind: 'heading', level: Math.min(6, depth + 1), text, ...place }];
  if (isHeading(lines, text, setting)) return [{ kind: 'heading', text, ...place }];
  if (isListItem(text)) return [{ kind: 'paragraph', role: 'item', text, ...place }];
  return [{ kind: 'paragraph', text, ...place }];
}

function isHeading(lines: readonly PdfLine[], text: string, { size }: Setting): boolean {
  const [first] = lines;
  if (!first || text.length > HEADING_MAX_CHARS || lines.length > 4 || !/\p{L}/u.test(text)) return false;
  const larger = first.size >= size * HEADING_SIZE;
  if (larger && text.length > SENTENCE_MIN_CHARS && /[^.][.。]["”’»]?$/u.test(text)) return false;
  if (larger) return !LINE_ENDS.test(text) || /[?!]$/u.test(text) || first.size >= size * 1.3;
  if (first.size < size * NOTE_SIZE || lines.length > 2) return false;
  const bold = lines.every((line) => line.bold);
  return (
    (bold || (isAllCaps(text) && text.length > 3)) &&
    isHeadingLike(text) &&
    !/^[^\p{L}]*$/u.test(text) &&
    !/\d{4,}$/u.test(text)
  );
}

/** The notes at the foot of each column of a page; a column ends where the next line is further up. */
function footLines(page: readonly PdfLine[], setting: Setting): ReadonlySet<PdfLine> {
  const columns: PdfLine[][] = [];
  for (const line of page) {
    const column = columns.at(-1);
    const before = column?.at(-1);
    if (column && before && line.y > before.y - before.size * 2) column.push(line);
    else columns.push([line]);
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
      y > pageHeight * 0.4 && (isFootnote(text) || /^(?:\d{1,3}|[*∗†‡§])\s?\p{L}/u.test(text)) && !CAPTION.test(text),
  );
  return new Set(start === -1 ? [] : foot.slice(start));
}

/** Puts the title first: what is set largest on the first page. What is above it, such as a journal's name, follows. */
function withFirstTitle(fragments: readonly Kinded[], { size }: Setting): readonly Kinded[] {
  const page = fragments[0]?.page;
  const head = fragments.filter((fragment) => fragment.page === page).slice(0, 12);
  const sizes = head.map(({ lines }) => lines[0]?.size ?? 0);
  const largest = Math.max(...sizes, 0);
  const at = sizes.indexOf(largest);
  const title = head[at];
  if (!title || largest < size * TITLE_SIZE || title.text.length > 300 || !/\p{L}{2}/u.test(title.text))
    return fragments;
  let until = at + 1;
  while (head[until]?.lines[0]?.size === largest && head[until]?.page === page && until < at + 3) until += 1;
  const parts = fragments.slice(at, until);
  const next = fragments[until];
  const rest = fragments.slice(until + 1);
  const joined: Kinded = { ...title, kind: 'heading', level: 1, text: parts.map(({ text }) => text).join(' ') };
  const below =
    next && isByLike(next.text) && next.kind !== 'caption' && !isHeadingOf(next, rest[0])
      ? [{ ...asParagraph(next), emphasised: 'emphasis' as const }]
      : next
        ? [next]
        : [];
  return [joined, ...below, ...fragments.slice(0, at), ...rest];
}

/** Whether a heading that could be a name, "Executive Summary", has text below it, as names of authors do not. */
function isHeadingOf({ kind, text }: Kinded, below: Kinded | undefined): boolean {
  return kind === 'heading' && isNameLike(text) && below?.kind === 'paragraph' && isProse(below.text);
}

function isByLike(text: string): boolean {
  return isByline(text) || isNameList(text.replaceAll(/[⁰¹²³⁴-⁹*†‡§∗]+/gu, ''));
}

function asParagraph({ level: _level, ...fragment }: Kinded): Kinded {
  return { ...fragment, kind: 'paragraph' };
}

/** Gives headings that are in no list of contents their levels, by their sizes; the smallest are set as the text is. */
function withLevels(fragments: readonly Kinded[], { size }: Setting): readonly Kinded[] {
  const sizeOf = ({ lines }: Kinded): number => Math.max(size, Math.round(lines[0]?.size ?? size));
  const sizes = [
    ...new Set(fragments.filter(({ kind, level }) => kind === 'heading' && level === undefined).map(sizeOf)),
  ].toSorted((a, b) => b - a);
  return fragments.map((fragment) =>
    fragment.kind === 'heading' && fragment.level === undefined
      ? { ...fragment, level: Math.min(6, sizes.indexOf(sizeOf(fragment)) + 2) }
      : fragment,
  );
}

/** Puts the notes of each page behind the last block that begins on it. */
function withNotes(body: readonly Kinded[], notes: readonly Kinded[]): readonly Kinded[] {
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

/** Code keeps its lines, with its indents as far as they can be told. */
function listing(lines: readonly PdfLine[]): string {
  const left = Math.min(...lines.map(({ x }) => x));
  return lines
    .map(({ text, x, right }) => {
      const letter = (right - x) / Math.max(1, text.length);
      return `${' '.repeat(Math.min(40, Math.max(0, Math.round((x - left) / Math.max(letter, 1)))))}${text.replaceAll('\t', '    ')}`;
    })
    .join('\n')
    .trim();
}

function byTitle(outline: readonly OutlineEntry[]): ReadonlyMap<string, number> {
  return new Map(outline.map(({ title, depth }) => [foldedHeading(title), depth]));
}

/** A heading without its number and signs, which lists of contents often lack. */
function foldedHeading(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded.replace(
    /^(?:(?:chapter|section|part|appendix|kapitel)\s)?(?:\d{1,3}\s|[ivxlc]{1,5}\s|[a-z]\s(?=\d|\p{L}{3}))+/u,
    '',
  );
}
