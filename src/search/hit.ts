import type { ArticleId, Edition } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import type { Place } from './findLiteral.ts';
import { sentenceSpan } from './index/indexedArticle.ts';
import type { ReadQuery } from './query/readQuery.ts';
import type { RankedSentence } from './rank.ts';

/** A sentence of an article found by a query. */
export interface Hit {
  readonly article: ArticleId;
  /** The edition that was searched: what `block`, `sentence` and `span` count in. */
  readonly edition: Edition;
  /** Index into `article.blocks`. */
  readonly block: number;
  /** Index into that block's `sentences`. */
  readonly sentence: number;
  readonly span: Span;
  /** The probability that it answers. */
  readonly score: number;
  /** The sort key: the log probability of being the answer, up to a per-query constant. */
  readonly order: number;
  /** The share of the query's words that the sentence itself has, between 0 and 1; synonyms do not count. */
  readonly matchedShare: number;
  /** It contains the exact text, apart from typography; only set by `suggest`. */
  readonly literal?: true;
}

/** Converts a ranked sentence to a hit. */
export function hitOf(one: RankedSentence, { terms }: ReadQuery): Hit {
  const { indexed, sentence, score, order } = one;
  const { article, sentenceBlock, blockStart, blockIndex } = indexed;
  const ordinal = sentenceBlock[sentence]!;
  const block = blockIndex[ordinal]!;
  const inBlock = sentence - blockStart[ordinal]!;
  const span = sentenceSpan(indexed, sentence);
  return {
    article: article.id,
    edition: article.edition,
    block,
    sentence: inBlock,
    span,
    score,
    order,
    matchedShare: heldBy(one, terms),
  };
}

/** The share of the words that a sentence has, between 0 and 1. */
export function heldBy({ indexed, sentence }: Place, terms: ReadQuery['terms']): number {
  const words = indexed.terms.subarray(indexed.sentenceStart[sentence], indexed.sentenceStart[sentence + 1]);
  const held = terms.filter(({ ids }) => ids.some((id) => words.includes(id)));
  return terms.length === 0 ? 0 : held.length / terms.length;
}

/** Treats an exact match as a certain answer. */
export function certain({ indexed, sentence }: Place): RankedSentence {
  return { indexed, sentence, score: 1, order: 0 };
}

/** Identifies a sentence. */
export function sentenceKey({ indexed, sentence }: Place): string {
  return `${indexed.article.id} ${sentence}`;
}
