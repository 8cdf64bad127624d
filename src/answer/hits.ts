import type { Article, Edition } from '../article/article.ts';
import { sectionsOf } from '../article/sections.ts';
import { excerptOfSentence, type Excerpt } from '../excerpt/excerpt.ts';
import type { Hit } from '../search/hit.ts';
import type { SearchOptions } from '../search/searchOptions.ts';
import type { Library, Scope } from './library.ts';

/**
 * Returns the article in which something was found; none if the library does not have it in that edition. The index can be
 * changed between two steps of an answer, whose library stays as it was: places of one edition mean nothing in another.
 */
export function articleFound(
  library: Library,
  { article: id, edition }: { readonly article: string; readonly edition: Edition },
): Article | undefined {
  const article = library.articles.get(id);
  return article?.edition === edition ? article : undefined;
}

/** Turns a hit into the excerpt of its sentence; none if its article is not in the library, or in another edition. */
export function excerptOfHit(library: Library, hit: Hit): readonly Excerpt[] {
  const article = articleFound(library, hit);
  return article ? [{ ...excerptOfSentence(article, hit.block, hit.sentence), score: hit.score }] : [];
}

/** Returns the search options that keep a search within a scope; the limit defaults to the index's own. */
export function searchScope(library: Library, { article, section }: Scope, limit?: number): SearchOptions {
  const articles: ReadonlySet<string> = article ? new Set([article.id]) : new Set(library.articles.keys());
  const part =
    article && section !== undefined ? sectionsOf(article).find(({ number }) => number === section) : undefined;
  if (!part) return { articles, limit };
  const [from, to] = part.blocks;
  return { articles, limit, section: (_, block) => from <= block && block < to };
}
