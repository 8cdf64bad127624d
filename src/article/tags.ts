import type { TaggedSentence } from 'rapporteur-reader';

/**
 * What the reader says about an article's words, by the start offset of each span in the source: every sentence of the
 * article's blocks, and every title and heading as a whole. The spans of the words are relative to that span's start.
 * Sentences that could not be tagged are missing; whoever reads them falls back to rules.
 */
export interface ArticleTags {
  readonly sentences: ReadonlyMap<number, TaggedSentence>;
}
