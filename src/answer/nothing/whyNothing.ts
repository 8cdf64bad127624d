import type { Excerpt } from '../../excerpt/excerpt.ts';
import { sectionOfBlock, sectionsOf } from '../../article/sections.ts';
import { parseQuery, type Query } from '../../search/query/parseQuery.ts';
import type { MatchCounts } from '../../search/features/countMatches.ts';
import type { Hit, SearchOptions } from '../../search/searchIndex.ts';
import type { WordPlaces } from '../../search/features/wordPlaces.ts';
import type { AnswerCause } from '../schema/nothingAnswer.ts';
import type { AnswerOf } from '../answer.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { acrossExcerpts } from '../acrossExcerpts.ts';
import { excerptOfHit } from '../hits.ts';
import type { Library, Scope } from '../library.ts';
import { nearPassages } from './nearPassages.ts';
import { nothing, type NothingDetails, type NothingReason } from './nothing.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** Where a phrase was found over sentences and in headings, and whether all was read for that. */
export interface PhraseAcross {
  readonly phrase: string;
  readonly excerpts: readonly Excerpt[];
  readonly complete: boolean;
}

/** What was searched for, and where. */
export interface FruitlessSearch {
  readonly text: string;
  /** How it was searched: `isPlain` where no sign of it was an operator. */
  readonly options: SearchOptions;
  readonly library: Library;
  readonly scope: Scope;
  /** What was found and is no answer, the nearest first. */
  readonly hits: readonly Hit[];
  /** What looking for a phrase across sentences has found, if that was done already. */
  readonly across?: PhraseAcross | undefined;
  /** Whether the words were wanted as they are, rather than an answer to them. */
  readonly isVerbatim?: boolean;
}

/** Passages that are shown beside words that do not occur as typed. */
const NEAR_PASSAGES = 3;
/** Other articles and sections that are named for words outside the scope. */
const MAX_ELSEWHERE = 3;

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

function isThere({ inSentence, beside }: WordPlaces): boolean {
  return inSentence || beside;
}

function nearestOf({ hits, library }: FruitlessSearch) {
  return hits.flatMap((hit) => excerptOfHit(library, hit))[0];
}

function* near({ library, options }: FruitlessSearch, words: string) {
  return yield* nearPassages(words, library, { ...options, count: NEAR_PASSAGES });
}

/** The cause that counting sentences shows; undefined where sentences with what was asked for are left. */
function reasonOfCounts(
  { phrases, matching, left, complete }: MatchCounts,
  query: Query,
): 'no-phrase' | 'phrases-apart' | 'excluded' | undefined {
  if (phrases.includes(0)) return 'no-phrase';
  if (!complete) return undefined;
  if (query.excluded.length > 0 && matching > 0 && left === 0) return 'excluded';
  return query.phrases.length > 1 && matching === 0 ? 'phrases-apart' : undefined;
}

function countsCause({ phrases, matching, excluded, left }: MatchCounts, query: Query): AnswerCause {
  return {
    ...(query.phrases.length > 0
      ? { phrases: query.phrases.map((text, at) => ({ text, sentences: entryAt(phrases, at) })) }
      : {}),
    ...(query.excluded.length > 0 && matching > 0 && left === 0
      ? {
          excluded: {
            sentences: matching,
            words: query.excluded.map((word, at) => ({ word, sentences: entryAt(excluded, at) })),
          },
        }
      : {}),
  };
}

/** Says that phrases do not occur, shows the passages nearest to the first of them, and where else it is. */
function* absentPhrases(
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

type Elsewhere = NonNullable<AnswerCause['elsewhere']>;

/** Names the sections and articles that hold a phrase outside the scope. */
function* phrasesElsewhere(phrase: string, { library, scope }: FruitlessSearch): Steps<Elsewhere> {
  if (!scope.article) return [];
  const hits = yield* library.index.steps.literal(phrase, { articles: new Set(library.articles.keys()), limit: 50 });
  return gathered(
    hits.map(({ article, block }) => ({ article, block, word: phrase })),
    library,
    scope,
  );
}

/** Names the sections and articles that hold words which the scope has not, those with most of them first. */
function elsewhereOf(words: readonly WordPlaces[], { library, scope }: FruitlessSearch): Elsewhere {
  if (!scope.article) return [];
  const absent = words.filter((word) => !isThere(word) && !word.isCommon);
  const places = absent.flatMap(({ word, outside }) => outside.map((place) => ({ ...place, word })));
  return gathered(places, library, scope);
}

function gathered(
  places: readonly { readonly article: string; readonly block: number; readonly word: string }[],
  library: Library,
  { article: own, section }: Scope,
): Elsewhere {
  const found = new Map<string, { words: Set<string>; place: Omit<Elsewhere[number], 'words'> }>();
  for (const { article: id, block, word } of places) {
    const article = library.articles.get(id);
    if (!article) continue;
    const part = id === own?.id && section !== undefined ? sectionOfBlock(sectionsOf(article), block) : undefined;
    const key = `${id} ${part?.number ?? ''}`;
    const place = {
      article: article.id,
      ...(part ? { section: { number: part.number, heading: part.heading } } : {}),
    };
    const entry = found.get(key) ?? { words: new Set(), place };
    found.set(key, entry);
    entry.words.add(word);
  }
  return [...found.values()]
    .sort((a, b) => b.words.size - a.words.size)
    .slice(0, MAX_ELSEWHERE)
    .map(({ words, place }) => ({ ...place, words: [...words] }));
}
