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
  /** Best first, each sentence at most once. Set even if `answered` is false: the first is then the closest. */
  readonly hits: readonly Hit[];
  /** False if no result is likely to be an answer. */
  readonly answered: boolean;
  /** Words of the query, as typed, that no searched article has. */
  readonly unmatched: readonly string[];
  /** Whether the query has words, but only very common ones. */
  readonly isCommon: boolean;
  /** Whether it has a question word or a question mark. */
  readonly isQuestion: boolean;
  /** Whether words were excluded. */
  readonly hasExcluded: boolean;
  /** Corrected typing errors, with what was searched for instead. */
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
}

/** Places where articles have a text that none of their sentences has. */
interface AcrossFound {
  readonly places: readonly { readonly article: ArticleId; readonly edition: Edition; readonly span: Span }[];
  /** False if there was too much text to read all of it. */
  readonly complete: boolean;
}

/**
 * Searches in steps of bounded work, whatever the query and the amount of text. A search sees the articles it started
 * with.
 */
export interface SearchSteps {
  /** Finds the sentences that answer a question, in the query language of `parseQuery`. */
  search(query: string, options?: SearchOptions): Steps<SearchResult>;
  /**
   * Finds sentences for text, by default text still being typed: those that contain it exactly first, in the articles'
   * order.
   */
  suggest(text: string, options?: SuggestOptions): Steps<readonly Hit[]>;
  /** Finds the sentences that contain an exact text, in the articles' order. */
  literal(text: string, options?: SearchOptions): Steps<readonly Hit[]>;
  /** Finds an exact text across sentences and paragraphs, and in headings, titles and credits. */
  across(text: string, options?: SearchOptions): Steps<AcrossFound>;
  /** Finds the sentences that have most of a text's words, including common ones, most similar first. */
  likest(text: string, options?: SearchOptions): Steps<readonly Hit[]>;
  /** Counts the sentences that match a query, and those that its excluded words remove. */
  count(query: string, options?: SearchOptions): Steps<MatchCounts>;
  /** Finds where each word of a text occurs, inside the scope or outside it, among the articles of the library. */
  places(text: string, library: ReadonlySet<string>, options?: SearchOptions): Steps<readonly WordPlaces[]>;
}

const DEFAULT_LIMIT = 10;
/** Queries of up to this many words without a question word are answered by any sentence that has all of them. */
const KEYWORDS_MAX = 3;
/** Maximum number of sentences with a phrase that are ranked. */
const PHRASE_SENTENCES = 400;

/** Searches a collection in steps. */
export function searchStepsOver(collection: Collection): SearchSteps {
  function* find(read: ReadQuery, options: CandidateOptions): Steps<RankedSentence[]> {
    const { query, candidates, statistics } = collection.candidatesFor(read, options);
    yield;
    return yield* rank(query, candidates, statistics);
  }

  /** Phrases determine the candidates; the ranker only orders them. */
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

/** Keeps only sentences that have every phrase and no excluded word. */
function keep(found: readonly RankedSentence[], { phrases, excluded }: Query): readonly RankedSentence[] {
  if (phrases.length === 0 && excluded.length === 0) return found;
  const wanted = phrases.map(literal);
  const unwanted = excluded.map(literal);
  return found.filter((one) => {
    const text = literal(textOf(one));
    return wanted.every((it) => holdsLiteral(text, it)) && !unwanted.some((it) => holdsLiteral(text, it));
  });
}

/** Returns true if a query is a few keywords, and the sentence has all of them as typed. */
function isKeywordHit(one: RankedSentence, { terms, isQuestion }: ReadQuery): boolean {
  if (isQuestion || terms.length === 0 || terms.length > KEYWORDS_MAX) return false;
  return terms.every(({ corrected }) => corrected === undefined) && heldBy(one, terms) === 1;
}

/** A sentence's probability of being the answer, relative to the best one's. */
function shareOf({ order }: RankedSentence, best: RankedSentence): number {
  return Math.exp(Math.min(0, order - best.order));
}
