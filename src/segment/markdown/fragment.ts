import type { Block, ParagraphRole } from '../../article/article.ts';

/** One block of a Markdown file with its text, before it has a place in the source. */
export interface Fragment {
  readonly kind: Block['kind'];
  readonly text: string;
  /** Headings only. */
  readonly level?: number;
  /** Paragraphs only. */
  readonly role?: ParagraphRole;
  /** A paragraph that is emphasised from end to end. */
  readonly emphasised?: 'emphasis' | 'strong';
}
