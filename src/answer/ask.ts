import { parseQuery } from '../search/query/parseQuery.ts';
import type { Hit, SearchOptions, SearchResult } from '../search/searchIndex.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import type { Answer } from './answer.ts';
import { acrossExcerpts } from './acrossExcerpts.ts';
import { excerptOfHit, searchScope } from './hits.ts';
import type { Library, Scope } from './library.ts';
import { whyNothing, type PhraseAcross } from './nothing/whyNothing.ts';

/** Passages that an answer carries; the reply shows the first, those near it, and the rest page by page. */
const MAX_PASSAGES = 10;
/** A passage that is less likely to answer is none that anybody would want to see. */
const LEAST_SCORE = 0.02;
/** Passages that are counted as further ones. */
const MAX_COUNTED = 50;

export interface AskOptions extends Scope {
  /** Whether the question is prose, in which no sign is an operator. Default false. */
  readonly isPlain?: boolean | undefined;
}

/**
 * Answers a question with the sentences that answer it best, the best first, one a paragraph. A question of common
 * words alone, or a phrase that runs over sentences, is answered by where the words are as they are. Answers `nothing`
 * when the search is not confident that the source has an answer. A step is a look at the index.
 */
export function* askSteps(
  question: string,
  library: Library,
  { isPlain = false, ...scope }: AskOptions = {},
): Steps<Answer> {
  const options = { ...searchScope(library, scope, MAX_COUNTED), isPlain };
  const result = yield* library.index.steps.search(question, options);
  yield;
  const hits =
    result.isCommon && result.hits.length === 0
      ? yield* library.index.steps.literal(question, options)
      : onTopic(result);
  const excerpts = bestOfEachBlock(hits).flatMap((hit) => excerptOfHit(library, hit));
  const [best] = excerpts;
  if (best && (result.answered || result.isCommon)) {
    const likely = excerpts.filter((excerpt) => excerpt === best || (excerpt.score ?? 0) >= LEAST_SCORE);
    return {
      kind: 'excerpts',
      excerpts: likely.slice(0, MAX_PASSAGES),
      more: Math.max(0, likely.length - MAX_PASSAGES),
    };
  }
  yield;
  const across = best ? undefined : yield* phraseAcross(question, library, options);
  if (across && across.excerpts.length > 0)
    return { kind: 'excerpts', excerpts: across.excerpts.slice(0, MAX_PASSAGES), more: 0 };
  return yield* whyNothing({ text: question, options, library, scope, hits, across });
}

/** What is beside sentences that an excluded word has taken away is no answer. */
function onTopic({ hits, hasExcluded, isCommon }: SearchResult): readonly Hit[] {
  return hasExcluded && !isCommon ? hits.filter(({ matchedShare }) => matchedShare > 0) : hits;
}

/** Finds the one phrase that a question wants, or its common words, where they run over sentences or are in a heading. */
function* phraseAcross(question: string, library: Library, options: SearchOptions): Steps<PhraseAcross | undefined> {
  const { phrases, excluded } = options.isPlain === true ? { phrases: [question], excluded: [] } : parseQuery(question);
  const [phrase, ...others] = phrases;
  if (phrase === undefined || others.length > 0 || excluded.length > 0) return undefined;
  return { phrase, ...(yield* acrossExcerpts(phrase, library, options)) };
}

function bestOfEachBlock(hits: readonly Hit[]): readonly Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ article, block }) => {
    const key = `${article} ${block}`;
    return !seen.has(key) && seen.add(key);
  });
}
