import type { Span } from '../span.ts';
import type { CalendarDate } from './calendar.ts';
import type { Anchor, Meaning } from './dateRule.ts';

/** What later expressions may go back to: the last date, and the last with a year written in it. */
export interface Anchors {
  readonly any: Held | undefined;
  readonly year: Held | undefined;
}
interface Held {
  readonly date: CalendarDate;
  readonly span: Span;
  readonly statesYear: boolean;
  readonly isRough: boolean;
}

/** The anchors of a text's first expression. */
export const NO_ANCHORS: Anchors = { any: undefined, year: undefined };

/** Returns the anchors of the expression after this one. Past a decade or a century no year before it is gone back to. */
export function withMeaning(anchors: Anchors, meaning: Meaning, span: Span): Anchors {
  const { anchor, statesYear = false, coarse = false, isRough = false } = meaning;
  if (coarse) return { any: anchors.any, year: undefined };
  if (!anchor) return anchors;
  const held = { date: anchor, span, statesYear, isRough };
  return { any: held, year: statesYear ? held : anchors.year };
}

/** No paragraph is taken to be longer, which keeps the cost linear. */
const PARAGRAPH_MAX_CHARS = 5_000;
const FAR = { sameParagraph: false, sameSentence: false, near: false, isAside: false };
/** What leads to a year that is only compared with. */
const COMPARED =
  /(?:\bthan|\bas|(?:\bup|\bdown|%|percent|per cent|points?|sharply|slightly) from|against|versus|vs\.?|compared (?:with|to)|(?:number|level|figure|total|rate|amount|price|record|peak|low|high|value|pace|same \p{L}+)) (?:in|of|for|that in|those (?:in|of)|the \p{L}+ (?:in|of)|(?=$))?\s?$/iu;
const COMPARED_CHARS = 40;
const RELATIVE_CHARS = 120;
const RELATIVE_CLAUSE = /, (?:who|which|whose|where) [^,;.!?\n]*$/iu;
const SENTENCE_END = /[.!?]["'”’)]*\s+["'“‘(]?\p{Lu}|\n/u;
/** Where a sentence or an item of a list begins. */
const NEXT_SENTENCE = /[.!?]["'”’)]*\s+["'“‘(]?\p{Lu}|\n\s*(?:[-*•–]|\d)/gu;
const BLANK_LINE = /\n[^\S\n]*\n/gu;
/** What may stand beside a date that is a heading. */
const HEADING_MARKS = /^[\s#*_=:–—-]*$/u;

/** Returns how far an earlier date is from an expression. */
export function anchorAt(text: string, held: Held | undefined, [start]: Span): Anchor | undefined {
  if (!held) return undefined;
  if (start - held.span[1] > PARAGRAPH_MAX_CHARS) return { ...held, ...FAR };
  const between = text.slice(held.span[1], start);
  const blankLines = Array.from(between.matchAll(BLANK_LINE)).length;
  return {
    ...held,
    isAside: isAside(text, held),
    sameParagraph: !between.includes('\n'),
    sameSentence: !SENTENCE_END.test(between),
    near:
      blankLines === 0
        ? Array.from(between.matchAll(NEXT_SENTENCE)).length <= 1
        : blankLines === 1 && isHeading(text, held.span),
  };
}

/**
 * Returns true for a bare year that something is compared with ("double the number in 2017"), and for a date of a clause
 * between commas that only says who or what somebody or something is ("the mayor, who took office in 2017, said").
 */
function isAside(text: string, { date, span: [start, end] }: Held): boolean {
  const before = text.slice(Math.max(0, start - RELATIVE_CHARS), start);
  if (text.charAt(end) === ',' && RELATIVE_CLAUSE.test(before)) return true;
  return date.month === undefined && COMPARED.test(before.slice(-COMPARED_CHARS));
}

/** Returns true if a date has a line to itself, and so heads what is below it. */
function isHeading(text: string, [start, end]: Span): boolean {
  const lineEnd = text.indexOf('\n', end);
  return (
    HEADING_MARKS.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start)) &&
    HEADING_MARKS.test(text.slice(end, lineEnd === -1 ? text.length : lineEnd))
  );
}
