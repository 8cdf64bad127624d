import type { Article, ArticleId } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import { createCollection, type CandidateOptions, type Changes, type Collection } from './index/collection.ts';
import { countMatches, type MatchCounts } from './features/countMatches.ts';
import { findAcross } from './findAcross.ts';
import { findLiteral, textOf, type Place } from './findLiteral.ts';
import { sentenceSpan } from './index/indexedArticle.ts';
import { likestSentences } from './likestSentences.ts';
import { holdsLiteral, literal } from './literal.ts';
import { parseQuery, type Query } from './query/parseQuery.ts';
import { ANSWERED_SCORE, rank, type RankedSentence } from './rank.ts';
import type { ReadQuery } from './query/readQuery.ts';
import type { Allowed } from './shortlist.ts';
import { readSnapshot, writeSnapshot } from './index/snapshot.ts';
import { wordPlaces, type WordPlaces } from './features/wordPlaces.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';

/** A sentence of an article that a query found. */
export interface Hit {
  readonly article: ArticleId;
  /** Index into `article.blocks`. */
  readonly block: number;
  /** Index into that block's `sentences`. */
  readonly sentence: number;
  readonly span: Span;
  /** How likely it answers, between 0 and 1. */
  readonly score: number;
  /** What it is ordered by: the logarithm of how likely it is the answer, up to a constant of the query. */
  readonly order: number;
  /** The share of the query's words that the sentence itself holds, between 0 and 1; synonyms do not count. */
  readonly matchedShare: number;
  /** It was found because it holds the text as it is, typography aside; only `suggest` looks for that. */
  readonly literal?: true;
}

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

export interface SearchOptions {
  /** Ids of the articles to search. Default: all. */
  readonly articles?: ReadonlySet<string> | undefined;
  /** Whether a block (index into `article.blocks`) is to be searched. Default: all are. */
  readonly section?: ((article: ArticleId, block: number) => boolean) | undefined;
  /** How many hits at most. Default 10. */
  readonly limit?: number | undefined;
  /** Whether the text is prose, in which no sign is an operator. Default false. */
  readonly isPlain?: boolean | undefined;
}

interface SuggestOptions extends SearchOptions {
  /** Whether the last word is whole. Default false. */
  readonly isFinished?: boolean | undefined;
}

/** Searches by steps, each of bounded work, whatever is searched for and in how much. A search sees the articles that it began with. */
interface SearchSteps {
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

/** Articles made searchable. */
export interface SearchIndex {
  readonly steps: SearchSteps;
  /** Searches at once; see `SearchSteps`. */
  search(query: string, options?: SearchOptions): SearchResult;
  suggest(text: string, options?: SuggestOptions): readonly Hit[];
  literal(text: string, options?: SearchOptions): readonly Hit[];
  /** Throws when an article with this id is already indexed. */
  add(article: Article): void;
  /** Adds an article, in place of the one with its id if there is one. */
  replace(article: Article): void;
  /** Takes an article out, if it is there. */
  remove(id: string): void;
  /** Makes changes by steps. Whoever searches between two steps sees all of them or none. */
  change(changes: Omit<Changes, 'ready'>): Steps<void>;
  /** Returns what `indexArticles` can start from the next time, in parts. */
  snapshot(): Steps<readonly Uint8Array[]>;
}

/** Where articles hold a text that no sentence of theirs does. */
interface AcrossFound {
  readonly places: readonly { readonly article: ArticleId; readonly span: Span }[];
  /** False if there was too much text to read all of it. */
  readonly complete: boolean;
}

const DEFAULT_LIMIT = 10;
/** Queries of so many words and no question word are answered wherever all of them are in a sentence. */
const KEYWORDS_MAX = 3;
/** Sentences with a phrase that are ranked, at most. */
const PHRASE_SENTENCES = 400;

/** Indexes articles for searching. Adding, replacing and removing cost in proportion to that one article. */
export function createSearchIndex(articles: readonly Article[]): SearchIndex {
  return finish(indexArticles(articles));
}

/**
 * Indexes articles by steps. From a snapshot, as `snapshot` gave it, those are taken that have not changed since, which is
 * many times faster; the index finds the same in the same order. Throws a `RangeError` for bytes that are no snapshot.
 */
export function* indexArticles(articles: readonly Article[], snapshot?: Uint8Array): Steps<SearchIndex> {
  const collection = createCollection();
  const ready = snapshot ? yield* readSnapshot(snapshot, articles, collection.vocabulary) : [];
  const known = new Set(ready.map(({ article }) => article));
  yield* collection.change({ ready, put: articles.filter((article) => !known.has(article)) });
  return searchIndexOver(collection);
}

function searchIndexOver(collection: Collection): SearchIndex {
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

  const steps = stepsOver();
  return {
    steps,
    search: (query, options) => finish(steps.search(query, options)),
    suggest: (text, options) => finish(steps.suggest(text, options)),
    literal: (text, options) => finish(steps.literal(text, options)),
    add: (article) => collection.add(article),
    remove: (id) => finish(collection.change({ remove: [id] })),
    replace: (article) => finish(collection.change({ put: [article] })),
    change: (changes) => collection.change(changes),
    snapshot: () => writeSnapshot(collection),
  };

  function stepsOver(): SearchSteps {
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
        return { complete, places: places.map(({ indexed, span }) => ({ article: indexed.article.id, span })) };
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
}

function readTyped(typed: string, { isPlain = false }: SearchOptions): Query {
  return isPlain ? { text: typed, phrases: [], excluded: [] } : parseQuery(typed);
}

/** The part of an article that is searched, from its first block to its last; undefined if none is. */
function spanIn({ id, blocks, source }: Article, { articles, section }: SearchOptions): Span | undefined {
  if (articles && !articles.has(id)) return undefined;
  if (!section) return [0, source.length];
  const own = blocks.filter((_, block) => section(id, block));
  return own[0] && [own[0].span[0], own.at(-1)!.span[1]];
}

function allowedBy({ articles, section }: SearchOptions): Allowed | undefined {
  if (!articles && !section) return undefined;
  return ({ indexed: { article, blockIndex }, block }) =>
    (!articles || articles.has(article.id)) && (!section || section(article.id, blockIndex[block]!));
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

function heldBy({ indexed, sentence }: Place, terms: ReadQuery['terms']): number {
  const words = indexed.terms.subarray(indexed.sentenceStart[sentence], indexed.sentenceStart[sentence + 1]);
  const held = terms.filter(({ ids }) => ids.some((id) => words.includes(id)));
  return terms.length === 0 ? 0 : held.length / terms.length;
}

/** How likely a sentence is the answer, as a share of how likely the best one is. */
function shareOf({ order }: RankedSentence, best: RankedSentence): number {
  return Math.exp(Math.min(0, order - best.order));
}

function certain({ indexed, sentence }: Place): RankedSentence {
  return { indexed, sentence, score: 1, order: 0 };
}

function sentenceKey({ indexed, sentence }: Place): string {
  return `${indexed.article.id} ${sentence}`;
}

function hitOf(one: RankedSentence, { terms }: ReadQuery): Hit {
  const { indexed, sentence, score, order } = one;
  const { article, sentenceBlock, blockStart, blockIndex } = indexed;
  const ordinal = sentenceBlock[sentence]!;
  const block = blockIndex[ordinal]!;
  const inBlock = sentence - blockStart[ordinal]!;
  const span = sentenceSpan(indexed, sentence);
  return { article: article.id, block, sentence: inBlock, span, score, order, matchedShare: heldBy(one, terms) };
}
