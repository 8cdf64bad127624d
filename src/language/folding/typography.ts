import type { FoldedText } from './foldedText.ts';
import { jointAt } from './looseFolding.ts';
import type { Span } from '../span.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** What sets two texts apart that fold to the same. */
export type TypographyKind =
  | 'quote-mark'
  | 'dash'
  | 'space'
  | 'line-break'
  | 'hyphenation'
  | 'soft-hyphen'
  | 'zero-width'
  | 'ligature'
  | 'ellipsis'
  | 'case'
  | 'struck'
  | 'character';

/**
 * One place at which a quotation and its source are written differently; `span` is in the source, `at` in the quotation, and
 * either may be empty.
 */
export interface TypographyDifference {
  readonly kind: TypographyKind;
  readonly quoted: string;
  readonly source: string;
  readonly span: Span;
  readonly at: Span;
}

/** A text with its folding. */
export interface Side {
  readonly text: string;
  readonly folded: FoldedText;
}

/**
 * Lists, one by one, how a quotation differs from the source that it folds to. `from` is where the quotation starts in
 * the folded source; letter case is told a word at a time. The folded texts must agree from there on, read loosely (see
 * `endOfAgreement`). Put into the source, the differences give the quotation, letter for letter.
 */
export function typographyDifferences(quote: Side, source: Side, from: number): readonly TypographyDifference[] {
  const start = source.folded.starts[from] ?? source.text.length;
  const found = unitDifferences(quote, source, from);
  return joinCase(found.differences, source.text, [start, found.end]).map(({ kind, span, at }) => ({
    kind,
    quoted: quote.text.slice(...at),
    source: source.text.slice(...span),
    span,
    at,
  }));
}

/** Lists the differences character by character, and says where the quotation ends in the source. */
function unitDifferences(
  quote: Side,
  source: Side,
  from: number,
): { readonly differences: readonly TypographyDifference[]; readonly end: number } {
  const found: TypographyDifference[] = [];
  const length = quote.folded.text.length;
  let at = 0;
  let to = from;
  let [quoteEnd, sourceEnd] = [0, source.folded.starts[from] ?? source.text.length];
  const tell = (quoteTo: number, sourceTo: number): void => {
    const difference = differenceOf(quote.text, source.text, { at: [quoteEnd, quoteTo], span: [sourceEnd, sourceTo] });
    if (difference) found.push(difference);
    [quoteEnd, sourceEnd] = [quoteTo, sourceTo];
  };
  while (at < length) {
    const [nextAt, nextTo] = nextUnits(quote.folded, source.folded, { at, to, from });
    if (nextAt > at && nextTo > to) tell(quote.folded.starts[at]!, source.folded.starts[to]!);
    tell(
      nextAt > at ? quote.folded.ends[nextAt - 1]! : quoteEnd,
      nextTo > to ? source.folded.ends[nextTo - 1]! : sourceEnd,
    );
    [at, to] = [nextAt, nextTo];
  }
  tell(quote.text.length, sourceEnd);
  return { differences: found, end: sourceEnd };
}

interface Position {
  readonly at: number;
  readonly to: number;
  readonly from: number;
}

/** Goes on to where both sides agree again, and neither is within what one character folds to. */
function nextUnits(quote: FoldedText, source: FoldedText, { at, to, from }: Position): readonly [number, number] {
  let [end, otherEnd] = [at + 1, to + 1];
  if (quote.text[at] !== source.text[to]) {
    const joint = jointAt({ needle: quote.text, text: source.text, from }, [at, to]);
    if (joint) [end, otherEnd] = joint;
  }
  while (
    end < quote.text.length &&
    end > 0 &&
    (quote.starts[end] === quote.starts[end - 1] || source.starts[otherEnd] === source.starts[otherEnd - 1])
  ) {
    end += 1;
    otherEnd += 1;
  }
  return [end, otherEnd];
}

/** Compares two stretches, less what is the same at their edges; undefined if all of it is. */
function differenceOf(
  quote: string,
  source: string,
  { at, span }: { readonly at: Span; readonly span: Span },
): TypographyDifference | undefined {
  let [start, end, sourceStart, sourceEnd] = [...at, ...span];
  if (quote.slice(start, end) === source.slice(sourceStart, sourceEnd)) return undefined;
  const isSame = (one: number, other: number): boolean =>
    start < end && sourceStart < sourceEnd && quote[one] === source[other] && !HALF.test(quote.charAt(one));
  // A run of white space is told whole, anything else less what both sides share at its edges.
  if (/\S/u.test(quote.slice(start, end) + source.slice(sourceStart, sourceEnd))) {
    while (isSame(start, sourceStart)) [start, sourceStart] = [start + 1, sourceStart + 1];
    while (isSame(end - 1, sourceEnd - 1)) [end, sourceEnd] = [end - 1, sourceEnd - 1];
  }
  const [quoted, original] = [quote.slice(start, end), source.slice(sourceStart, sourceEnd)];
  return {
    kind: typographyKind(quoted, original),
    quoted,
    source: original,
    span: [sourceStart, sourceEnd],
    at: [start, end],
  };
}

/** Half of a surrogate pair, or a mark on the letter before it. */
const HALF = /[\uD800-\uDFFF\p{M}]/u;

const KINDS: readonly (readonly [TypographyKind, RegExp])[] = [
  ['struck', /^\s?~~.+~~\s?$/su],
  ['soft-hyphen', /^\u00AD+$/u],
  ['zero-width', /^[\p{Default_Ignorable_Code_Point}\u0640]+$/u],
  ['hyphenation', /^[-‐\u00AD]\s*\n\s*$/u],
  ['line-break', /^\s*[\n\r\u2028\u2029]\s*$/u],
  ['space', /^[\s\p{Default_Ignorable_Code_Point}]+$/u],
  ['quote-mark', /^["'`´‘’‚‛“”„‟«»‹›′″‴ʹʺʼ〝〞〟＂＇]+$/u],
  ['dash', /^[-‐‑‒–—―−﹘﹣－]+$/u],
  ['ellipsis', /…/u],
  ['ligature', /[\uFB00-\uFB06\uFB13-\uFB17]/u],
];

function typographyKind(quoted: string, source: string): TypographyKind {
  for (const [kind, pattern] of KINDS) if (pattern.test(quoted) || pattern.test(source)) return kind;
  return quoted.toLowerCase() === source.toLowerCase() ? 'case' : 'character';
}

const LETTER = /[\p{L}\p{M}]/u;

/** Widens each difference in case to its word, and joins those within one word; `[from, to)` is the source's stretch. */
function joinCase(
  differences: readonly TypographyDifference[],
  source: string,
  [from, to]: Span,
): readonly TypographyDifference[] {
  const joined: TypographyDifference[] = [];
  for (let index = 0; index < differences.length;) {
    const first = entryAt(differences, index);
    let last = first;
    index += 1;
    if (first.kind !== 'case') {
      joined.push(first);
      continue;
    }
    while (
      differences[index]?.kind === 'case' &&
      isOneWord(source, [last.span[1], entryAt(differences, index).span[0]])
    ) {
      last = entryAt(differences, index);
      index += 1;
    }
    const before = lettersBefore(source, first.span[0], Math.max(from, joined.at(-1)?.span[1] ?? from));
    const after = lettersAfter(source, last.span[1], Math.min(to, differences[index]?.span[0] ?? to));
    joined.push({
      ...first,
      span: [first.span[0] - before, last.span[1] + after],
      at: [first.at[0] - before, last.at[1] + after],
    });
  }
  return joined;
}

function isOneWord(source: string, span: Span): boolean {
  return /^[\p{L}\p{M}]*$/u.test(source.slice(...span));
}

function lettersBefore(source: string, at: number, least: number): number {
  let start = at;
  while (start > least && LETTER.test(source.charAt(start - 1))) start -= 1;
  return at - start;
}

function lettersAfter(source: string, at: number, most: number): number {
  let end = at;
  while (end < most && LETTER.test(source.charAt(end))) end += 1;
  return end - at;
}
