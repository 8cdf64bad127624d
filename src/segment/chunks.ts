import type { Span } from '../language/span.ts';
import { stretchesOf } from './stretches.ts';
import { isAllCaps, isByline, isListItem, isRow, weight } from './shape.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';

/** Lines that belong together, and how many empty lines are above them. */
export interface Chunk {
  readonly span: Span;
  readonly lines: number;
  readonly gap: number;
  /** Its second line is indented below the first, as what explains a term is. */
  readonly hangs: boolean;
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Characters before it. */
  readonly lead: number;
  /** Columns before it: a tab is eight. */
  readonly indent: number;
  /** Widths of a Latin letter, indent included. */
  readonly width: number;
  readonly text: string;
  /** Empty lines above. */
  readonly gap: number;
}

/** Nobody wraps lines wider than this: longer ones are paragraphs. */
const WRAP_MAX_CHARS = 140;
const WRAP_MIN_CHARS = 36;
const HANGING_CHARS = 3;
const TAB = ' '.repeat(8);
/** Blocks of fewer lines say too little about how wide a text is set. */
const BLOCK_MIN_LINES = 3;
/** Share of full lines that end within a sentence, from which on a block counts as wrapped. */
const WRAPPED_SHARE = 0.4;
const ENDS = /[.!?:;。！？؟۔।…][)\]"'”’»」』）]*$/u;
const SMALL_START = /^[("'“‘«„[]*\p{Ll}/u;
/** "23:10, because" goes on as "because" does. */
const NUMBER_START = /^\d[\d:.,]*[%\p{L}]{0,3},?\s+\p{Ll}/u;
/** Longer lines may be whole texts. */
const UNBROKEN_MIN_CHARS = 2000;
/** Between two sentences a tab, or more spaces than anybody types. */
const LOST_BREAK = /(?<=\p{Ll}{2}[.!?]["”’)]?)(?: {0,8}\t[\t ]*| {4,})(?=["“(]?\p{Lu})/gu;
/** The full stop behind a letter only abbreviates: "539 U. S." goes on with a page. */
const INITIAL = /(?:^|[\s.])\p{Lu}\.$/u;
/** A line of the head of a letter begins a part of its own. */
const MAIL_KEY = /^(?:From|To|Cc|CC|Date|Sent|Subject|Message-I[Dd]|Reply-To|In-Reply-To|References|Content-Type):\s/u;
const BULLET = /^[^\p{L}\p{N}([]/u;

/**
 * Puts the lines of a text together to chunks. Empty lines always part them; where a block of lines is not wrapped, so
 * does every line break. In a wrapped one a line goes on in the next unless that is a list item, is indented as paragraphs
 * are, or would have fitted. `apart`: offsets of lines that belong to none.
 */
export function chunksOf(text: string, apart: ReadonlySet<number> = new Set()): readonly Chunk[] {
  const blocks = blocksOf(measuredLines(text), apart).flatMap(byWidth);
  const own = blocks.map((block) => wrapWidth(block));
  const usual = usualWidth(blocks, own);
  return blocks.flatMap((block, index) => chunksOfBlock(block, widthOf(block, own[index], usual)));
}

/** A block in stretches of one width each, where it is not wrapped as a whole but some of them are. */
function byWidth(block: readonly Line[]): readonly (readonly Line[])[] {
  if (block.length < 2 * BLOCK_MIN_LINES || wrapWidth(block) !== undefined) return [block];
  const stretches = stretchesOf(block);
  return stretches.some((stretch) => stretch.length > BLOCK_MIN_LINES && wrapWidth(stretch) !== undefined)
    ? stretches
    : [block];
}

function chunksOfBlock(block: readonly Line[], width: number | undefined): readonly Chunk[] {
  const groups: Line[][] = [];
  for (const [index, line] of block.entries()) {
    const before = block[index - 1];
    if (before && goesOn(before, line, { width, first: entryAt(lastOf(groups), 0) })) lastOf(groups).push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    span: [entryAt(group, 0).start, lastOf(group).end],
    lines: group.length,
    gap: entryAt(group, 0).gap,
    hangs: (group[1]?.indent ?? 0) >= entryAt(group, 0).indent + HANGING_CHARS,
  }));
}

/** Lines without an empty or a drawn one between them. */
function blocksOf(lines: readonly Line[], apart: ReadonlySet<number>): readonly (readonly Line[])[] {
  const isApart = ({ start, lead }: Line): boolean => apart.has(start - lead);
  const blocks: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isDrawn = isRuler(line.text) || (before !== undefined && isRuler(before.text));
    if (before && line.gap === 0 && !isDrawn && !isApart(line) && !isApart(before)) lastOf(blocks).push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function measuredLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const match of text.matchAll(/([^\r\n\u2028\u2029]*)(?:\r{1,2}\n|[\r\n\u2028\u2029]|$)/gu)) {
    const raw = entryAt(match, 1);
    if (raw.trim() === '') {
      gap += 1;
      continue;
    }
    for (const [offset, piece] of unbrokenPieces(raw)) {
      const content = piece.trim();
      const lead = piece.length - piece.trimStart().length;
      const indent = piece.slice(0, lead).replaceAll('\t', TAB).length;
      const start = match.index + offset + lead;
      const end = start + content.length;
      lines.push({ start, end, lead, indent, width: indent + weight(content), text: content, gap });
      gap = 0;
    }
  }
  return lines;
}

/** A line of many sentences that lost its breaks, at the wide gaps that are left of them; any other line is one piece. */
function unbrokenPieces(raw: string): readonly (readonly [offset: number, text: string])[] {
  if (raw.length < UNBROKEN_MIN_CHARS) return [[0, raw]];
  const starts = [0, ...raw.matchAll(LOST_BREAK).map((match) => match.index + match[0].length)];
  return starts.map((start, index) => [start, raw.slice(start, starts[index + 1])]);
}

/** Estimates the width a block was wrapped to; undefined if its lines are paragraphs. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const followed = lines.slice(0, -1);
  const lengths = followed.map((line) => line.width).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (width > WRAP_MAX_CHARS || width < WRAP_MIN_CHARS) return undefined;
  const full = followed.filter((line) => line.width >= width * 0.7);
  const open = full.filter(({ text }) => !ENDS.test(text));
  return open.length >= full.length * WRAPPED_SHARE && looksWrapped(lines, width) ? width : undefined;
}

/**
 * Wrapping fills lines, and breaks them within sentences: the next word would seldom have fitted, and where the script
 * has small letters many lines begin with one, unless every line is full. Headings, verses and addresses are otherwise.
 */
function looksWrapped(lines: readonly Line[], width: number): boolean {
  let [inside, fitting, tight, cased, small] = [0, 0, 0, 0, 0];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next || ENDS.test(line.text) || isRow(line.text)) continue;
    inside += 1;
    if (SMALL_START.test(next.text) || NUMBER_START.test(next.text)) small += 1;
    else if (fitsOnLine(line, next, width * 0.8)) fitting += 1;
    if (!fitsOnLine(line, next, width * 0.9)) tight += 1;
    if (/^\P{L}*[\p{Lu}\p{Ll}]/u.test(next.text)) cased += 1;
  }
  if (fitting > inside * 0.5 || inside === 0) return false;
  // A list of names begins every line with a capital, and is full all the same.
  return small >= cased * 0.3 || (lines.length > BLOCK_MIN_LINES && tight >= inside * 0.9 && small > 0);
}

/** How wide a text is set, going by the blocks that are wrapped for certain; undefined if none is. */
function usualWidth(blocks: readonly (readonly Line[])[], own: readonly (number | undefined)[]): number | undefined {
  const widths = blocks.flatMap((block, index) => {
    const width = own[index];
    return width !== undefined && block.length >= BLOCK_MIN_LINES ? Array.from(block, () => width) : [];
  });
  return widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.5)];
}

/** The width that a block is read with: its own, a little more where the text is set wider; the text's, if that explains its borders. */
function widthOf(block: readonly Line[], own: number | undefined, usual: number | undefined): number | undefined {
  const widest = block.reduce((most, { width }) => Math.max(most, width), 0);
  if (own !== undefined && (block.length >= BLOCK_MIN_LINES || usual === undefined))
    return usual === undefined ? own : Math.max(own, Math.min(usual, own * 1.2));
  if (usual === undefined || widest > Math.max(usual * 1.3, WRAP_MAX_CHARS)) return undefined;
  const borders = block.slice(0, -1).flatMap((line, index) => {
    const next = entryAt(block, index + 1);
    return ENDS.test(line.text) || isListItem(next.text)
      ? []
      : [SMALL_START.test(next.text) || !fitsOnLine(line, next, usual * 0.85)];
  });
  const wrapped = borders.filter(Boolean).length;
  return wrapped > 0 && wrapped >= borders.length / 2 ? usual : undefined;
}

function goesOn(
  line: Line,
  next: Line,
  { width, first }: { readonly width: number | undefined; readonly first: Line },
): boolean {
  // Who wrote it is no part of a title.
  if (/^By\s\p{Lu}/u.test(next.text) && isByline(next.text)) return false;
  if (next.indent === 0 && MAIL_KEY.test(next.text)) return false;
  if (isRuler(line.text) || isRuler(next.text) || line.width > WRAP_MAX_CHARS) return false;
  if (line.text.startsWith('>') !== next.text.startsWith('>')) return false;
  if (isListItem(next.text) && startsItem(line, next, { width, first })) return false;
  // The second line of an item is indented below its words.
  if (
    isListItem(first.text) &&
    next.indent >= first.indent + 2 &&
    (SMALL_START.test(next.text) || !ENDS.test(line.text))
  )
    return true;
  if (isAllCaps(line.text) && next.indent >= line.indent + HANGING_CHARS) return false;
  if (width === undefined || isRow(line.text) || isRow(next.text)) return false;
  const indented = next.indent - line.indent;
  if (indented >= 2 && !isListItem(line.text) && ENDS.test(line.text)) return false;
  if (SMALL_START.test(next.text) || (INITIAL.test(line.text) && /^\d/u.test(next.text))) return true;
  if (ENDS.test(line.text)) return !fitsOnLine(line, next, width);
  return /[,–—-]$/u.test(line.text) || !fitsOnLine(line, next, width * 0.75);
}

/** "v. Harbour Board" on a new line goes on with "… in Lane"; an item begins after a whole sentence, a short line or another item. */
function startsItem(
  line: Line,
  next: Line,
  { width, first }: { readonly width: number | undefined; readonly first: Line },
): boolean {
  if (BULLET.test(next.text) || ENDS.test(line.text) || width === undefined) return true;
  const isListed = isListItem(first.text) && !BULLET.test(first.text) && next.indent <= first.indent;
  return isListed || fitsOnLine(line, next, width * 0.75);
}

function fitsOnLine(line: Line, next: Line, width: number): boolean {
  const word = (/^\S+/u.exec(next.text)?.[0] ?? '').length;
  return line.width + 1 + word <= width;
}

/** Returns true if a line is drawn, not written: no letter, no digit. */
export function isRuler(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
