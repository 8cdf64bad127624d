import { createSearchIndex } from '../../src/search/searchIndex.ts';
import { articleOf, type EvalArticle } from './evalArticle.ts';

/** The product's search as an adapter of `harness/qa.mjs`. */
export default {
  name: 'rapporteur',
  build(given: EvalArticle) {
    const article = articleOf(given);
    const index = createSearchIndex([article]);
    return {
      search: (query: string) =>
        index.search(query).hits.map(({ block, span, score }) => ({
          paragraphIndex: block - 1,
          sentence: article.source.slice(...span),
          score,
        })),
    };
  },
};
