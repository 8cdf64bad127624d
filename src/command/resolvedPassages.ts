import type { Article } from '../article/article.ts';
import type { Passage } from '../article/passage.ts';
import type { AnswerOf } from '../answer/answer.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';

/** The passages that a typed reference, handle or link names. */
export interface ResolvedPassages {
  readonly kind: 'passages';
  /** The edition of the passages: the present one, unless a passage no longer exists. */
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly excerpts: readonly Excerpt[];
  /** Notes that a handle of an earlier edition requires. */
  readonly remarks: Pick<AnswerOf<'excerpts'>, 'notes' | 'changes'>;
}
