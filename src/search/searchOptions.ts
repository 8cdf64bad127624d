import type { Article, ArticleId } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import { parseQuery, type Query } from './query/parseQuery.ts';
import type { Allowed } from './shortlist.ts';

export interface SearchOptions {
  /** Ids of the articles to search. Default: all. */
  readonly articles?: ReadonlySet<string> | undefined;
  /** Whether to search a block (index into `article.blocks`). Default: all. */
  readonly section?: ((article: ArticleId, block: number) => boolean) | undefined;
  /** Maximum number of hits. Default: 10. */
  readonly limit?: number | undefined;
  /** Whether the text is prose, in which no character is an operator. Default: false. */
  readonly isPlain?: boolean | undefined;
}

export interface SuggestOptions extends SearchOptions {
  /** Whether the last word is complete. Default: false. */
  readonly isFinished?: boolean | undefined;
}

/** Reads the typed text, as prose or in the query language. */
export function readTyped(typed: string, { isPlain = false }: SearchOptions): Query {
  return isPlain ? { text: typed, phrases: [], excluded: [] } : parseQuery(typed);
}

/** The part of an article that is searched, from its first block to its last; undefined if none is. */
export function spanIn({ id, blocks, source }: Article, { articles, section }: SearchOptions): Span | undefined {
  if (articles && !articles.has(id)) return undefined;
  if (!section) return [0, source.length];
  const own = blocks.filter((_, block) => section(id, block));
  return own[0] && [own[0].span[0], own.at(-1)!.span[1]];
}

/** Returns the blocks that the options include; undefined for all. */
export function allowedBy({ articles, section }: SearchOptions): Allowed | undefined {
  if (!articles && !section) return undefined;
  return ({ indexed: { article, blockIndex }, block }) =>
    (!articles || articles.has(article.id)) && (!section || section(article.id, blockIndex[block]!));
}
