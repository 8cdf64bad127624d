import type { Article, ArticleId } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import { parseQuery, type Query } from './query/parseQuery.ts';
import type { Allowed } from './shortlist.ts';

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

export interface SuggestOptions extends SearchOptions {
  /** Whether the last word is whole. Default false. */
  readonly isFinished?: boolean | undefined;
}

/** Reads what was typed, as prose or in the query language. */
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

/** Gives the blocks that options let be searched; undefined where all are. */
export function allowedBy({ articles, section }: SearchOptions): Allowed | undefined {
  if (!articles && !section) return undefined;
  return ({ indexed: { article, blockIndex }, block }) =>
    (!articles || articles.has(article.id)) && (!section || section(article.id, blockIndex[block]!));
}
