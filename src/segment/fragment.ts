import type { Block, ParagraphRole } from '../article/article.ts';

/** One block of a file with its text, before it has a place in the source. */
export interface Fragment {
  readonly kind: Block['kind'];
  readonly text: string;
  /** Headings only. */
  readonly level?: number;
  /** Paragraphs only. */
  readonly role?: ParagraphRole;
  /** A paragraph that is emphasised from end to end. */
  readonly emphasised?: 'emphasis' | 'strong';
  /** A paragraph of a page that is nothing but a link to elsewhere. */
  readonly isLinked?: boolean;
  /** The page on which it begins, in a file with pages. */
  readonly page?: number;
  /** Where later pages begin in its text: offset in `text`, and the page's number. */
  readonly pageTurns?: readonly (readonly [offset: number, page: number])[];
}
