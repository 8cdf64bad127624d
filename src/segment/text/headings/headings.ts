import { headingDepth, isAllCaps, isHeadingLike, isNameLike, isPartName } from '../../shape.ts';
import { indentsOf } from '../indents.ts';
import { isAboveClause, isAboveContact, isAboveName, isExample, isField, isSubItem } from './neighbours.ts';
import { notHeadings } from './notHeadings.ts';
import type { Part, Shape, TextPass } from '../part.ts';
import { lastOf } from '../../../runtime/entryAt.ts';

const LEVEL = 2;
const LEVEL_MAX = 6;
/** More short lines in a row than this are verses, an address or a table of contents. */
const RUN_MAX = 2;
const LABEL_MAX_WEIGHT = 40;
const VERSE_MAX_WEIGHT = 70;
const VERSE_SHARE = 0.8;
/** Longer lines are not wrapped. */
const LINE_MAX_WEIGHT = 140;
const LEAD_IN_MIN_WORDS = 3;
/** What leads in to the next words, and names nothing. */
const LEAD_IN =
  /^(?:for (?:example|instance)|e\.g\.|i\.e\.|that is|thus|therefore|hence|so|but|and|or|then|also|where|as follows|zum beispiel|par exemple|por ejemplo)[,:：]/iu;
/** Who says what is below. */
const SAYING =
  /^(?:i|he|she|we|they)\s|\b(?:sa(?:id|ys?)|repl(?:ied|ies)|ask(?:ed|s)|answer(?:ed|s)|wr(?:ote|ites)|cried|added|continued|exclaimed|remarked|thought)[:：]$/iu;
/** Empty lines above the parts of a book. */
const WIDE_GAP = 2;
/** The longest label with a colon that leads in to no sentence. */
const LABEL_MAX_WORDS = 3;
const BODY: ReadonlySet<Shape> = new Set(['prose', 'item', 'row', 'quote', 'caption', 'credit', 'footnote', 'code']);

const DRAWN: ReadonlySet<Shape> = new Set(['ruler', 'furniture']);

/** Finds headings: short lines without closing punctuation before a text, alone or two in a row; numbered lines that count no list. */
export const findHeadings: TextPass = (parts, { source }) => {
  const written = parts.filter(({ shape }) => shape !== 'ruler');
  const verse = new Set([...verseLines(written, source), ...notHeadings(written, { source, marked: isMarked })]);
  const ruled = { verse, said: repeatedCaps(written), closing: closingLines(written) };
  const headings = new Set<Part>();
  for (let from = 0; from < written.length; from += 1) {
    let to = from;
    while (isCandidate(written, to, ruled)) to += 1;
    if (to === from) continue;
    const run = written.slice(from, to);
    const next = written[to];
    if (next !== undefined && next.as === undefined && BODY.has(next.shape))
      for (const part of chosen(run)) headings.add(part);
    from = to - 1;
  }
  for (const part of [...soleQuestion(written, headings), ...belowTitle(written, headings)]) headings.delete(part);
  return parts.map((part, index) => {
    const underlined = !DRAWN.has(part.shape) && part.as === undefined && isUnderline(part, parts[index + 1]);
    return headings.has(part) || underlined ? { ...part, as: 'heading', level: levelOf(part) } : part;
  });
};

/** A question that is the only heading of a text without a title is asked, as in a letter. */
function soleQuestion(parts: readonly Part[], headings: ReadonlySet<Part>): readonly Part[] {
  const [only, ...others] = headings;
  if (only === undefined || parts.some(({ as }) => as === 'title')) return [];
  return others.length === 0 && /[?？]$/u.test(only.text) && !isMarked(only) ? [only] : [];
}

/** Right below the title and above another heading is whose text it is, where and when: "Harbour Community Trust". */
function belowTitle(parts: readonly Part[], headings: ReadonlySet<Part>): readonly Part[] {
  const title = parts.findIndex(({ as }) => as === 'title');
  const [below, next] = parts.slice(title + 1, title + 3);
  const isKept = below === undefined || next === undefined || !headings.has(below) || !headings.has(next);
  return title === -1 || isKept || isMarked(below) ? [] : [below];
}

/** What rules headings out: lines that are none, and what speakers of a play are called. */
interface Ruled {
  readonly verse: ReadonlySet<Part>;
  readonly said: ReadonlySet<string>;
  /** What signs a part of the text, wherever it is. */
  readonly closing: ReadonlySet<string>;
}

function isCandidate(parts: readonly Part[], at: number, { verse, said, closing }: Ruled): boolean {
  const part = parts[at];
  if (part === undefined || part.as !== undefined || verse.has(part)) return false;
  const [before, next] = [parts[at - 1], parts[at + 1]];
  if (part.shape === 'short')
    return (
      !isSpeaker(before, { next: part, said }) &&
      (isMarked(part) || !isAboveName(next)) &&
      !isField(part, before) &&
      !isExample(part, { before, next, isMarked: isMarked(part) }) &&
      !isAboveContact(next) &&
      !closing.has(part.text) &&
      (isMarked(part) || !isBeside(part, { before, next, verse })) &&
      (isMarked(part) ||
        !(endsBlock(before, part, next) || leadsIn(part, next) || isPoet(part, { before, next, verse })))
    );
  if (part.shape === 'item') {
    const counts = [before, next].some((other) => other?.shape === 'item' && !isSubItem(other, part, other === before));
    // "1. Source Code." names what the paragraphs below say.
    const named = part.text.replace(/(?<=\p{L})\.$/u, '');
    const isLabel =
      named === part.text ||
      (part.weight <= LABEL_MAX_WEIGHT && part.gap > 0 && (next?.gap ?? 0) > 0 && next?.shape === 'prose');
    if (isAboveClause(part, next)) return true;
    return !counts && isLabel && headingDepth(part.text) !== undefined && isHeadingLike(named);
  }
  if (part.shape === 'prose' && (isClosedTitle(part, next) || isSetApart(part, { next, said }))) return true;
  // "Background:" above a paragraph
  return (
    part.shape === 'prose' &&
    part.weight <= LABEL_MAX_WEIGHT &&
    /^[\p{L}\p{N}"“].*\p{L}[:：]$/u.test(part.text) &&
    (part.text.split(/\s+/u).length <= LABEL_MAX_WORDS || isMarked(part)) &&
    // "1.1 In this Agreement:" leads in to what it defines.
    (headingDepth(part.text) ?? 1) === 1 &&
    isHeadingLike(part.text.slice(0, -1)) &&
    !LEAD_IN.test(part.text) &&
    !SAYING.test(part.text) &&
    ((isAllCaps(part.text) && part.gap > 0 && next?.shape === 'item' && next.gap > 0) || isAboveText(part, next))
  );
}

/** Right above a longer paragraph, which does not go on in small letters. */
function isAboveText(part: Part, next: Part | undefined): boolean {
  return next?.shape === 'prose' && !/^\p{Ll}+,?\s/u.test(next.text) && next.weight > 2 * part.weight;
}

/** "PREFACE.", as printers set it, below a wider gap than paragraphs have. Who speaks in a play is there more than once. */
function isSetApart(
  { text, weight, gap }: Part,
  { next, said }: { readonly next: Part | undefined; readonly said: ReadonlySet<string> },
): boolean {
  return (
    gap >= WIDE_GAP &&
    (next?.gap ?? 0) > 0 &&
    weight <= LABEL_MAX_WEIGHT &&
    isAllCaps(text) &&
    /\p{L}{3}.*\.$/u.test(text) &&
    !said.has(text) &&
    isHeadingLike(text.slice(0, -1))
  );
}

/** A line of the same block as one that is no heading. */
function isBeside(
  part: Part,
  { before, next, verse }: { before: Part | undefined; next: Part | undefined; verse: ReadonlySet<Part> },
): boolean {
  return (
    (part.gap === 0 && before !== undefined && verse.has(before)) ||
    (next?.gap === 0 && next.weight <= VERSE_MAX_WEIGHT && verse.has(next))
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
function isSpeaker(
  part: Part | undefined,
  around: { readonly next: Part; readonly said: ReadonlySet<string> },
): boolean {
  return (
    part !== undefined &&
    part.as === undefined &&
    part.weight <= LABEL_MAX_WEIGHT &&
    around.next.gap < WIDE_GAP &&
    isAllCaps(part.text) &&
    part.text.endsWith('.') &&
    !isPartName(part.text) &&
    !isSetApart(part, around)
  );
}

/** Lines in capitals that are there more than once, as the names of those who speak. */
function repeatedCaps(parts: readonly Part[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text, weight, as } of parts)
    if (as === undefined && weight <= LABEL_MAX_WEIGHT && text.endsWith('.') && isAllCaps(text))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].flatMap(([text, count]) => (count > 1 && !isPartName(text) ? [text] : [])));
}

/** The last line of a block is part of it: the name below a verse, the end of an address. */
function endsBlock(before: Part | undefined, { gap }: Part, next: Part | undefined): boolean {
  // A line that nobody wrapped is a paragraph by itself.
  const isLine = before !== undefined && (before.weight <= LINE_MAX_WEIGHT || /[\r\n]/u.test(before.text));
  const isBelow = gap === 0 && isLine && before.as === undefined && before.shape !== 'ruler';
  return isBelow && (next?.gap ?? 0) > 0;
}

/** What is nearer to the paragraph above than to the next part, which a wide gap sets off, signs that paragraph: "PUBLIUS". */
function closesText({ gap }: Part, before: Part | undefined, next: Part | undefined): boolean {
  const below = next?.gap ?? 0;
  return before?.as === undefined && before?.shape === 'prose' && below > WIDE_GAP && below >= gap + WIDE_GAP;
}

function closingLines(parts: readonly Part[]): ReadonlySet<string> {
  const closing = parts.filter(
    (part, index) => part.shape === 'short' && closesText(part, parts[index - 1], parts[index + 1]),
  );
  return new Set(closing.map(({ text }) => text));
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
