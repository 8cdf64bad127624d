import { entryAt } from '../../../runtime/entryAt.ts';
import { isAllCaps, isClosed, isNameLike, isPartName } from '../../shape.ts';
import { SENTENCE } from '../codeBlocks.ts';
import { indentsOf } from '../indents.ts';
import type { Part, Shape } from '../part.ts';

/** How much further in than a term its explanation is set. */
const HANGING_CHARS = 3;
/** Shorter parts say too little about where the text begins. */
const PROSE_MIN_WEIGHT = 60;
/** The first longer part is where a text begins: what is above is its title page. */
const TEXT_MIN_WEIGHT = 100;
/** Fewer lines above a text are its title, and who wrote it. */
const TITLE_PAGE_MIN = 6;
/** The longest line of a signature, and of what is said above it. */
const SIGNATURE_MAX_WEIGHT = 40;
const VERSE_MAX_WEIGHT = 70;
/** Share of a text that is set in one way, and no exception. */
const USUAL_SHARE = 0.05;
/** The shortest sentence with which a text may begin. */
const SENTENCE_MIN_WEIGHT = 45;
const CLOSING =
  /^(?:(?:and\s|i am,?\s|in haste,?\s)*(?:yours?|sincerely|respectfully|faithfully|cordially|regards|cheers|love)\b|(?:best|kind|warm(?:est)?|many)\s(?:regards|wishes|thanks)|thank you|thanks|mit freundlichen grüßen|cordialement|atentamente|amitiés).{0,30}$/iu;
const ONE_NAME = /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3}$/u;
const SHORT: ReadonlySet<Shape> = new Set<Shape>(['short', 'prose', 'byline', 'ruler', 'furniture', 'caption']);

/**
 * Finds short lines that name no part of a text, whatever they look like: terms with their explanation further in, verse, the lines of a
 * title page, who signs a letter. A line that is marked as a heading, by capitals throughout or a number, may be one all the same where `marked` says so.
 */
export function notHeadings(
  parts: readonly Part[],
  { source, marked }: { readonly source: string; readonly marked: (part: Part) => boolean },
): ReadonlySet<Part> {
  const layout = indentsOf(parts, source).indents;
  const least = leastIndent(parts, layout);
  const found = new Set(titlePage(parts));
  const isLetter = parts[0]?.shape === 'furniture' && LETTER.test(parts[0].text);
  for (const [index, part] of parts.entries()) {
    const [before, next] = [parts[index - 1], parts[index + 1]];
    const [indent, nextIndent] = [entryAt(layout, index), layout[index + 1] ?? 0];
    const isTerm =
      next?.gap === 0 &&
      next.shape === 'prose' &&
      indent >= least &&
      nextIndent >= indent + HANGING_CHARS &&
      !/^\d+\.\d/u.test(part.text);
    if (isTerm || isSigned(part, { before, next, isMarked: marked(part) })) found.add(part);
    else if (!marked(part) && (isVerse(parts, index) || (isLetter && isSaidInLetter(part.text)))) found.add(part);
  }
  return found;
}

/** The head of a letter, as mail has it. */
const LETTER = /^(?:from|to|date|sent|subject|received|return-path)\s?:/iu;

/** Whether a short line of a letter is said to the reader: people write "Get excited for family day!" on a line of its own, and headings in capitals. */
function isSaidInLetter(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return /[!?]$/u.test(text) || words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 < words.length + 1;
}

/** How far in the running text begins that begins furthest out, but for what is exceptional; 0 if there is none. */
function leastIndent(parts: readonly Part[], indents: readonly number[]): number {
  const weights = new Map<number, number>();
  let all = 0;
  for (const [index, { shape, weight, text }] of parts.entries())
    if (shape === 'prose' && (weight >= PROSE_MIN_WEIGHT || /[\r\n]/u.test(text))) {
      const indent = entryAt(indents, index);
      weights.set(indent, (weights.get(indent) ?? 0) + weight);
      all += weight;
    }
  const usual = [...weights].flatMap(([indent, weight]) => (weight >= all * USUAL_SHARE ? [indent] : []));
  return usual.reduce((least, indent) => Math.min(least, indent), usual[0] ?? 0);
}

/** Who signs, or the words before that: "Your obedient", "JANE ROE". */
function isSigned(
  { text, weight, gap }: Part,
  { before, next, isMarked }: { before: Part | undefined; next: Part | undefined; isMarked: boolean },
): boolean {
  if (weight > SIGNATURE_MAX_WEIGHT) return false;
  if (before !== undefined && before.weight <= SIGNATURE_MAX_WEIGHT && CLOSING.test(before.text)) return true;
  // "Happy reading," above "Alice"
  if (!isMarked && before?.as === undefined && /^[^.!?;:]{1,40},$/u.test(before?.text ?? '') && ONE_NAME.test(text))
    return true;
  if (isMarked || next === undefined) return false;
  const isBelow = next.weight <= SIGNATURE_MAX_WEIGHT && next.shape !== 'ruler';
  if (CLOSING.test(text) && (isBelow || /[,!.]$/u.test(text))) return true;
  // A name above an address or a telephone number, or above nothing at all.
  return isNameLike(text) && isBelow && (next.shape === 'item' || next.shape === 'row' || next.gap === 0) && gap > 0;
}

/** A line of a block of short lines of which some end within a sentence. */
function isVerse(parts: readonly Part[], index: number): boolean {
  let [from, to] = [index, index + 1];
  while (from > 0 && entryAt(parts, from).gap === 0) from -= 1;
  while (parts[to]?.gap === 0) to += 1;
  const block = parts.slice(from, to);
  return (
    block.length > 1 &&
    block.length <= 200 &&
    block.every(({ weight, shape, as }) => as === undefined && weight <= VERSE_MAX_WEIGHT && SHORT.has(shape)) &&
    block.some(({ text }) => /[,;]["'”’]?$/u.test(text)) &&
    block.every(({ text }) => /^[^\p{L}]*[\p{Lu}\P{Ll}]/u.test(text))
  );
}

/** The short lines above the first paragraph of a text, but for those right above it. */
function titlePage(parts: readonly Part[]): readonly Part[] {
  const lines: Part[] = [];
  for (const part of parts) {
    if (!SHORT.has(part.shape) || beginsText(part))
      return lines.length < TITLE_PAGE_MIN ? [] : lines.slice(0, lines.length - lastRun(lines));
    if (part.as === undefined && part.shape !== 'furniture') lines.push(part);
  }
  return [];
}

function beginsText({ shape, weight, text }: Part): boolean {
  if (shape !== 'prose') return false;
  return weight >= TEXT_MIN_WEIGHT || (weight >= SENTENCE_MIN_WEIGHT && SENTENCE.test(text) && isClosed(text));
}

/** How many lines at the end are about the text below: one, or two where the upper is in capitals, as "ARGUMENT" above "ACT I.". */
function lastRun(lines: readonly Part[]): number {
  const above = lines.at(-2);
  return above !== undefined && above.gap > 1 && (isAllCaps(above.text) || isPartName(above.text)) ? 2 : 1;
}
