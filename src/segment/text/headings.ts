import { headingDepth, isAllCaps, isHeadingLike, isNameLike, isPartName } from '../shape.ts';
import { indentsOf } from './indents.ts';
import type { Part, Shape, TextPass } from './part.ts';
import { lastOf } from '../../runtime/entryAt.ts';

const LEVEL = 2;
const LEVEL_MAX = 6;
/** More short lines in a row than this are verses, an address or a table of contents. */
const RUN_MAX = 2;
const LABEL_MAX_WEIGHT = 40;
const VERSE_MAX_WEIGHT = 70;
const VERSE_SHARE = 0.8;
const LEAD_IN_MIN_WORDS = 3;
const BODY: ReadonlySet<Shape> = new Set(['prose', 'item', 'row', 'quote', 'caption', 'credit', 'footnote', 'code']);

/** Finds headings: short lines without closing punctuation before a text, alone or two in a row; numbered lines that count no list. */
export const findHeadings: TextPass = (parts, { source }) => {
  const written = parts.filter(({ shape }) => shape !== 'ruler');
  const verse = verseLines(written, source);
  const headings = new Set<Part>();
  for (let from = 0; from < written.length; from += 1) {
    let to = from;
    while (isCandidate(written, to, verse)) to += 1;
    if (to === from) continue;
    const run = written.slice(from, to);
    const next = written[to];
    if (next !== undefined && next.as === undefined && BODY.has(next.shape))
      for (const part of chosen(run)) headings.add(part);
    from = to - 1;
  }
  return parts.map((part, index) => {
    const underlined = part.shape !== 'ruler' && part.as === undefined && isUnderline(part, parts[index + 1]);
    return headings.has(part) || underlined ? { ...part, as: 'heading', level: levelOf(part) } : part;
  });
};

function isCandidate(parts: readonly Part[], at: number, verse: ReadonlySet<Part>): boolean {
  const part = parts[at];
  if (part === undefined || part.as !== undefined) return false;
  const [before, next] = [parts[at - 1], parts[at + 1]];
  if (part.shape === 'short')
    return (
      !isSpeaker(before) &&
      !verse.has(part) &&
      (isMarked(part) ||
        !(endsBlock(before, part, next) || leadsIn(part, next) || isPoet(part, { before, next, verse })))
    );
  if (part.shape === 'item') {
    const counts = [before, next].some((other) => other?.shape === 'item' && !isSubItem(other, part));
    // "1. Source Code." names what the paragraphs below say.
    const named = part.text.replace(/(?<=\p{L})\.$/u, '');
    const isLabel =
      named === part.text ||
      (part.weight <= LABEL_MAX_WEIGHT && part.gap > 0 && (next?.gap ?? 0) > 0 && next?.shape === 'prose');
    return !counts && isLabel && headingDepth(part.text) !== undefined && isHeadingLike(named);
  }
  if (part.shape === 'prose' && isClosedTitle(part, next)) return true;
  // "Background:" above a paragraph
  return (
    part.shape === 'prose' &&
    part.weight <= LABEL_MAX_WEIGHT &&
    /\p{L}[:：]$/u.test(part.text) &&
    isHeadingLike(part.text.slice(0, -1)) &&
    next?.shape === 'prose' &&
    next.weight > 2 * part.weight
  );
}

/** "CHAPTER I.", with a full stop as printers set it, alone between two gaps. */
function isClosedTitle({ text, weight, gap }: Part, next: Part | undefined): boolean {
  return weight <= VERSE_MAX_WEIGHT && gap > 0 && (next?.gap ?? 0) > 0 && isPartName(text);
}

/** "Now you can do" above a command leads in to it. */
function leadsIn({ text }: Part, next: Part | undefined): boolean {
  return next?.shape === 'code' && text.split(/\s+/u).length >= LEAD_IN_MIN_WORDS;
}

/** The name below a verse, or where it is from. */
function isPoet(
  { text, gap }: Part,
  { before, next, verse }: { before: Part | undefined; next: Part | undefined; verse: ReadonlySet<Part> },
): boolean {
  return before !== undefined && verse.has(before) && (isNameLike(text) || gap < (next?.gap ?? 0));
}

/** "4. Use" with "(a) …" below a gap is no list of two. */
function isSubItem(other: Part, part: Part): boolean {
  const isCounted = /^\(?[a-z]{1,4}[.)]/u.test(other.text) && /^\d/u.test(part.text);
  return isCounted && ((other.gap > 0 && part.gap > 0) || isAllCaps(part.text));
}

/**
 * Lines of a block that are about as long as each other: verse, an address, a list without marks; two are enough where they
 * are set further in than the text. None is a heading but a marked one.
 */
function verseLines(parts: readonly Part[], source: string): ReadonlySet<Part> {
  const { indents, usual } = indentsOf(parts, source);
  const found = new Set<Part>();
  for (let from = 0, to = 1; from < parts.length; from = to, to += 1) {
    while (parts[to]?.gap === 0) to += 1;
    const block = parts.slice(from, to);
    const even = block.filter(
      ({ weight, shape, as }) =>
        weight <= VERSE_MAX_WEIGHT && as === undefined && (shape === 'short' || shape === 'prose'),
    );
    const isInset = indents.slice(from, to).every((indent) => indent > usual);
    if (block.length > (isInset ? 1 : RUN_MAX) && even.length >= block.length * VERSE_SHARE)
      for (const part of block) if (!isMarked(part)) found.add(part);
  }
  return found;
}

/** "JEYES." above a line of a play: who says it. */
function isSpeaker(part: Part | undefined): boolean {
  return (
    part?.as === undefined &&
    part?.weight !== undefined &&
    part.weight <= LABEL_MAX_WEIGHT &&
    isAllCaps(part.text) &&
    part.text.endsWith('.')
  );
}

/** The last line of a block is part of it: the name below a verse, the end of an address. */
function endsBlock(before: Part | undefined, { gap }: Part, next: Part | undefined): boolean {
  const isBelow = gap === 0 && before !== undefined && before.as === undefined && before.shape !== 'ruler';
  return isBelow && (next?.gap ?? 0) > 0;
}

function isMarked({ text }: Part): boolean {
  return isAllCaps(text) || headingDepth(text) !== undefined;
}

function chosen(run: readonly Part[]): readonly Part[] {
  if (run.length <= RUN_MAX) return run;
  const marked = run.filter(({ text }) => /^\d+(?:\.\d+)+\.?\s/u.test(text) || isAllCaps(text));
  if (marked.length > 0 && marked.length < run.length) return marked;
  const last = lastOf(run);
  return last.gap > (run.at(-2)?.gap ?? 0) ? [last] : [];
}

function isUnderline(part: Part, below: Part | undefined): boolean {
  return (
    below?.shape === 'ruler' &&
    below.gap === 0 &&
    /^([-=~*#^+_.:`'"])\1*$/u.test(below.text) &&
    // What is underlined may begin with the name of a command: "git bisect" overview.
    isHeadingLike(part.text.replace(/\p{Ll}/u, (letter) => letter.toUpperCase())) &&
    below.text.length >= part.text.length / 2
  );
}

function levelOf({ text }: Part): number {
  return Math.min(LEVEL_MAX, LEVEL - 1 + (headingDepth(text) ?? 1));
}
