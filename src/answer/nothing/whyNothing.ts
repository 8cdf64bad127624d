import { entryAt } from '../../runtime/entryAt.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { parseQuery, type Query } from '../../search/query/parseQuery.ts';
import { acrossExcerpts } from '../acrossExcerpts.ts';
import type { AnswerOf } from '../answer.ts';
import { excerptOfHit } from '../hits.ts';
import type { AnswerCause } from '../schema/nothingAnswer.ts';
import { absentPhrases, near } from './absentPhrases.ts';
import { countsCause, reasonOfCounts } from './countsCause.ts';
import { elsewhereOf, isThere } from './elsewhere.ts';
import type { FruitlessSearch } from './fruitlessSearch.ts';
import { nothing, type NothingDetails, type NothingReason } from './nothing.ts';

/**
 * Finds out why a search found no answer, and says it with what comes nearest. Each cause is looked up, none is guessed: a
 * look at the index at a step.
 */
export function* whyNothing(search: FruitlessSearch): Steps<AnswerOf<'nothing'>> {
  yield;
  const { text, options, library, scope } = search;
  const query: Query = options.isPlain ? { text, phrases: [], excluded: [] } : parseQuery(text);
  const say = (reason: NothingReason, details: NothingDetails = {}): AnswerOf<'nothing'> =>
    nothing(reason, { library, scope }, details);
  const words = yield* library.index.steps.places(query.text, new Set(library.articles.keys()), options);
  if (words.length === 0) return say('no-words');
  yield;
  const unmatched = words.filter((word) => !isThere(word) && !word.isCommon).map(({ word }) => word);
  const elsewhere = elsewhereOf(words, search);
  const cause: AnswerCause = elsewhere.length > 0 ? { elsewhere } : {};
  if (query.phrases.length > 0 || query.excluded.length > 0) {
    const counts = yield* library.index.steps.count(text, options);
    yield;
    const reason = reasonOfCounts(counts, query);
    if (reason === 'no-phrase') return yield* absentPhrases(search, { query, counts, details: { unmatched, cause } });
    if (reason !== undefined)
      return say(reason, { unmatched, cause: { ...cause, ...countsCause(counts, query) }, nearest: nearestOf(search) });
  }
  const matched = words.filter(isThere);
  const common = matched.filter(({ isCommon }) => isCommon).map(({ word }) => word);
  const content = matched.filter(({ isCommon }) => !isCommon).map(({ word }) => word);
  const isOnlyCommon = words.every(({ isCommon }) => isCommon);
  if (isOnlyCommon && matched.length > 0)
    return say('common-words', { cause: { ...cause, common }, passages: yield* near(search, query.text) });
  if (content.length === 0)
    return say(elsewhere.length > 0 ? 'outside-scope' : 'no-match', {
      unmatched: isOnlyCommon ? words.map(({ word }) => word) : unmatched,
      cause: common.length > 0 ? { ...cause, common } : cause,
      nearest: nearestOf(search),
    });
  if (search.hits.length === 0 && !matched.some(({ inSentence, isCommon }) => inSentence && !isCommon)) {
    const [place] = (yield* acrossExcerpts(entryAt(content, 0), library, options)).excerpts;
    return say('no-sentence', { unmatched, cause, nearest: place });
  }
  if (search.isVerbatim === true)
    return say('no-phrase', { unmatched, cause, passages: yield* near(search, query.text) });
  return say('no-answer', { unmatched, cause, nearest: nearestOf(search) });
}

function nearestOf({ hits, library }: FruitlessSearch) {
  return hits.flatMap((hit) => excerptOfHit(library, hit))[0];
}
