import type { Span } from '../../language/span.ts';
import { NUMBER_WORDS } from '../../language/words/numberWords.ts';
import { quantityAfter, quantityBefore } from '../../language/words/quantities.ts';

/** A number in digits, or a word. */
const WORD = /\p{N}[\p{N}.,:]{0,20}\p{N}|\p{N}|\p{L}[\p{L}\p{M}'’]{0,30}/gu;
/** What joins two numbers to one amount ("4 to 6 per cent", "two hundred and five"), and the parts of one. */
const RANGE = /^(?: (?:to|or) | ?[–—-] ?)$/u;
const AND = /^ and $/u;
/** What says how exact a number is, right before it. */
const EXACTNESS =
  /(?:^|[^\p{L}])(?:about|around|some|nearly|almost|over|under|roughly|approximately|just|only|exactly|another|at (?:least|most)|(?:more|less|fewer|greater|rather|better) than|up to|as (?:many|much|few|little|high|low|long) as|well (?:over|under)|an estimated|between|close to|a further|minus) $/iu;
const EXACTNESS_MAX_CHARS = 16;
const POINTS = /^ points?(?![\p{L}\p{N}])/u;
const HUNDREDTHS = /(?:percentage|basis|\p{N})$/iu;

/**
 * Finds the amounts of a text, each with its sign, its unit and what says how exact it is ("at least £4.5 million", "4 to 6 per cent");
 * what is counted is no part of them. Linear in the text.
 */
export function amountsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const before = found.at(-1);
    if (!isNumber(word) || (before && index < before[1])) continue;
    const own: Span = [signStart(text, index), unitEnd(text, index + word.length)];
    const joint = before ? text.slice(before[1], own[0]) : '';
    const isJoined =
      before &&
      (RANGE.test(joint) || (AND.test(joint) && awaitsMore(text, before)) || isSpelt(text, before, { joint, word }));
    if (isJoined) found[found.length - 1] = [before[0], own[1]];
    else found.push([exactStart(text, own[0]), own[1]]);
  }
  return found;
}

function isNumber(word: string): boolean {
  return /\p{N}/u.test(word) || word.toLowerCase() === 'one' || NUMBER_WORDS.has(word.toLowerCase());
}

/** Whether an amount goes on after "and": "between 4", "two hundred". */
function awaitsMore(text: string, [start, end]: Span): boolean {
  const amount = text.slice(start, end);
  return /^between /iu.test(amount) || /(?:hundred|thousand|million|billion)$/iu.test(amount);
}

/** Whether a word goes on with a number in words: "two hundred", "thirty six". */
function isSpelt(
  text: string,
  before: Span,
  { joint, word }: { readonly joint: string; readonly word: string },
): boolean {
  return joint === ' ' && !/\p{N}/u.test(`${text.slice(...before)}${word}`);
}

function signStart(text: string, start: number): number {
  return quantityBefore(text, start)?.[0] ?? start;
}

function unitEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const next = quantityAfter(text, end)?.[1];
    if (next === undefined || next <= end) break;
    end = next;
  }
  const points = HUNDREDTHS.test(text.slice(Math.max(0, end - 10), end)) ? POINTS.exec(text.slice(end, end + 8)) : null;
  return end + (points?.[0].length ?? 0);
}

function exactStart(text: string, start: number): number {
  const before = EXACTNESS.exec(text.slice(Math.max(0, start - EXACTNESS_MAX_CHARS), start))?.[0];
  return before === undefined ? start : start - before.replace(/^[^\p{L}]/u, '').length;
}
