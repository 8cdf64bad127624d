import { entryAt } from '../../runtime/entryAt.ts';

/** Two names that a text itself says are one: `ICE` and `Immigration and Customs Enforcement`, `IS-K` and `ISKP`. */
export interface Introduction {
  readonly short: string;
  /** The long form, or another short one. */
  readonly other: string;
}

const ACRONYM = String.raw`\p{Lu}(?=[-‑.&]?[\p{Lu}\p{N}])[\p{Lu}\p{N}]*(?:[-‑.&][\p{Lu}\p{N}]+)*\.?s?`;
const BRACKETED = new RegExp(String.raw`\(["“]?(${ACRONYM})["”]?\)`, 'gu');
const GLOSS = / \(([\p{L}'’& -]{5,90})\)/gu;
const CALLED =
  /(?:also|sometimes|often|formerly|previously|now) (?:called|known as|referred to as|abbreviated(?: as| to)?) (?:the )?/gu;
const AT_END = new RegExp(String.raw`(?<![\p{L}\p{N}-])(${ACRONYM})(?:,? ?\(?)$`, 'u');
const AT_START = new RegExp(String.raw`^(${ACRONYM})(?![\p{L}\p{N}-])`, 'u');
const SHORT_MAX_CHARS = 20;
const LONG_FORM_MAX_CHARS = 120;
const SMALL = /^(?:and|of|for|the|in|on|to|de|la|des|du|der|und|et|y|e|a|an|at|by|with|&)$/iu;

/** Finds where a text introduces acronyms: in brackets after or before the long form, or as "also called". */
export function introductionsOf(text: string): readonly Introduction[] {
  const found: Introduction[] = [];
  for (const { index, 1: short = '' } of text.matchAll(BRACKETED)) {
    const other = longFormAtEnd(text.slice(Math.max(0, index - LONG_FORM_MAX_CHARS), index), short);
    if (other !== undefined) found.push({ short, other });
  }
  for (const { index, 1: long = '' } of text.matchAll(GLOSS)) {
    const short = AT_END.exec(text.slice(Math.max(0, index - SHORT_MAX_CHARS), index))?.[1];
    const other = short === undefined ? undefined : longFormAtEnd(long, short);
    if (short !== undefined && other !== undefined) found.push({ short, other });
  }
  for (const { index, 0: called } of text.matchAll(CALLED)) {
    const end = index + called.length;
    const short = AT_END.exec(text.slice(Math.max(0, index - SHORT_MAX_CHARS), index))?.[1];
    const other = AT_START.exec(text.slice(end, end + SHORT_MAX_CHARS))?.[1];
    if (short !== undefined && other !== undefined) found.push({ short, other });
  }
  return found;
}

/** Ends a stretch of words that belong together. */
const BREAK = /[^\p{L}\p{N}'’&\s/-]/u;

/**
 * Returns the shortest end of a text whose words start with the acronym's letters, in order; small words may be
 * skipped.
 */
function longFormAtEnd(text: string, short: string): string | undefined {
  const letters = short
    .replace(/s$/u, '')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  const words = [...text.matchAll(/[\p{L}\p{N}'’&]+/gu)];
  let at = words.length - 1;
  let letter = letters.length - 1;
  while (letter >= 0 && at >= 0) {
    const word = entryAt(words, at)[0];
    if (word.charAt(0).toLowerCase() === letters[letter]) letter -= 1;
    else if (!SMALL.test(word)) return undefined;
    at -= 1;
  }
  if (letter >= 0 || at >= words.length - 2) return undefined;
  const long = text.slice(entryAt(words, at + 1).index).trim();
  return BREAK.test(long) ? undefined : long;
}
