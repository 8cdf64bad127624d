import type { FoldedText } from './foldText.ts';
import type { Span } from './span.ts';

/** What sets two texts apart that fold to the same. */
export type TypographyKind =
  | 'quote-mark'
  | 'dash'
  | 'space'
  | 'line-break'
  | 'soft-hyphen'
  | 'zero-width'
  | 'ligature'
  | 'ellipsis'
  | 'case'
  | 'character';

/** One place at which a quotation and its source are written differently; `span` is in the source and may be empty. */
export interface TypographyDifference {
  readonly kind: TypographyKind;
  readonly quoted: string;
  readonly source: string;
  readonly span: Span;
}

/** A text with its folding. */
export interface Side {
  readonly text: string;
  readonly folded: FoldedText;
}

/**
 * Lists, one by one, how a quotation differs from the source that it folds to. `from` is where the quotation starts in
 * the folded source; letter case is told a word at a time. The folded texts must agree from there on.
 */
export function typographyDifferences(quote: Side, source: Side, from: number): readonly TypographyDifference[] {
  const found: TypographyDifference[] = [];
  const length = quote.folded.text.length;
  let quoteEnd = quote.folded.starts[0] ?? 0;
  let sourceEnd = source.folded.starts[from] ?? 0;
  for (let at = 0; at < length;) {
    const after = unitEnd(quote.folded, source.folded, at, from);
    const [quoteStart, sourceStart] = [quote.folded.starts[at]!, source.folded.starts[from + at]!];
    const pairs: readonly (readonly [Span, Span])[] = [
      [
        [quoteEnd, quoteStart],
        [sourceEnd, sourceStart],
      ],
      [
        [quoteStart, quote.folded.ends[after - 1]!],
        [sourceStart, source.folded.ends[from + after - 1]!],
      ],
    ];
    for (const [quoteSpan, span] of pairs) {
      const [quoted, original] = [quote.text.slice(...quoteSpan), source.text.slice(...span)];
      if (quoted !== original) found.push({ kind: kindOf(quoted, original), quoted, source: original, span });
    }
    quoteEnd = quote.folded.ends[after - 1]!;
    sourceEnd = source.folded.ends[from + after - 1]!;
    at = after;
  }
  return joinCase(found, source.text);
}

/** Goes on to where neither side is within what one character folds to. */
function unitEnd(quote: FoldedText, source: FoldedText, at: number, from: number): number {
  let end = at + 1;
  while (
    end < quote.text.length &&
    (quote.starts[end] === quote.starts[end - 1] || source.starts[from + end] === source.starts[from + end - 1])
  )
    end += 1;
  return end;
}

const KINDS: readonly (readonly [TypographyKind, RegExp])[] = [
  ['soft-hyphen', /^\u00AD+$/u],
  ['zero-width', /^[\uFE00-\uFE0F\u061C\u0640\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u00AD]+$/u],
  ['line-break', /^\s*[\n\r\u2028\u2029]\s*$/u],
  ['space', /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]+$/u],
  ['quote-mark', /^["'`´‘’‚‛“”„‟«»‹›′″‴ʹʺʼ〝〞〟＂＇]+$/u],
  ['dash', /^[-‐‑‒–—―−﹘﹣－]+$/u],
  ['ellipsis', /…/u],
  ['ligature', /[\uFB00-\uFB06\uFB13-\uFB17]/u],
];

function kindOf(quoted: string, source: string): TypographyKind {
  for (const [kind, pattern] of KINDS) if (pattern.test(quoted) || pattern.test(source)) return kind;
  return quoted.toLowerCase() === source.toLowerCase() ? 'case' : 'character';
}

/** Widens each difference in case to its word, and joins those within one word. */
function joinCase(differences: readonly TypographyDifference[], source: string): readonly TypographyDifference[] {
  const joined: TypographyDifference[] = [];
  for (const [index, difference] of differences.entries()) {
    const last = joined.at(-1);
    if (difference.kind !== 'case') joined.push(difference);
    else if (last?.kind === 'case' && /^[\p{L}\p{M}]*$/u.test(source.slice(last.span[1], difference.span[0])))
      joined[joined.length - 1] = extended(last, difference, source);
    else joined.push(widened(difference, [last?.span[1] ?? 0, 0], source));
    const ended = joined.at(-1)!;
    const next = differences[index + 1];
    if (ended.kind === 'case' && !continues(ended, next, source))
      joined[joined.length - 1] = widened(ended, [ended.span[0], next?.span[0] ?? source.length], source);
  }
  return joined;
}

function continues(last: TypographyDifference, next: TypographyDifference | undefined, source: string): boolean {
  return next?.kind === 'case' && /^[\p{L}\p{M}]*$/u.test(source.slice(last.span[1], next.span[0]));
}

function extended(last: TypographyDifference, next: TypographyDifference, source: string): TypographyDifference {
  const between = source.slice(last.span[1], next.span[0]);
  return {
    kind: 'case',
    quoted: last.quoted + between + next.quoted,
    source: last.source + between + next.source,
    span: [last.span[0], next.span[1]],
  };
}

/** Adds the letters before and after, which both sides share, as far as `[from, to)` reaches. */
function widened(difference: TypographyDifference, [from, to]: Span, source: string): TypographyDifference {
  const before = /[\p{L}\p{M}]*$/u.exec(source.slice(from, difference.span[0]))![0];
  const after = /^[\p{L}\p{M}]*/u.exec(source.slice(difference.span[1], Math.max(to, difference.span[1])))![0];
  return {
    kind: 'case',
    quoted: before + difference.quoted + after,
    source: before + difference.source + after,
    span: [difference.span[0] - before.length, difference.span[1] + after.length],
  };
}
