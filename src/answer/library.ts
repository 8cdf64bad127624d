import type { Article } from '../article/article.ts';
import type { EventFile } from '../events/eventFile.ts';
import type { SearchIndex } from '../search/searchIndex.ts';

/** The articles that may be answered from, and the index over them. */
export interface Library {
  /** By id, in order of id. */
  readonly articles: ReadonlyMap<string, Article>;
  /** May cover more articles than these; searches name the articles they want. */
  readonly index: SearchIndex;
  /** What editors have decided about the events of articles, by id. Default: nothing. */
  readonly curated?: ReadonlyMap<string, EventFile>;
}

/** Where to look: everything in the library, one article, or one of its sections. */
export interface Scope {
  readonly article?: Article | undefined;
  /** Number of a section, as in `Section`; only with `article`. */
  readonly section?: number | undefined;
}

/** Returns the library with only these articles; ids that it does not hold are passed over. */
export function restrict(library: Library, ids: ReadonlySet<string>): Library {
  return { ...library, articles: new Map([...library.articles].filter(([id]) => ids.has(id))) };
}

/** Lists what a scope covers, as `searched` says it in answers. */
export function searchedIn(library: Library, scope: Scope = {}): readonly Pick<Article, 'id' | 'edition'>[] {
  return scope.article ? [scope.article] : [...library.articles.values()];
}
