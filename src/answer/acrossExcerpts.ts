import type { Excerpt } from '../excerpt/excerpt.ts';
import { excerptsOfSpan } from '../excerpt/excerptsOfSpan.ts';
import type { SearchOptions } from '../search/searchOptions.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import { articleFound } from './hits.ts';
import type { Library } from './library.ts';

/**
 * Finds in steps words as they are where no single sentence holds them: over sentences and paragraphs, in headings,
 * titles and credits.
 */
export function* acrossExcerpts(
  words: string,
  library: Library,
  options: SearchOptions,
): Steps<{ readonly excerpts: readonly Excerpt[]; readonly complete: boolean }> {
  const { places, complete } = yield* library.index.steps.across(words, options);
  const excerpts = places.flatMap((place) => {
    const article = articleFound(library, place);
    return article ? excerptsOfSpan(article, place.span).map((excerpt) => ({ ...excerpt, score: 1 })) : [];
  });
  return { excerpts, complete };
}
