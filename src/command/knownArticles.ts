import type { Article } from '../article/article.ts';
import { sectionsOf } from '../article/sections.ts';
import type { KnownArticle } from '../utterance/intent.ts';

/** By the articles, so that their names are folded once. */
const known = new WeakMap<ReadonlyMap<string, Article>, readonly KnownArticle[]>();

/** Returns the articles as what people write is read with: by what can name them. */
export function knownArticles(articles: ReadonlyMap<string, Article>): readonly KnownArticle[] {
  const found =
    known.get(articles) ??
    Array.from(articles.values(), (article) => ({
      id: article.id,
      title: article.title,
      headings: () => sectionsOf(article).flatMap(({ heading }) => heading ?? []),
    }));
  known.set(articles, found);
  return found;
}
