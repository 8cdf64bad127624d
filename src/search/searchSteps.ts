import type { ArticleId, Edition } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import { countMatches, type MatchCounts } from './features/countMatches.ts';
import { wordPlaces, type WordPlaces } from './features/wordPlaces.ts';
import { findAcross } from './findAcross.ts';
import { findLiteral, textOf } from './findLiteral.ts';
import { certain, heldBy, type Hit, hitOf, sentenceKey } from './hit.ts';
import type { CandidateOptions, Collection } from './index/collection.ts';
import { likestSentences } from './likestSentences.ts';
import { holdsLiteral, literal } from './literal.ts';
import type { Query } from './query/parseQuery.ts';
import type { ReadQuery } from './query/readQuery.ts';
import { ANSWERED_SCORE, rank, type RankedSentence } from './rank.ts';
import { allowedBy, readTyped, type SearchOptions, spanIn, type SuggestOptions } from './searchOptions.ts';
import type { Allowed } from './shortlist.ts';

export interface SearchResult {
  /** Best first, a sentence at most once. Given even if `answered` is false: the first is then the nearest. */
  readonly hits: readonly Hit[];
  /** False if nothing found is likely to answer. */
  readonly answered: boolean;
  /** Words of the query, as typed, that no article searched holds. */
  readonly unmatched: readonly string[];
  /** Whether the query has words, and nothing but such as are in most texts. */
  readonly isCommon: boolean;
  /** Whether it has a question word or a question mark. */
  readonly isQuestion: boolean;
  /** Whether words were excluded. */
  readonly hasExcluded: boolean;
  /** Words taken for typing errors, and what was looked for in their place. */
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
}

/** Where articles hold a text that no sentence of theirs does. */
interface AcrossFound {
  readonly places: readonly { readonly article: ArticleId; readonly edition: Edition; readonly span: Span }[];
  /** False if there was too much text to read all of it. */
  readonly complete: boolean;
}

/** Searches by steps, each of bounded work, whatever is searched for and in how much. A search sees the articles that it began with. */
export interface SearchSteps {
  /** Finds the sentences that answer a question, in the query language of `parseQuery`. */
  search(query: string, options?: SearchOptions): Steps<SearchResult>;
  /** Finds sentences for text, by default such as is still being typed: those that hold it literally first, in the articles' order. */
  suggest(text: string, options?: SuggestOptions): Steps<readonly Hit[]>;
  /** Finds the sentences that hold a text word for word, in the articles' order. */
  literal(text: string, options?: SearchOptions): Steps<readonly Hit[]>;
  /** Finds a text word for word over sentences and paragraphs, and in headings, titles and credits. */
  across(text: string, options?: SearchOptions): Steps<AcrossFound>;
  /** Finds the sentences that hold most of a text's words, common words too, the likest first. */
  likest(text: string, options?: SearchOptions): Steps<readonly Hit[]>;
  /** Counts the sentences that a query asks for, and those that its excluded words take away. */
  count(query: string, options?: SearchOptions): Steps<MatchCounts>;
  /** Says where each word of a text is, in what is searched or outside it, among the articles of the library. */
  places(text: string, library: ReadonlySet<string>, options?: SearchOptions): Steps<readonly WordPlaces[]>;
}

const DEFAULT_LIMIT = 10;
/** Queries of so many words and no question word are answered wherever all of them are in a sentence. */
const KEYWORDS_MAX = 3;
/** Sentences with a phrase that are ranked, at most. */
const PHRASE_SENTENCES = 400;

/** Searches a collection by steps. */
export function searchStepsOver(collection: Collection): SearchSteps {
  function* find(read: ReadQuery, options: CandidateOptions): Steps<RankedSentence[]> {
    const { query, candidates, statistics } = collection.candidatesFor(read, options);
    yield;
    return yield* rank(query, candidates, statistics);
  }

  /** Phrases decide what is looked at; the ranker only orders it. */
  function* findPhrases(
    read: ReadQuery,
    phrases: readonly string[],
    allowed: Allowed | undefined,
  ): Steps<RankedSentence[]> {
    const places = yield* findLiteral(phrases[0]!, collection, { allowed, limit: PHRASE_SENTENCES });
    if (read.terms.length === 0) return places.map(certain);
    const blocks = new Map(
      places.map(({ indexed, sentence }) => {
        const block = indexed.sentenceBlock[sentence]!;
        return [`${indexed.article.id} ${block}`, { indexed, block }] as const;
      }),
    );
    return yield* find(read, { among: [...blocks.values()] });
  }

  return {
    *search(typed, options = {}) {
      const query = readTyped(typed, options);
      const allowed = allowedBy(options);
      const read = collection.read(query.text, options.articles);
      const ranked =
        query.phrases.length > 0 ? yield* findPhrases(read, query.phrases, allowed) : yield* find(read, { allowed });
      const found = keep(ranked, query).slice(0, options.limit ?? DEFAULT_LIMIT);
      const likely = found.length > 0 && found[0]!.score >= ANSWERED_SCORE;
      return {
        hits: found.map((one) => hitOf({ ...one, score: one.score * shareOf(one, found[0]!) }, read)),
        answered:
          likely || (found.length > 0 && query.phrases.length > 0) || found.some((one) => isKeywordHit(one, read)),
        isQuestion: read.isQuestion,
        hasExcluded: query.excluded.length > 0,
        isCommon: read.terms.length === 0 && literal(query.text) !== '',
        unmatched: read.terms.flatMap(({ typed: word, ids }) => (ids.length === 0 ? [word] : [])),
        corrected: read.terms.flatMap(({ typed: from, corrected: to }) => (to === undefined ? [] : [{ from, to }])),
      };
    },
    *suggest(text, options = {}) {
      const allowed = allowedBy(options);
      const limit = options.limit ?? DEFAULT_LIMIT;
      const prefix = options.isFinished !== true;
      const holding = yield* findLiteral(text, collection, { allowed, prefix, limit });
      const read = collection.read(text);
      const ranked = holding.length < limit ? yield* find(read, { allowed, prefix }) : [];
      const seen = new Set(holding.map(sentenceKey));
      const others = ranked.filter((one) => !seen.has(sentenceKey(one)));
      return [
        ...holding.map((place): Hit => ({ ...hitOf(certain(place), read), literal: true })),
        ...others.map((one) => hitOf(one, read)),
      ].slice(0, limit);
    },
    *literal(text, options = {}) {
      const { limit = DEFAULT_LIMIT } = options;
      const places = yield* findLiteral(text, collection, { allowed: allowedBy(options), limit });
      const read = collection.read(text, options.articles);
      return places.map((place): Hit => ({ ...hitOf(certain(place), read), literal: true }));
    },
    *across(text, options = {}) {
      const { places, complete } = yield* findAcross(text, collection, ({ article }) => spanIn(article, options));
      return {
        complete,
        places: places.map(({ indexed: { article }, span }) => ({
          article: article.id,
          edition: article.edition,
          span,
        })),
      };
    },
    *likest(text, options = {}) {
      const { limit = DEFAULT_LIMIT } = options;
      const read = collection.read(text, options.articles);
      const places = yield* likestSentences(text, collection, { allowed: allowedBy(options), limit });
      return places.map((place) => hitOf({ ...certain(place), score: 0 }, read));
    },
    *count(typed, options = {}) {
      const query = readTyped(typed, options);
      const read = collection.read(query.text, options.articles);
      return yield* countMatches(query, read, { collection, allowed: allowedBy(options) });
    },
    *places(text, library, { articles, section } = {}) {
      const inScope = (id: ArticleId, block: number): boolean =>
        (!articles || articles.has(id)) && (!section || section(id, block));
      return yield* wordPlaces(text, collection, { library, inScope });
    },
  };
}

/** Leaves only sentences that hold every phrase and no excluded word. */
function keep(found: readonly RankedSentence[], { phrases, excluded }: Query): readonly RankedSentence[] {
  if (phrases.length === 0 && excluded.length === 0) return found;
  const wanted = phrases.map(literal);
  const unwanted = excluded.map(literal);
  return found.filter((one) => {
    const text = literal(textOf(one));
    return wanted.every((it) => holdsLiteral(text, it)) && !unwanted.some((it) => holdsLiteral(text, it));
  });
}

/** Returns true if a query is a few keywords, and the sentence holds all of them as they were typed. */
function isKeywordHit(one: RankedSentence, { terms, isQuestion }: ReadQuery): boolean {
  if (isQuestion || terms.length === 0 || terms.length > KEYWORDS_MAX) return false;
  return terms.every(({ corrected }) => corrected === undefined) && heldBy(one, terms) === 1;
}

/** How likely a sentence is the answer, as a share of how likely the best one is. */
function shareOf({ order }: RankedSentence, best: RankedSentence): number {
  return Math.exp(Math.min(0, order - best.order));
}
