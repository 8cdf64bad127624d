import type { Article } from '../article/article.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import { extractedOnce } from './articleEvents.ts';
import { createQuoteIndex } from './verify/index/quoteIndex.ts';

/** Does ahead, an article at a step, what `verify` would do when it first looks at each article. */
export function* prepareQuotes(articles: Iterable<Article>): Steps<void> {
  for (const article of articles) {
    yield* createQuoteIndex([article]);
    yield;
  }
}

/** Does ahead, a sentence or so at a step, what `event` would do when it first looks at each article. */
export function* prepareEvents(articles: Iterable<Article>): Steps<void> {
  for (const article of articles) {
    yield* extractedOnce(article);
    yield;
  }
}
