import type { Span } from '../../language/span.ts';
import type { TypographyKind } from '../../language/folding/typography.ts';

/**
 * How a quotation differs from the source at one place. In addition to the kinds of typography: `ending` (a closing mark
 * that only the quotation has, or another one), `inserted` (in brackets), `punctuation`, `note-mark` (a footnote's number left
 * out), `list-mark` (the number or letter of an item, which only one of both has), and what changes the words: `number`, `negation`, `name`, `word`, `added` and `removed`; `out-of-order`,
 * `far-apart` and `repeated` are real words put together in a way the source does not.
 */
export type DifferenceKind =
  | TypographyKind
  | 'ending'
  | 'inserted'
  | 'punctuation'
  | 'note-mark'
  | 'list-mark'
  | 'number'
  | 'negation'
  | 'name'
  | 'word'
  | 'added'
  | 'removed'
  | 'out-of-order'
  | 'far-apart'
  | 'repeated';

/**
 * One difference: the quotation has `quoted` (at `at`) where the source has `source` (at `span`). `quoted` is empty for what the
 * quotation leaves out, `source` for what it adds; the white space that goes with a word is part of it.
 */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly quoted: string;
  readonly source: string;
  readonly span: Span;
  readonly at: Span;
  /** It puts a negation in or takes one out, or changes the sign or unit of a number. */
  readonly flag?: 'negation' | 'quantity' | undefined;
}
