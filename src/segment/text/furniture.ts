import { isFurnitureLine, isButtonLabel } from '../furnitureLines.ts';
import { isClosed } from '../shape.ts';
import { isRuler } from '../chunks.ts';
import { entryAt } from '../../runtime/entryAt.ts';
import { joinParts, type Part, type TextPass } from './part.ts';

const CONTENTS =
  /^(?:table of )?contents(?: of .{1,40})?\.?$|^list of (?:tables|figures|illustrations|plates|maps)\.?$|^(?:inhalt(?:sverzeichnis)?|índice|sommaire|table des matières|indice|inhoud)$/iu;
/** An entry of a table of contents: its page is behind leaders or a wide gap. */
const LEADERS = /(?:\.{3,}|(?:\s\.){3,}|…{2,}|_{4,})\s*(?:\d{1,4}|[ivxlc]{1,7})$/iu;
const WIDE_GAP = /\S\s{3,}(?:\d{1,4}|[ivxlc]{1,7})$/iu;
/** Lines with leaders that make a table of contents without its name. */
const LEADERS_MIN = 3;
/** The longest entry of a list of contents, and lines in a row that need not be one. */
const ENTRY_MAX_WEIGHT = 120;
const OTHERS_MAX = 4;
/** Parts that may be between the items of a list with letters. */
const LETTERS_WITHIN = 12;
/** What may stand between two buttons. */
const NEAR = 4;

/** Finds what belongs to the page: lines that say so, rows of buttons, tables of contents. Neighbours become one part. */
export const findFurniture: TextPass = (parts, { source }) => {
  const marked = new Set(
    parts.flatMap((part, index) =>
      part.as === undefined && isFurnitureLine(part.text) && !isThird(parts, index) ? [index] : [],
    ),
  );
  markButtons(parts, marked);
  markContents(parts, marked);
  const joined: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const above = joined.at(-1);
    const isMarked = marked.has(index) || part.shape === 'furniture';
    if (isMarked && above?.shape === 'furniture') joined[joined.length - 1] = joinParts(source, [above, part], {});
    else if (isMarked) joined.push({ ...part, shape: 'furniture' });
    else joined.push(CONTENTS.test(part.text) && marked.has(index + 1) ? { ...part, as: 'heading', level: 2 } : part);
  }
  return joined;
};

/** "(c) Fiscal Year 2019" below "(b) …" is the third item of a list, and no copyright. */
function isThird(parts: readonly Part[], index: number): boolean {
  return (
    /^\(c\)\s/iu.test(entryAt(parts, index).text) &&
    parts.slice(Math.max(0, index - LETTERS_WITHIN), index).some(({ text }) => /^\(b\)\s/iu.test(text))
  );
}

/** "Facebook", "Email" are buttons next to "Share". */
function markButtons(parts: readonly Part[], marked: Set<number>): void {
  for (const [index, part] of parts.entries()) {
    if (part.as !== undefined || !isButtonLabel(part.text)) continue;
    for (let at = index - NEAR; at <= index + NEAR; at += 1)
      if (at !== index && (marked.has(at) || isButtonLabel(parts[at]?.text ?? ''))) marked.add(index);
  }
}

/** Where each text of a heading's length is last, less its number. */
function lastPlaces(parts: readonly Part[]): ReadonlyMap<string, number> {
  return new Map(
    parts.flatMap(({ text, weight }, index) => (weight <= ENTRY_MAX_WEIGHT ? [[entryText(text), index] as const] : [])),
  );
}

/** Whether a line is there again further down, as the entries of a list of contents are. */
function isRepeated({ text, weight }: Part, index: number, last: ReadonlyMap<string, number>): boolean {
  return (
    weight <= ENTRY_MAX_WEIGHT && !isClosed(text) && entryText(text) !== '' && (last.get(entryText(text)) ?? 0) > index
  );
}

function entryText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(?:(?:chapter|section|part|appendix|kapitel)\s)?(?:\d+\s|[ivxlc]{1,5}\s)*/u, '')
    .trim();
}

function markContents(parts: readonly Part[], marked: Set<number>): void {
  const led = parts.filter(({ text }) => LEADERS.test(text)).length;
  const last = lastPlaces(parts);
  for (let at = 0; at < parts.length; at += 1) {
    if (CONTENTS.test(entryAt(parts, at).text)) {
      const chapters = markChapters(parts, at + 1, marked);
      at = (chapters ?? markEntries(parts, { from: at + 1, last, marked })) - 1;
    } else if (led >= LEADERS_MIN && LEADERS.test(entryAt(parts, at).text)) marked.add(at);
  }
}

/** Parts between "Contents" and the first chapter in it. */
const CHAPTERS_WITHIN = 3;
const CHAPTER = /^(?:chapter|book|part|letter|kapitel|chapitre|cap[ií]tulo)\s(?:[ivxlc]{1,8}|\d{1,3})\.?$/iu;

/**
 * Marks a list of chapters with what each is about, "CHAPTER I." and a paragraph, up to where the first of them begins; returns where
 * the list ends, and undefined if it is none.
 */
function markChapters(parts: readonly Part[], from: number, marked: Set<number>): number | undefined {
  const first = parts.slice(from, from + CHAPTERS_WITHIN).findIndex(({ text }) => CHAPTER.test(text)) + from;
  const name = parts[first]?.text.toLowerCase().replace(/\.$/u, '');
  if (first < from || name === undefined) return undefined;
  const isFirst = ({ text }: Part): boolean => text.toLowerCase().replace(/\.$/u, '') === name;
  const again = parts.findIndex((part, index) => index > first && isFirst(part));
  if (again === -1) return undefined;
  const last = parts.slice(0, again).findLastIndex(({ text }) => CHAPTER.test(text));
  let end = last + 1;
  while (end < again && parts[end]?.gap === 0) end += 1;
  for (let at = from; at < end; at += 1) marked.add(at);
  return end;
}

/**
 * Marks the entries below "Contents", and returns where they end: short lines, of which those count that have leaders, a page,
 * or are there again further down. Where most of a block are such, all of it is.
 */
function markEntries(
  parts: readonly Part[],
  {
    from,
    last,
    marked,
  }: { readonly from: number; readonly last: ReadonlyMap<string, number>; readonly marked: Set<number> },
): number {
  const isEntry = (part: Part, index: number): boolean =>
    LEADERS.test(part.text) || WIDE_GAP.test(part.text) || isRepeated(part, index, last);
  const [entries, between]: [number[], number[]] = [[], []];
  let others = 0;
  let at = from;
  for (; at < parts.length; at += 1) {
    const part = entryAt(parts, at);
    if (CONTENTS.test(part.text)) break;
    if (isEntry(part, at)) {
      entries.push(at);
      others = 0;
    } else if (!isRuler(part.text)) {
      if (part.weight > ENTRY_MAX_WEIGHT || isClosed(part.text) || (others += 1) > OTHERS_MAX) break;
      between.push(at);
    }
  }
  const end = (entries.at(-1) ?? from - 1) + 1;
  for (const each of entries) marked.add(each);
  if (entries.length > between.length) for (const each of between) if (each < end) marked.add(each);
  return Math.max(end, from);
}
