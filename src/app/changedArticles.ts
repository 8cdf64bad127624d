import type { Article } from '../article/article.ts';

/** What one reading of a corpus has that another has not. */
export interface ChangedArticles {
  /**
   * Every article now, by id; the old object if nothing changed, so that what is derived from it is not derived again.
   */
  readonly articles: ReadonlyMap<string, Article>;
  /** Those that are new or have changed. */
  readonly put: readonly Article[];
  /** Ids of those that are gone. */
  readonly gone: readonly string[];
}

/** Compares the articles of two readings. */
export function changedArticles(old: ReadonlyMap<string, Article>, now: readonly Article[]): ChangedArticles {
  const put: Article[] = [];
  const articles = new Map<string, Article>();
  for (const article of now) {
    const known = old.get(article.id);
    const same = known !== undefined && serialized(known) === serialized(article);
    articles.set(article.id, same ? known : article);
    if (!same) put.push(article);
  }
  return { articles, put, gone: [...old.keys()].filter((id) => !articles.has(id)) };
}

/** Writes what tells two articles apart; the edition stands for source and blocks. */
function serialized({ source: _, blocks: __, ...rest }: Article): string {
  return JSON.stringify(rest);
}
