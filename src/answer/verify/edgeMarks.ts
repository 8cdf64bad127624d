import { foldedString } from '../../language/folding/foldedString.ts';
import type { Span } from '../../language/span.ts';
import type { Difference } from './differences.ts';

/** Where the first or the last words that two texts share are, in the quotation and in the source. */
interface Edge {
  readonly at: number;
  readonly to: number;
}

/** Marks that end sentences and clauses. */
const ENDING = /^[.,;:!?…]$/u;
const MARK = /[^\s\p{L}\p{M}\p{N}]/u;
const ELLIPSIS = /…|\.(?:\s?\.){2,}/u;
const DOTS = /^\s*(?:…|\.(?:\s?\.){2,})/u;

/**
 * Compares the marks before the first word of a quotation with those that the source has there, from the word on outwards.
 * `start` is where the part of the source begins that the quotation has too.
 */
export function openingMarks(
  quote: string,
  source: string,
  { at, to }: Edge,
): { readonly start: number; readonly differences: readonly Difference[] } {
  const differences: Difference[] = [];
  let [end, start] = [at, to];
  while (end > 0 && start > 0 && isAlike(quote.charAt(end - 1), source.charAt(start - 1))) {
    end -= 1;
    start -= 1;
    if (quote[end] !== source[start])
      differences.unshift(difference([quote, [end, end + 1]], [source, [start, start + 1]]));
  }
  if (end > 0) {
    const from = start - bracketed(quote.slice(0, end), source.slice(Math.max(0, start - BRACKET_MAX), start));
    differences.unshift(difference([quote, [0, end]], [source, [from, start]]));
    start = from;
  }
  return { start, differences };
}

/** Compares the marks after the last word of a quotation in the same way; one closing mark in place of another is one difference. */
export function closingMarks(
  quote: string,
  source: string,
  { at, to }: Edge,
): { readonly end: number; readonly differences: readonly Difference[] } {
  const differences: Difference[] = [];
  let [start, end] = [at, to];
  while (start < quote.length && end < source.length) {
    const [mark, original] = [quote.charAt(start), source.charAt(end)];
    if (DOTS.test(quote.slice(start)) && mark !== original) break;
    if (!isAlike(mark, original) && !(ENDING.test(mark) && ENDING.test(original))) break;
    if (mark !== original) differences.push(difference([quote, [start, start + 1]], [source, [end, end + 1]]));
    start += 1;
    end += 1;
  }
  if (start < quote.length) differences.push(difference([quote, [start, quote.length]], [source, [end, end]]));
  return { end, differences };
}

const BRACKET_MAX = 120;

/** How many characters of the source the words in a bracket at the start repeat: `[We] did` where it has "We did". */
function bracketed(quoted: string, before: string): number {
  const inner = /^\[([^[\]]+)\]\s*$/u.exec(quoted)?.[1]?.trim();
  const end = before.trimEnd().length;
  if (inner === undefined || !before.slice(0, end).endsWith(inner)) return 0;
  return /[\p{L}\p{M}\p{N}]/u.test(before[end - inner.length - 1] ?? ' ') ? 0 : before.length - (end - inner.length);
}

function isAlike(mark: string, original: string): boolean {
  if (!MARK.test(mark) || !MARK.test(original)) return false;
  return mark === original || (foldedString(mark) !== '' && foldedString(mark) === foldedString(original));
}

type Part = readonly [text: string, span: Span];

function difference([quote, at]: Part, [original, span]: Part): Difference {
  const [quoted, source] = [quote.slice(...at), original.slice(...span)];
  return { kind: markKind(quoted, source), quoted, source, span, at };
}

function markKind(quoted: string, source: string): Difference['kind'] {
  if (/\[[^\]]*[\p{L}\p{N}]/u.test(quoted)) return 'inserted';
  if (source === '' && ELLIPSIS.test(quoted)) return 'ellipsis';
  if (source === '' || foldedString(quoted) !== foldedString(source)) return 'punctuation';
  return foldedString(quoted) === "'" ? 'quote-mark' : 'dash';
}
