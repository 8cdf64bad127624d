import type { Span } from '../span.ts';

/**
 * A text without its typography, and where each of its units came from. Unit `i` of `text` stands for
 * `source.slice(starts[i], ends[i])`; a ligature gives several units with the same span, a run of white space one.
 */
export interface FoldedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Returns the source span of the folded range `[from, to)`, which must not be empty. */
export function sourceSpan({ starts, ends }: FoldedText, [from, to]: Span): Span {
  return [starts[from]!, ends[to - 1]!];
}
