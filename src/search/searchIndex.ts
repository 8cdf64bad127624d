import type { Article, ArticleId } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import { createCollection } from './collection.ts';
import { sentenceSpan } from './indexedArticle.ts';
import { holdsLiteral, literal } from './literal.ts';
import { parseQuery, type Query } from './parseQuery.ts';
import { ANSWERED_SCORE, rank, type RankedSentence } from './rank.ts';
import type { ReadQuery } from './readQuery.ts';
import type { Allowed, Candidate, ShortlistOptions } from './shortlist.ts';

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
}

export interface SearchResult {
  /** Best first, a sentence at most once. Given even where `answered` is false: the first is then the nearest. */
  readonly hits: readonly Hit[];
  /** False where nothing found is likely to answer. */
  readonly answered: boolean;
  /** Words of the query, as typed, that no article searched holds. */
  readonly unmatched: readonly string[];
  /** Words taken for typing errors, and what was looked for in their place. */
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
}

export interface SearchOptions {
  /** Ids of the articles to search. Default: all. */
  readonly articles?: ReadonlySet<string> | undefined;
  /** Tells whether a block (index into `article.blocks`) is to be searched. Default: all are. */
  readonly section?: ((article: ArticleId, block: number) => boolean) | undefined;
  /** How many hits at most. Default 10. */
  readonly limit?: number | undefined;
}

/** Articles made searchable. */
export interface SearchIndex {
  /** Finds the sentences that answer a question, in the query language of `parseQuery`. */
  search(query: string, options?: SearchOptions): SearchResult;
  /** Finds sentences for text that is still being typed: those that hold it literally first, in the articles' order. */
  suggest(text: string, options?: SearchOptions): readonly Hit[];
  /** Finds the sentence most like a text, or undefined where no word of it occurs. */
  nearest(text: string, options?: SearchOptions): Hit | undefined;
  /** Throws when an article with this id is already indexed. */
  add(article: Article): void;
  /** Adds an article, in place of the one with its id if there is one. */
  replace(article: Article): void;
  /** Takes an article out, if it is there. */
  remove(id: string): void;
}

const DEFAULT_LIMIT = 10;

/** Indexes articles for searching. Adding, replacing and removing cost in proportion to that one article. */
export function createSearchIndex(articles: readonly Article[]): SearchIndex {
  const collection = createCollection();
  const indexedById = collection.articles;

  const find = (read: ReadQuery, options: Omit<ShortlistOptions, 'limit'>): RankedSentence[] => {
    const { query, candidates, statistics } = collection.candidatesFor(read, options);
    return rank(query, candidates, statistics);
  };

  const everyBlock = (allowed: Allowed | undefined): Candidate[] =>
    [...indexedById.values()].flatMap((indexed) =>
      Array.from(indexed.blockIndex, (_, block) => ({ indexed, block })).filter((one) => !allowed || allowed(one)),
    );

  const allowedBy = ({ articles: ids, section }: SearchOptions): Allowed | undefined => {
    if (!ids && !section) return undefined;
    return ({ indexed: { article, blockIndex }, block }) =>
      (!ids || ids.has(article.id)) && (!section || section(article.id, blockIndex[block]!));
  };

  const literally = (phrases: readonly string[], from: readonly Candidate[], prefix: boolean): RankedSentence[] =>
    from.flatMap(({ indexed, block }) =>
      Array.from({ length: indexed.blockStart[block + 1]! - indexed.blockStart[block]! }, (_, offset) => ({
        indexed,
        sentence: indexed.blockStart[block]! + offset,
        score: 1,
      })).filter((one) => {
        const text = literal(textOf(one));
        return phrases.every((phrase) => holdsLiteral(text, phrase, { prefix }));
      }),
    );

  const keep = (found: readonly RankedSentence[], { phrases, excluded }: Query): RankedSentence[] => {
    const wanted = phrases.map(literal);
    const unwanted = excluded.map(literal);
    return found.filter((one) => {
      const text = literal(textOf(one));
      return wanted.every((it) => holdsLiteral(text, it)) && !unwanted.some((it) => holdsLiteral(text, it));
    });
  };

  for (const article of articles) collection.add(article);
  return {
    add: (article) => collection.add(article),
    remove: (id) => collection.remove(id),
    replace(article) {
      collection.remove(article.id);
      collection.add(article);
    },
    search(typed, options = {}) {
      const query = parseQuery(typed);
      const allowed = allowedBy(options);
      const asked = collection.read(query.text);
      let found = find(asked, { allowed });
      if (query.phrases.length > 0 || query.excluded.length > 0) found = keep(found, query);
      if (found.length === 0 && query.phrases.length > 0)
        found = keep(literally(query.phrases.map(literal), everyBlock(allowed), false), query);
      const answered = found.length > 0 && (query.phrases.length > 0 || found[0]!.score >= ANSWERED_SCORE);
      return {
        hits: found.slice(0, options.limit ?? DEFAULT_LIMIT).map(hitOf),
        answered,
        unmatched: asked.terms.flatMap(({ typed: word, ids }) => (ids.length === 0 ? [word] : [])),
        corrected: asked.terms.flatMap(({ typed: from, corrected: to }) => (to === undefined ? [] : [{ from, to }])),
      };
    },
    suggest(text, options = {}) {
      const wanted = literal(text);
      if (wanted === '') return [];
      const allowed = allowedBy(options);
      const holding = literally([wanted], everyBlock(allowed), true);
      const limit = options.limit ?? DEFAULT_LIMIT;
      const ranked = holding.length < limit ? find(collection.read(text), { allowed, prefix: true }) : [];
      const seen = new Set(holding.map(keyOf));
      return [...holding, ...ranked.filter((one) => !seen.has(keyOf(one)))].slice(0, limit).map(hitOf);
    },
    nearest(text, options = {}) {
      const found = find(collection.read(text), { allowed: allowedBy(options) })[0];
      return found && hitOf(found);
    },
  };
}

function keyOf({ indexed, sentence }: RankedSentence): string {
  return `${indexed.article.id} ${sentence}`;
}

function textOf({ indexed, sentence }: RankedSentence): string {
  return indexed.article.source.slice(...sentenceSpan(indexed, sentence));
}

function hitOf({ indexed, sentence, score }: RankedSentence): Hit {
  const { article, sentenceBlock, blockStart, blockIndex } = indexed;
  const ordinal = sentenceBlock[sentence]!;
  const block = blockIndex[ordinal]!;
  const inBlock = sentence - blockStart[ordinal]!;
  return { article: article.id, block, sentence: inBlock, span: sentenceSpan(indexed, sentence), score };
}
