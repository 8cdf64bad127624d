import type { Span } from '../span.ts';

const WORD = /[\p{L}\p{M}\p{N}]/u;
const MARK = /\p{M}/u;
const DIGIT = /\p{N}/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/u;
const HYPHEN = /[-‐‑]/u;
const NUMBER_JOINT = /[.,:–−/-]/u;
const MINUS = /[-−]/u;
const APOSTROPHE = /['’]/u;

/**
 * Returns true if a span begins and ends at borders of words and numbers, so that "likely" is not found in "unlikely",
 * "can" not in "can't", "violent" not in "non-violent", and "000" or "3" not in "1,000" or "3.5".
 */
export function atWordBorders(text: string, [start, end]: Span): boolean {
  return startsAtWordBorder(text, start) && !cutsAtEnd(text, end);
}

/** Tells the same of a start alone. */
export function startsAtWordBorder(text: string, start: number): boolean {
  return !cutsAtStart(text, start);
}

function cutsAtStart(text: string, at: number): boolean {
  const first = characterAt(text, at);
  const [before, beforeAt] = characterBefore(text, at);
  if (!WORD.test(first) || before === '') return MARK.test(first) || isLowSurrogate(text, at);
  if (cutsWord(before, first)) return true;
  const [further] = characterBefore(text, beforeAt);
  if (HYPHEN.test(before) && WORD.test(further)) return true;
  if (!DIGIT.test(first)) return false;
  return (MINUS.test(before) && !WORD.test(further)) || (NUMBER_JOINT.test(before) && DIGIT.test(further));
}

function cutsAtEnd(text: string, at: number): boolean {
  const [last] = characterBefore(text, at);
  const [after, afterEnd] = characterAfter(text, at);
  if (MARK.test(after) || isLowSurrogate(text, at)) return true;
  if (!WORD.test(last)) return false;
  if (cutsWord(last, after)) return true;
  const [further] = characterAfter(text, afterEnd);
  if (HYPHEN.test(after) && WORD.test(further)) return true;
  if (APOSTROPHE.test(after) && /n/iu.test(last) && /t/iu.test(further)) return true;
  return NUMBER_JOINT.test(after) && DIGIT.test(last) && DIGIT.test(further);
}

function cutsWord(before: string, after: string): boolean {
  if (!WORD.test(before) || !WORD.test(after)) return false;
  return !UNSPACED.test(before) && !UNSPACED.test(after);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterAfter(text: string, at: number): readonly [character: string, end: number] {
  let start = at;
  while (start < text.length && INVISIBLE.test(text.charAt(start))) start += 1;
  const character = characterAt(text, start);
  return [character, start + character.length];
}

function characterBefore(text: string, at: number): readonly [character: string, start: number] {
  let end = at;
  while (end > 0 && INVISIBLE.test(text.charAt(end - 1))) end -= 1;
  if (end === 0) return ['', 0];
  const start = isLowSurrogate(text, end - 1) ? end - 2 : end - 1;
  return [characterAt(text, start), start];
}

/** Returns true if `at` is between the two halves of a surrogate pair. */
function isLowSurrogate(text: string, at: number): boolean {
  return at > 0 && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
}
