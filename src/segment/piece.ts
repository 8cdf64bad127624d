import type { Block, ParagraphRole } from '../article/article.ts';
import type { Span } from '../language/span.ts';

/** A block before it has its number and sentences. */
export interface Piece {
  readonly kind: Block['kind'];
  readonly span: Span;
  /** 1 to 6; headings only, by default 2. */
  readonly level?: number;
  /** Paragraphs only. */
  readonly role?: ParagraphRole;
  /** Captions only. */
  readonly credit?: Span;
  /** Ends of sentences that the layout makes: each line of a byline, a ruler behind its paragraph. */
  readonly breaks?: readonly number[];
  /** The page on which it begins, in a file with pages. */
  readonly page?: number;
  /** Where later pages begin within it: offset in the source, and the page's number. */
  readonly pageTurns?: readonly (readonly [offset: number, page: number])[];
}
