import type { Answer } from './answer.ts';
import { excerptOfHit, searchScope } from './hits.ts';
import type { Library } from './library.ts';
import { nothing } from './nothing.ts';

/** Passages that are shown. */
const MAX_PASSAGES = 10;

/**
 * Finds the passages nearest to a text, such as somebody's message, the nearest first. Unlike `ask` it does not need to
 * be sure that they answer anything: it answers `nothing` only where no word occurs.
 */
export function find(text: string, library: Library): Answer {
  const { hits, unmatched } = library.index.search(text, searchScope(library, {}, MAX_PASSAGES));
  const excerpts = hits.some(({ held }) => held > 0) ? hits.flatMap((hit) => excerptOfHit(library, hit)) : [];
  if (excerpts.length === 0) return nothing('no-match', { library }, { unmatched });
  return { kind: 'excerpts', excerpts, more: 0 };
}
