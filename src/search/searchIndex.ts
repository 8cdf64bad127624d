import type { Article } from '../article/article.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';
import type { Hit } from './hit.ts';
import { type Changes, type Collection, createCollection } from './index/collection.ts';
import { readSnapshot, writeSnapshot } from './index/snapshot.ts';
import type { SearchOptions, SuggestOptions } from './searchOptions.ts';
import { type SearchResult, type SearchSteps, searchStepsOver } from './searchSteps.ts';

/** Articles made searchable. */
export interface SearchIndex {
  readonly steps: SearchSteps;
  /** Searches at once; see `SearchSteps`. */
  search(query: string, options?: SearchOptions): SearchResult;
  suggest(text: string, options?: SuggestOptions): readonly Hit[];
  literal(text: string, options?: SearchOptions): readonly Hit[];
  /** Throws if an article with this id is already indexed. */
  add(article: Article): void;
  /** Adds an article, replacing the one with its id if there is one. */
  replace(article: Article): void;
  /** Removes an article, if present. */
  remove(id: string): void;
  /** Applies changes in steps. A search between two steps sees all of them or none. */
  change(changes: Omit<Changes, 'ready'>): Steps<void>;
  /** Returns a snapshot from which `indexArticles` can start the next time, in parts. */
  snapshot(): Steps<readonly Uint8Array[]>;
}

/** Indexes articles for searching. Adding, replacing and removing take time proportional to that one article. */
export function createSearchIndex(articles: readonly Article[]): SearchIndex {
  return finish(indexArticles(articles));
}

/**
 * Indexes articles in steps. Unchanged articles are taken from a snapshot, as returned by `snapshot`, which is many
 * times faster; the results are the same, in the same order. Throws a `RangeError` for bytes that are not a snapshot.
 */
export function* indexArticles(articles: readonly Article[], snapshot?: Uint8Array): Steps<SearchIndex> {
  const collection = createCollection();
  const ready = snapshot ? yield* readSnapshot(snapshot, articles, collection.vocabulary) : [];
  const known = new Set(ready.map(({ article }) => article));
  yield* collection.change({ ready, put: articles.filter((article) => !known.has(article)) });
  return searchIndexOver(collection);
}

function searchIndexOver(collection: Collection): SearchIndex {
  const steps = searchStepsOver(collection);
  return {
    steps,
    search: (query, options) => finish(steps.search(query, options)),
    suggest: (text, options) => finish(steps.suggest(text, options)),
    literal: (text, options) => finish(steps.literal(text, options)),
    add: (article) => collection.add(article),
    remove: (id) => finish(collection.change({ remove: [id] })),
    replace: (article) => finish(collection.change({ put: [article] })),
    change: (changes) => collection.change(changes),
    snapshot: () => writeSnapshot(collection),
  };
}
