import type { ArticleFile, Block } from '../article/article.ts';

/** What a file says about itself, in its front matter, byline or title; `language` is there always. */
export type DraftMetadata = Pick<ArticleFile, 'language'> &
  Partial<Pick<ArticleFile, 'title' | 'published' | 'publishedNote' | 'author' | 'publisher' | 'url' | 'id'>>;

/** An article as it was understood, before it has an id, a date and an edition; or one sentence why it is none. */
export type Draft =
  | {
      readonly kind: 'draft';
      readonly source: string;
      readonly blocks: readonly Block[];
      readonly metadata: DraftMetadata;
      /** What the person who imports should know: what was guessed, changed or not understood; one sentence each. */
      readonly notes?: readonly string[];
    }
  | { readonly kind: 'invalid'; readonly message: string };

export interface SegmentOptions {
  /** BCP 47, goes before what the front matter names; by default guessed from the text, English where it cannot be. */
  readonly language?: string;
}
