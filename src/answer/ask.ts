import type { Answer } from './answer.ts';
import type { Hit } from '../search/searchIndex.ts';
import { excerptOfHit, searchScope } from './hits.ts';
import type { Library, Scope } from './library.ts';
import { nothing } from './nothing.ts';

/** Passages that an answer carries; the reply shows the first, those near it, and the rest page by page. */
const MAX_PASSAGES = 10;
/** A passage that is less likely to answer is none that anybody would want to see. */
const LEAST_SCORE = 0.02;
/** Passages that are counted as further ones. */
const MAX_COUNTED = 50;

/**
 * Answers a question with the sentences that answer it best, the best first, one a paragraph. Answers
 * `nothing` when the search is not confident that the source has an answer.
 */
export function ask(question: string, library: Library, scope: Scope = {}): Answer {
  const result = library.index.search(question, searchScope(library, scope, MAX_COUNTED));
  const excerpts = bestOfEachBlock(result.hits).flatMap((hit) => excerptOfHit(library, hit));
  const [best] = excerpts;
  if (best && result.answered) {
    const likely = excerpts.filter((excerpt) => excerpt === best || (excerpt.score ?? 0) >= LEAST_SCORE);
    return {
      kind: 'excerpts',
      excerpts: likely.slice(0, MAX_PASSAGES),
      more: Math.max(0, likely.length - MAX_PASSAGES),
    };
  }
  return nothing(best ? 'no-answer' : 'no-match', { library, scope }, { unmatched: result.unmatched, nearest: best });
}

function bestOfEachBlock(hits: readonly Hit[]): readonly Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ article, block }) => {
    const key = `${article} ${block}`;
    return !seen.has(key) && seen.add(key);
  });
}
