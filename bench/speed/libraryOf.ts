import type { Library } from '../../src/answer/library.ts';
import type { Article } from '../../src/article/article.ts';
import { createSearchIndex } from '../../src/search/searchIndex.ts';

/** Makes articles answerable, as `openCorpus` does. */
export function libraryOf(articles: readonly Article[]): Library {
  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    index: createSearchIndex(articles),
  };
}
