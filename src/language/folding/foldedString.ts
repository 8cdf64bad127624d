import { foldText } from './foldText.ts';

/**
 * Letters and characters whose folding is just lower case without accents, unless something in `UNPLAIN` is present.
 */
const PLAIN = /^[\x20-\x7EÀ-ÖØ-öø-ɏ‘’“”–—]*$/u;
const UNPLAIN =
  /^[ –—-]| $| {2}|~~| [!?:;]|--|''|``|\. \.| [-–—]|[–—] |“ | ”|\d (?:[%$]|[A-Za-zµ]{1,3}(?:\/[hs]|\d)?(?![A-Za-z]))|\$ \d/u;
const QUOTE_MARKS = /["`‘’“”]/gu;
const DASHES = /[–—]/gu;

/** Whether each character of a text folds to one unit in its place, so that offsets are the same in both. */
export function foldsInPlace(source: string): boolean {
  return PLAIN.test(source) && !UNPLAIN.test(source) && source.toLowerCase().length === source.length;
}

/** Folds a text as `foldText` does, without saying where what came from: several times faster for most prose. */
export function foldedString(source: string): string {
  if (!PLAIN.test(source) || UNPLAIN.test(source)) return foldText(source).text;
  return source.toLowerCase().replace(QUOTE_MARKS, "'").replace(DASHES, '-');
}
