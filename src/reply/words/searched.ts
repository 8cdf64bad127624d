import type { Article } from '../../article/article.ts';
import type { AnswerOf } from '../../answer/answer.ts';
import type { AnswerScope } from '../../answer/schema/scope.ts';
import { counted } from './counted.ts';
import { truncate } from '../truncate.ts';
import { inline } from './citation.ts';
import { placeInWords } from './nothingWords.ts';

/** At most this many articles are named; more are counted. */
const MAX_NAMED = 2;
const TITLE_MAX_CHARS = 80;

/** Said if there was nothing to search. */
export const NOTHING_SEARCHED = 'Nothing was searched.';

/** Says what was searched, as Markdown: the articles by their titles if they are few. */
export function searchedInWords(
  searched: AnswerOf<'nothing'>['searched'],
  articles: ReadonlyMap<string, Article>,
  scope?: AnswerScope,
): string {
  if (searched.length === 0) return NOTHING_SEARCHED;
  if (scope?.section) return `Searched: ${inline(placeInWords(scope, articles))}.`;
  if (searched.length > MAX_NAMED) return `Searched: ${counted(searched.length, 'article')}, listed by /sources.`;
  const named = searched.map(({ article }) =>
    inline(truncate(articles.get(article)?.title ?? article, TITLE_MAX_CHARS)),
  );
  return `Searched: ${named.join('; ')}.`;
}
