import type { Article, ArticleId } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import { tokensOf } from '../language/tokens.ts';
import { blockTerms, indexArticle, sentenceSpan, type IndexedArticle } from './indexedArticle.ts';
import { holdsLiteral, literal } from './literal.ts';
import { parseQuery, type Query } from './query.ts';
import { rank, type RankedSentence } from './rank.ts';
import { createShortlist, type Allowed, type Candidate } from './shortlist.ts';
import { termsFor } from './terms.ts';
import { createVocabulary } from './vocabulary.ts';

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
const SHORTLIST_BLOCKS = 40;
const ANSWERED_SCORE = 0.45;

/** Indexes articles for searching. Adding, replacing and removing cost in proportion to that one article. */
export function createSearchIndex(articles: readonly Article[]): SearchIndex {
  const vocabulary = createVocabulary();
  const shortlist = createShortlist(vocabulary);
  const indexedById = new Map<string, IndexedArticle>();
  const totals = { sentences: 0, blocks: 0, terms: 0 };

  const count = (indexed: IndexedArticle, change: 1 | -1): void => {
    const { terms, sentenceStart, sentenceBlock, blockIndex } = indexed;
    for (let at = 0; at < sentenceBlock.length; at += 1)
      vocabulary.count('sentence', new Set(terms.subarray(sentenceStart[at], sentenceStart[at + 1])), change);
    for (let at = 0; at < blockIndex.length; at += 1)
      vocabulary.count('block', new Set(terms.subarray(...blockTerms(indexed, at))), change);
    totals.sentences += change * sentenceBlock.length;
    totals.blocks += change * blockIndex.length;
    totals.terms += change * terms.length;
  };

  const add = (article: Article): void => {
    if (indexedById.has(article.id)) throw new Error(`Cannot index article "${article.id}": it is indexed already`);
    const indexed = indexArticle(article, vocabulary);
    indexedById.set(article.id, indexed);
    shortlist.add(indexed);
    count(indexed, 1);
  };

  const remove = (id: string): void => {
    const indexed = indexedById.get(id);
    if (!indexed) return;
    indexedById.delete(id);
    shortlist.remove(indexed);
    count(indexed, -1);
  };

  const wordsOf = (text: string) => {
    const language = languageOf(indexedById.values());
    const termOf = termsFor(language);
    return tokensOf(text, language).flatMap((token) => {
      const term = termOf(token);
      if (term === undefined) return [];
      const id = vocabulary.idOf(term);
      const matched = id !== undefined && vocabulary.sentencesWith(id) > 0;
      return [{ typed: text.slice(...token.span), term, id: matched ? id : undefined }];
    });
  };

  const find = (text: string, allowed: Allowed | undefined): RankedSentence[] => {
    const words = wordsOf(text);
    const terms = [...new Set(words.map(({ term }) => term))];
    const ids = [...new Set(words.flatMap(({ id }) => (id === undefined ? [] : [id])))];
    if (terms.length === 0) return [];
    const candidates = shortlist.find(terms, { limit: SHORTLIST_BLOCKS, allowed });
    return rank(ids, candidates, { vocabulary, ...totals });
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

  for (const article of articles) add(article);
  return {
    add,
    remove,
    replace(article) {
      remove(article.id);
      add(article);
    },
    search(typed, options = {}) {
      const query = parseQuery(typed);
      const allowed = allowedBy(options);
      let found = find(query.text, allowed);
      if (query.phrases.length > 0 || query.excluded.length > 0) found = keep(found, query);
      if (found.length === 0 && query.phrases.length > 0)
        found = keep(literally(query.phrases.map(literal), everyBlock(allowed), false), query);
      const answered = found.length > 0 && (query.phrases.length > 0 || found[0]!.score >= ANSWERED_SCORE);
      const unmatched = wordsOf(query.text).flatMap(({ typed: word, id }) => (id === undefined ? [word] : []));
      return { hits: found.slice(0, options.limit ?? DEFAULT_LIMIT).map(hitOf), answered, unmatched, corrected: [] };
    },
    suggest(text, options = {}) {
      const wanted = literal(text);
      if (wanted === '') return [];
      const allowed = allowedBy(options);
      const holding = literally([wanted], everyBlock(allowed), true);
      const limit = options.limit ?? DEFAULT_LIMIT;
      const ranked = holding.length < limit ? find(text, allowed) : [];
      const seen = new Set(holding.map(keyOf));
      return [...holding, ...ranked.filter((one) => !seen.has(keyOf(one)))].slice(0, limit).map(hitOf);
    },
    nearest(text, options = {}) {
      const found = find(text, allowedBy(options))[0];
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

function languageOf(indexed: Iterable<IndexedArticle>): string {
  for (const { article } of indexed) return article.language;
  return 'en';
}
