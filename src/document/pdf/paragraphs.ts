import { stemmerFor } from '../../language/words/stem.ts';
import { isKnownStem } from '../../language/words/wordList.ts';
import { entryAt } from '../../runtime/entryAt.ts';
import { isListItem } from '../../segment/shape.ts';
import { rightEdges } from './rightEdges.ts';
import { isTabbed } from './rows.ts';
import { isLeader, LINE_ENDS, SMALL_START, usualOf, type PdfLine } from './pdfLine.ts';

/** How a document is set. */
export interface Setting {
  /** The size of its running text. */
  readonly size: number;
  /** From baseline to baseline, in sizes of the letters. */
  readonly leading: number;
  /** Whether new paragraphs are indented. */
  readonly indents: boolean;
}

/** In sizes of the letters. */
const INDENT_MIN = 0.7;
const INDENT_MAX = 5;
/** A gap this many times the usual one parts paragraphs. */
const GAP = 1.28;
const FAR_GAP = 1.9;
const OTHER_SIZE = 0.06;
/** A row of a table may be shorter. */
const PROSE_MIN_CHARS = 30;

/** Measures how a document is set, from all its lines. */
export function settingOf(lines: readonly PdfLine[]): Setting {
  const size = usualOf(lines.map((line) => [line.size, line.text.length])) ?? 10;
  const steps = pairs(lines).filter(
    ([a, b]) =>
      isBody(a, size) && isBody(b, size) && a.page === b.page && b.y > a.y && Math.abs(a.x - b.x) < size * INDENT_MAX,
  );
  const leading = usualOf(steps.map(([a, b]) => [Math.round(((b.y - a.y) / size) * 20) / 20, 1])) ?? 1.2;
  const indented = steps.filter(
    ([a, b]) =>
      b.y - a.y < size * leading * GAP &&
      b.x > a.x + size * INDENT_MIN &&
      LINE_ENDS.test(a.text) &&
      !isListItem(b.text),
  ).length;
  const gaps = steps.filter(([a, b]) => b.y - a.y >= size * leading * GAP && b.y - a.y < size * leading * 3).length;
  return { size, leading: Math.min(Math.max(leading, 0.9), 2.5), indents: indented > 3 && indented > gaps };
}

/** Puts the lines of a document together to paragraphs, headings and items, each a list of lines. */
export function paragraphsOf(read: readonly PdfLine[], setting: Setting): readonly (readonly PdfLine[])[] {
  const edges = rightEdges(read);
  const lines = read.map((line, index) => (isStretched(read, { index, edges, setting }) ? withoutGaps(line) : line));
  const paragraphs: PdfLine[][] = [];
  const names = namesWithin(read);
  for (const [index, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    const before = open?.at(-1);
    if (open && before && belongs(open, { before, line, edge: edges[index - 1] ?? before.right, setting, names }))
      open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** Whether the wide gaps of a line only fill it: it goes from edge to edge next to full lines without gaps, as no row of a table does. */
function isStretched(
  lines: readonly PdfLine[],
  { index, edges, setting }: { readonly index: number; readonly edges: readonly number[]; readonly setting: Setting },
): boolean {
  const line = entryAt(lines, index);
  if (!isTabbed(line) || line.mono || line.text.length < PROSE_MIN_CHARS || /\t[^\p{L}]{1,4}$/u.test(line.text))
    return false;
  if (line.right < entryAt(edges, index) - 1) return false;
  const isNextTo = (other: PdfLine | undefined): other is PdfLine =>
    other !== undefined &&
    other.page === line.page &&
    Math.abs(other.size - line.size) <= line.size * OTHER_SIZE &&
    Math.abs(other.y - line.y) <= line.size * setting.leading * GAP;
  const [above, below] = [lines[index - 1], lines[index + 1]].map((other) => (isNextTo(other) ? other : undefined));
  const beside = [above, below].flatMap((other) => other ?? []);
  const isFull = (other: PdfLine): boolean => other.right >= entryAt(edges, index) - 1;
  const isProse = fillsAsProse(line.text);
  return (
    beside.length > 0 &&
    beside.every(
      (other) =>
        !other.mono &&
        (!other.text.includes('\t') || (isProse && fillsAsProse(other.text) && isFull(other))) &&
        Math.abs(other.x - line.x) <= line.size * (isProse ? FIRST_INDENT_MAX : INDENT_MAX),
    ) &&
    beside.some((other) => !other.text.includes('\t') && isFull(other))
  );
}

/** The first line of a paragraph, as typewriters indent it, in sizes of its letters. */
const FIRST_INDENT_MAX = 8;
/** Words that are spread over a line; a row of so many cells has numbers. */
const SPREAD_MIN = 4;

/** Whether all gaps of a line are behind the ends of sentences, or between all its words: text that is filled, not cells. */
function fillsAsProse(text: string): boolean {
  const cells = text.split('\t');
  const isSpread = cells.length >= SPREAD_MIN && cells.every((cell) => /^\S*\p{L}\S*$/u.test(cell));
  return isSpread || cells.slice(0, -1).every((cell) => /[.:;?!]["”’)\]]{0,2}$/u.test(cell) && /\p{L}/u.test(cell));
}

function withoutGaps(line: PdfLine): PdfLine {
  return { ...line, text: line.text.replaceAll(/\t+/gu, ' ') };
}

interface Step {
  readonly before: PdfLine;
  readonly line: PdfLine;
  /** Where the column of the line before ends. */
  readonly edge: number;
  readonly setting: Setting;
  /** Words that the document writes with a capital within its sentences. */
  readonly names: ReadonlySet<string>;
}

function belongs(open: readonly PdfLine[], step: Step): boolean {
  const { before, line, edge, setting } = step;
  const ended = LINE_ENDS.test(before.text);
  const isDash = isDashWithin(open, step);
  const within = (SMALL_START.test(line.text) && !isBullet(line.text)) || isDash;
  if (isTabbed(before) || isTabbed(line) || isLeader(before)) return false;
  if (isLeader(line)) return !isLeader(before) && SMALL_START.test(line.text);
  const isBelow = before.page === line.page && line.y >= before.y - before.size;
  const gap = isBelow ? (line.y - before.y) / before.size / setting.leading : 0;
  if (gap > FAR_GAP) return false;
  if (before.mono !== line.mono && before.page === line.page) return within && !ended;
  if (before.mono && line.mono && before.size === line.size) return isNear(step) && !ended;
  if (Math.abs(before.size - line.size) > Math.max(before.size, line.size) * OTHER_SIZE) return false;
  const parted = /\p{L}[-\u00AD\u2010]$/u.test(before.text);
  if (before.bold !== line.bold && !(within && !ended))
    return isBelow && gap <= GAP && !endsBlock(open, step) && !before.bold && !ended && !wouldFit(before, step);
  if ((isBullet(line.text) && !isDash) || (isEntry(line.text) && isEntry(open[0]?.text ?? ''))) return false;
  if (
    isListItem(line.text) &&
    !isDash &&
    (ended || isListItem(open[0]?.text ?? '') || wouldFit(before, { line, edge }))
  )
    return false;
  if (!isBelow) return (parted && within) || continues(open, step);
  if (gap > GAP) return (parted || (within && !ended)) && gap < 1.6;
  if (parted || (within && !ended)) return true;
  const first = open[0] ?? before;
  const item = isListItem(first.text) || isBullet(first.text) || isEntry(first.text);
  if (item) {
    // What hangs below a number or bullet is of it.
    if (line.x > first.x + first.size * INDENT_MIN && !isEntry(line.text) && gap <= GAP) return true;
    // A line of an item is below its text; one further left is of what follows.
    if (open.length > 1 && line.x < before.x - before.size * INDENT_MIN) return false;
    if (ended && line.x <= first.x + 1 && wouldFit(before, { line, edge })) return false;
    return !(ended && wouldFit(before, { line, edge }));
  }
  const indent = (line.x - before.x) / before.size;
  if (indent > INDENT_MIN && indent < INDENT_MAX && (ended || open.length > 1) && !isHanging(open)) return false;
  if (indent < -INDENT_MIN && isHanging(open) && ended) return false;
  return (
    !wouldFit(before, { line, edge }) ||
    !(ended || !within) ||
    (!ended && ((OPEN_END.test(before.text) && isProseLine(before.text)) || goesOnWithName(open, step)))
  );
}

/** Words behind a word in small letters, with a capital: names, and not the first words of sentences. */
function namesWithin(lines: readonly PdfLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ text }) => Array.from(text.matchAll(/(?<=\p{Ll},?\s)\p{Lu}[\p{L}’'-]+/gu), ([word]) => word)),
  );
}

/** Words of a line of prose, and the share of them in small letters. */
const PROSE_WORDS = 4;
const SMALL_SHARE = 0.4;
/** How much of the width of its neighbours a line has that was not ended on purpose. */
const NEARLY_FULL = 0.7;

/** Whether the next line begins with a name that belongs to the sentence before it: in a narrow place, such as beside a picture, no edge tells. */
function goesOnWithName(open: readonly PdfLine[], { before, line, names }: Step): boolean {
  const [first = ''] = /^[\p{L}’'-]+(?!\d)/u.exec(line.text) ?? [];
  const isName =
    names.has(first) || (/^\p{Lu}\p{Ll}{2}/u.test(first) && !isKnownStem(stemmerFor('en')(first.toLowerCase())));
  const width = Math.max(line.right, ...open.map(({ right }) => right)) - before.x;
  return (
    isName &&
    !before.text.includes('@') &&
    isProseLine(before.text) &&
    isProseLine(line.text) &&
    before.right - before.x >= width * NEARLY_FULL
  );
}

function isProseLine(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return (
    words.length >= PROSE_WORDS && words.filter((word) => /^\p{Ll}/u.test(word)).length >= words.length * SMALL_SHARE
  );
}

/** A line that ends so goes on in the next one, whatever that begins with. */
const OPEN_END =
  /\s(?:the|an?|of|to|in|on|at|by|for|with|and|or|from|that|which|whose|is|are|was|were|has|have|had|be|been|than|as|over|under|into|about|between|its|their|our|your|this|these|those|if|when|who|not|no|any|each|every|such|both|also|will|can|may|must|should|would|could)$/u;

/** Whether a paragraph goes on after a turn of the column or page. */
function continues(open: readonly PdfLine[], { before, line, edge, setting }: Step): boolean {
  if (!LINE_ENDS.test(before.text))
    return (
      SMALL_START.test(line.text) ||
      (!wouldFit(before, { line, edge }) && open.length > 1) ||
      /[,–—]$/u.test(before.text) ||
      (OPEN_END.test(before.text) && isProseLine(before.text))
    );
  if (SMALL_START.test(line.text)) return true;
  const full = !wouldFit(before, { line, edge }) && open.length > 1;
  // In the usual setting the next paragraph would be indented.
  return setting.indents && full && !line.text.startsWith('•') && line.size === before.size;
}

/** Whether the block so far is a heading by itself: bold, and not wrapped at the column's end. */
function endsBlock(open: readonly PdfLine[], { before, line, edge }: Step): boolean {
  return open.every(({ bold }) => bold) && (wouldFit(before, { line, edge }) || LINE_ENDS.test(before.text));
}

function isHanging(open: readonly PdfLine[]): boolean {
  const [first, second] = open;
  return (
    first !== undefined &&
    second !== undefined &&
    second.page === first.page &&
    second.x > first.x + first.size * INDENT_MIN
  );
}

function isNear({ before, line, setting }: Step): boolean {
  return (
    line.page === before.page && line.y > before.y && (line.y - before.y) / before.size / setting.leading < FAR_GAP
  );
}

/** Whether the first word of a line would have fitted behind the line before: that one was ended on purpose. */
function wouldFit(before: PdfLine, { line, edge }: { readonly line: PdfLine; readonly edge: number }): boolean {
  const word = /^\S+/u.exec(line.text)?.[0].length ?? 0;
  const letter = (line.right - line.x) / Math.max(1, line.text.length);
  return before.right + letter * (word + 1) < edge - before.size * 0.4;
}

function isBody({ size }: PdfLine, usual: number): boolean {
  return Math.abs(size - usual) < usual * OTHER_SIZE;
}

/** Whether a line begins with a sign of lists, which no wrapped line does. */
function isBullet(text: string): boolean {
  return /^[•‣◦⁃▪●○■□–—*·\uF0B7\uF0A7➢➤✓–-](?:\s|\t)/u.test(text);
}

/** Whether a line begins with a dash within a sentence: below a full line that ends in the midst of one, as far left as that. */
function isDashWithin(open: readonly PdfLine[], { before, line, edge }: Step): boolean {
  return (
    /^[–—]\s\p{Ll}/u.test(line.text) &&
    !LINE_ENDS.test(before.text) &&
    !/[:;]$/u.test(before.text) &&
    !isBullet(open[0]?.text ?? '') &&
    !wouldFit(before, { line, edge }) &&
    Math.abs(before.x - line.x) <= before.size * FIRST_INDENT_MAX
  );
}

/** Whether a line begins an entry of a list of references: "[7] Jane Roe. …". */
function isEntry(text: string): boolean {
  return /^\[\d{1,3}\]\s/u.test(text);
}

function pairs(lines: readonly PdfLine[]): readonly (readonly [PdfLine, PdfLine])[] {
  return lines.slice(1).map((line, index) => [lines[index] ?? line, line]);
}
