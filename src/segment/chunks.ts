import type { Span } from '../language/span.ts';
import { isListItem, weight } from './shape.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';

/** Lines that belong together, and how many empty lines are above them. */
export interface Chunk {
  readonly span: Span;
  readonly lines: number;
  readonly gap: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
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
/** Share of full lines that end within a sentence, from which on a text counts as wrapped. */
const WRAPPED_SHARE = 0.4;
const ENDS = /[.!?:;。！？؟۔।…][)\]"'”’»」』）]*$/u;
const SMALL_START = /^[("'“‘«„[]*\p{Ll}/u;

/**
 * Puts the lines of a text together to chunks. Empty lines always part them; where the text is not wrapped, so does
 * every line break. In wrapped text a line goes on in the next one unless that one is a list item, is indented as
 * paragraphs are, or would have fitted.
 */
export function chunksOf(text: string): readonly Chunk[] {
  const lines = measuredLines(text);
  const width = wrapWidth(lines);
  const chunks: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before && line.gap === 0 && goesOn(before, line, width)) lastOf(chunks).push(line);
    else chunks.push([line]);
  }
  return chunks.map((group) => ({
    span: [entryAt(group, 0).start, lastOf(group).end],
    lines: group.length,
    gap: entryAt(group, 0).gap,
  }));
}

function measuredLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const match of text.matchAll(/([^\r\n\u2028\u2029]*)(?:\r\n|[\r\n\u2028\u2029]|$)/gu)) {
    const raw = entryAt(match, 1);
    const content = raw.trim();
    if (content === '') gap += 1;
    else {
      const indent = raw.length - raw.trimStart().length;
      const start = match.index + indent;
      lines.push({ start, end: start + content.length, indent, width: indent + weight(content), text: content, gap });
      gap = 0;
    }
  }
  return lines;
}

/** Estimates the width a text was wrapped to; undefined if its lines are paragraphs. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const followed = lines.filter((_, index) => lines[index + 1]?.gap === 0);
  const lengths = followed.map((line) => line.width).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (width > WRAP_MAX_CHARS || width < WRAP_MIN_CHARS) return undefined;
  const full = followed.filter((line) => line.width >= width * 0.7);
  const open = full.filter(({ text }) => !ENDS.test(text));
  return open.length >= full.length * WRAPPED_SHARE && looksWrapped(lines, width) ? width : undefined;
}

/**
 * Wrapping fills lines, and breaks them within sentences: the next word would seldom have fitted, and where the script
 * has small letters many lines begin with one. Headings, verses and addresses are otherwise.
 */
function looksWrapped(lines: readonly Line[], width: number): boolean {
  let [inside, fitting, cased, small] = [0, 0, 0, 0];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next?.gap !== 0 || ENDS.test(line.text)) continue;
    inside += 1;
    if (SMALL_START.test(next.text)) small += 1;
    else if (fitsOnLine(line, next, width * 0.8)) fitting += 1;
    if (/^\P{L}*[\p{Lu}\p{Ll}]/u.test(next.text)) cased += 1;
  }
  return fitting <= inside * 0.5 && small >= cased * 0.3;
}

function goesOn(line: Line, next: Line, width: number | undefined): boolean {
  if (width === undefined || isRuler(line.text) || isRuler(next.text) || isListItem(next.text)) return false;
  if (line.width > WRAP_MAX_CHARS) return false;
  if (line.text.startsWith('>') !== next.text.startsWith('>')) return false;
  const indented = next.indent - line.indent;
  if (indented >= 2 && !isListItem(line.text) && ENDS.test(line.text)) return false;
  if (SMALL_START.test(next.text)) return true;
  if (ENDS.test(line.text)) return !fitsOnLine(line, next, width);
  return /[,–—-]$/u.test(line.text) || !fitsOnLine(line, next, width * 0.75);
}

function fitsOnLine(line: Line, next: Line, width: number): boolean {
  const word = (/^\S+/u.exec(next.text)?.[0] ?? '').length;
  return line.width + 1 + word <= width;
}

/** Returns true if a line is drawn, not written: no letter, no digit. */
export function isRuler(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
