import type { Article } from '../../article/article.ts';
import { shortEdition } from '../../article/edition.ts';
import type { AnswerOf } from '../../answer/answer.ts';
import type { AnswerScope } from '../../answer/schema/scope.ts';
import { counted } from './counted.ts';
import { inline, titleAndDate } from './citation.ts';
import { placeInWords } from './nothingWords.ts';

/** At most this many articles are named; the rest are counted. */
const MAX_NAMED = 5;
const TITLE_MAX_CHARS = 80;

/** Said if there was nothing to search. */
export const NOTHING_SEARCHED = 'Nothing was searched.';

/** Says what was searched, article by article with their editions, as Markdown. */
export function searchedInWords(
  searched: AnswerOf<'nothing'>['searched'],
  articles: ReadonlyMap<string, Article>,
  scope?: AnswerScope,
): string {
  if (searched.length === 0) return NOTHING_SEARCHED;
  const [only] = searched;
  if (scope?.section && only)
    return `Searched: ${inline(placeInWords(scope, articles))} (edition ${shortEdition(only.edition)}).`;
  const named = searched
    .slice(0, MAX_NAMED)
    .map(
      ({ article, edition }) =>
        `${titleAndDate(articles.get(article), article, TITLE_MAX_CHARS)} (edition ${shortEdition(edition)})`,
    );
  const rest = searched.length - named.length;
  const others = rest === 0 ? '' : `; and ${counted(rest, 'more article')}, listed by /sources`;
  return `Searched: ${named.join('; ')}${others}.`;
}
