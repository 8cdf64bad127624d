import type { Article } from '../article/article.ts';
import type { Passage } from '../article/passage.ts';
import type { AnswerOf } from '../answer/answer.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';

/** The passages that a typed reference, handle or link names. */
export interface ResolvedPassages {
  readonly kind: 'passages';
  /** The edition that the passages are from: the present one, but for a passage that is no longer there. */
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly excerpts: readonly Excerpt[];
  /** What a handle of an earlier edition makes it necessary to say. */
  readonly remarks: Pick<AnswerOf<'excerpts'>, 'notes' | 'changes'>;
}
