import type { ArticleFile, Block } from '../article/article.ts';

/** What a file says about itself, in its front matter, byline or title; `title` and `language` are there always. */
export type DraftMetadata = Pick<ArticleFile, 'title' | 'language'> &
  Partial<Pick<ArticleFile, 'published' | 'author' | 'publisher' | 'url' | 'id'>>;

/** An article as it was understood, before it has an id, a date and an edition; or one sentence why it is none. */
export type Draft =
  | {
      readonly kind: 'draft';
      readonly source: string;
      readonly blocks: readonly Block[];
      readonly metadata: DraftMetadata;
    }
  | { readonly kind: 'invalid'; readonly message: string };

export interface SegmentOptions {
  /** BCP 47, goes before what the front matter names; by default guessed from the text, English where it cannot be. */
  readonly language?: string;
}
