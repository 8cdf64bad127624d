import type { Steps } from '../../runtime/steps/steps.ts';
import type { MatchCounts } from '../../search/features/countMatches.ts';
import type { Query } from '../../search/query/parseQuery.ts';
import { acrossExcerpts } from '../acrossExcerpts.ts';
import type { AnswerOf } from '../answer.ts';
import { countsCause } from './countsCause.ts';
import { phrasesElsewhere } from './elsewhere.ts';
import type { FruitlessSearch, PhraseAcross } from './fruitlessSearch.ts';
import { nearPassages } from './nearPassages.ts';
import { nothing, type NothingDetails } from './nothing.ts';

/** Says that phrases do not occur, shows the passages nearest to the first of them, and where else it is. */
export function* absentPhrases(
  search: FruitlessSearch,
  {
    query,
    counts,
    details: { unmatched = [], cause = {} },
  }: { readonly query: Query; readonly counts: MatchCounts; readonly details: NothingDetails },
): Steps<AnswerOf<'nothing'>> {
  const { library, scope, options } = search;
  const absent = query.phrases.filter((_, at) => counts.phrases[at] === 0);
  const looked: PhraseAcross[] = [];
  for (const phrase of absent) {
    looked.push(
      search.across?.phrase === phrase
        ? search.across
        : { phrase, ...(yield* acrossExcerpts(phrase, library, options)) },
    );
    yield;
  }
  const missing = looked.filter(({ excerpts }) => excerpts.length === 0);
  const [first] = missing;
  if (!first)
    return nothing(
      'phrases-apart',
      { library, scope },
      { unmatched, cause: { ...cause, ...countsCause(counts, query) } },
    );
  const outside = yield* phrasesElsewhere(first.phrase, search);
  yield;
  // A phrase of one word is wanted as it is, not in another form.
  const ofWords = (cause.elsewhere ?? []).flatMap(({ words, ...place }) => {
    const others = words.filter((word) => !absent.includes(word));
    return others.length === 0 ? [] : [{ ...place, words: others }];
  });
  const elsewhere = outside.length > 0 ? outside : ofWords;
  return nothing(
    'no-phrase',
    { library, scope },
    {
      unmatched,
      passages: yield* near(search, first.phrase),
      cause: {
        ...(elsewhere.length > 0 ? { elsewhere } : {}),
        phrases: missing.map(({ phrase }) => ({ text: phrase, sentences: 0 })),
        ...(missing.every(({ complete }) => complete) ? {} : { incomplete: true }),
      },
    },
  );
}

/** Passages that are shown beside words that do not occur as typed. */
const NEAR_PASSAGES = 3;

/** Finds the passages that come nearest to words. */
export function* near({ library, options }: FruitlessSearch, words: string) {
  return yield* nearPassages(words, library, { ...options, count: NEAR_PASSAGES });
}
