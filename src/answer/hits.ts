import { sectionsOf } from '../article/sections.ts';
import { excerptOfSentence, type Excerpt } from '../excerpt/excerpt.ts';
import type { Hit } from '../search/hit.ts';
import type { SearchOptions } from '../search/searchOptions.ts';
import type { Library, Scope } from './library.ts';

/** Turns a hit into the excerpt of its sentence; none if its article is not in the library. */
export function excerptOfHit(library: Library, { article: id, block, sentence, score }: Hit): readonly Excerpt[] {
  const article = library.articles.get(id);
  return article ? [{ ...excerptOfSentence(article, block, sentence), score }] : [];
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
