import type { Span } from '../language/span.ts';
import type { TypographyKind } from '../language/typography.ts';

/**
 * How a quotation differs from the source at one place. Beside the kinds of typography: `ending` and `hyphenation` (a
 * closing mark or a hyphen at a line's end that only the quotation has), `inserted` (in brackets), `punctuation`,
 * `note-mark` (a footnote's number left out), and what changes the words: `number`, `negation`, `name`, `word`,
 * `added` and `removed`; `out-of-order` and `far-apart` are real words put together in a way the source does not.
 */
export type DifferenceKind =
  | TypographyKind
  | 'ending'
  | 'hyphenation'
  | 'inserted'
  | 'punctuation'
  | 'note-mark'
  | 'number'
  | 'negation'
  | 'name'
  | 'word'
  | 'added'
  | 'removed'
  | 'out-of-order'
  | 'far-apart';

/** `quoted` is empty for what the quotation leaves out, `source` (and its span) for what it adds. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly quoted: string;
  readonly source: string;
  readonly span: Span;
}
