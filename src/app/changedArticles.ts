import type { Article } from '../article/article.ts';

/** The differences between two readings of a corpus. */
export interface ChangedArticles {
  /** All current articles by id; the old object if nothing changed, so that derived data is not computed again. */
  readonly articles: ReadonlyMap<string, Article>;
  /** New and changed articles. */
  readonly put: readonly Article[];
  /** Ids of removed articles. */
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

/** Serializes what distinguishes two articles; the edition covers source and blocks. */
function serialized({ source: _, blocks: __, ...rest }: Article): string {
  return JSON.stringify(rest);
}
