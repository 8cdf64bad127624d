import type { Excerpt } from '../excerpt/excerpt.ts';
import { excerptsOfSpan } from '../excerpt/excerptsOfSpan.ts';
import type { SearchOptions } from '../search/searchIndex.ts';
import type { Library } from './library.ts';

/** Finds words as they stand where no single sentence holds them: over sentences and paragraphs, in headings, titles and credits. */
export function acrossExcerpts(
  words: string,
  library: Library,
  options: SearchOptions,
): { readonly excerpts: readonly Excerpt[]; readonly complete: boolean } {
  const { places, complete } = library.index.across(words, options);
  const excerpts = places.flatMap(({ article: id, span }) => {
    const article = library.articles.get(id);
    return article ? excerptsOfSpan(article, span).map((excerpt) => ({ ...excerpt, score: 1 })) : [];
  });
  return { excerpts, complete };
}
