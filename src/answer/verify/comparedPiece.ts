import type { Span } from '../../language/span.ts';
import type { Difference } from './differences.ts';

/** A stretch of a quotation and the stretch of the source that it has in its place. */
export interface Piece {
  readonly at: Span;
  readonly span: Span;
}

/** A piece less what both sides share at its edges, and the differences in white space there. */
interface Compared {
  readonly piece: Piece;
  readonly spaces: readonly Difference[];
}

/**
 * Takes off the edges of a piece what both sides share of `shared` characters, and white space that both have but write
 * differently, which is told apart.
 */
export function comparedPiece(
  [quote, source]: readonly [string, string],
  { at, span }: Piece,
  shared: RegExp,
): Compared {
  let [start, end, from, to] = [...at, ...span];
  const spaces: Difference[] = [];
  const same = (one: number, other: number): boolean => quote[one] === source[other] && shared.test(quote.charAt(one));
  const left = (): boolean => start < end && from < to;
  while (left() && same(start, from)) [start, from] = [start + 1, from + 1];
  while (left() && same(end - 1, to - 1)) [end, to] = [end - 1, to - 1];
  const tail: Piece = {
    at: [end - spaceBefore(quote, [start, end]), end],
    span: [to - spaceBefore(source, [from, to]), to],
  };
  if (isBoth(tail)) {
    spaces.push(space([quote, source], tail));
    [end, to] = [tail.at[0], tail.span[0]];
  }
  const head: Piece = {
    at: [start, start + spaceAfter(quote, [start, end])],
    span: [from, from + spaceAfter(source, [from, to])],
  };
  if (isBoth(head)) {
    spaces.unshift(space([quote, source], head));
    [start, from] = [head.at[1], head.span[1]];
  }
  return { piece: { at: [start, end], span: [from, to] }, spaces };
}

function isBoth({ at, span }: Piece): boolean {
  return at[0] < at[1] && span[0] < span[1];
}

function space([quote, source]: readonly [string, string], { at, span }: Piece): Difference {
  const [quoted, original] = [quote.slice(...at), source.slice(...span)];
  return { kind: /\n/u.test(quoted + original) ? 'line-break' : 'space', quoted, source: original, span, at };
}

function spaceBefore(text: string, [start, end]: Span): number {
  let at = end;
  while (at > start && /\s/u.test(text.charAt(at - 1))) at -= 1;
  return end - at;
}

function spaceAfter(text: string, [start, end]: Span): number {
  let at = start;
  while (at < end && /\s/u.test(text.charAt(at))) at += 1;
  return at - start;
}
