import type { Kinded } from './kinded.ts';

/** The longest line of a formula, and the longest that needs no sign of its own. */
const LINE_MAX_CHARS = 70;
const SCRAP_MAX_CHARS = 8;
const SIGN = /[=≤≥≈≠∼∝∑∏∫√±×÷∞∂∇∈]|[<>]\s|\s[−+*/|]\s|[_^][\p{L}(]/u;
const RELATION = /[=≤≥≈≠∼∝∑∏∫]/u;
const WORDS =
  /\p{L}{3,}\s+\p{L}{3,}|\p{Lu}\p{Ll}+\s\p{Ll}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}|^[•◦‣▪●○■–—-]\s/u;

/**
 * Makes one block of a formula that is set apart, which the file has in scraps: fractions, limits of sums and its number
 * are lines of their own. It keeps its lines, as code does, since they are no sentences.
 */
export function withWholeFormulas(fragments: readonly Kinded[]): readonly Kinded[] {
  const joined: Kinded[] = [];
  for (let from = 0; from < fragments.length; from += 1) {
    let to = from;
    while (isScrap(fragments[to], fragments[from])) to += 1;
    const [first, ...rest] = fragments.slice(from, to);
    if (first !== undefined && [first, ...rest].some(({ text }) => RELATION.test(text))) {
      joined.push({
        ...first,
        kind: 'paragraph',
        role: 'code',
        text: [first, ...rest].map(({ text }) => text.replaceAll(/\t+/gu, ' ')).join('\n'),
        lines: [first, ...rest].flatMap(({ lines }) => lines),
      });
      from = to - 1;
    } else if (fragments[from] !== undefined) joined.push(...fragments.slice(from, Math.max(to, from + 1)));
    from = Math.max(to - 1, from);
  }
  return joined;
}

/** A part of a formula: short, with a sign of mathematics or hardly a letter, and without two words in a row. */
function isScrap(fragment: Kinded | undefined, first: Kinded | undefined): boolean {
  if (fragment?.kind !== 'paragraph' || fragment.page !== first?.page || fragment.pageTurns !== undefined) return false;
  const { text, role, lines } = fragment;
  if (role !== undefined && role !== 'row' && role !== 'item') return false;
  if (text.length > LINE_MAX_CHARS || lines.length > 2 || WORDS.test(text) || /\p{L}[.!?:;]$/u.test(text)) return false;
  return SIGN.test(text) || text.length <= SCRAP_MAX_CHARS;
}
