import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { readKeptEditions, type KeptEdition } from '../article/readKeptEditions.ts';
import { readEdition } from '../article/readEdition.ts';

/** Reads the kept editions of a corpus's articles. */
export interface Editions {
  /** Reads an edition by its first eight hex digits; undefined if it is not kept. */
  readonly read: (article: Pick<Article, 'id'>, hash: string) => Promise<Article | undefined>;
  /** Reads all except the present one, newest first; from disk only the first time. */
  readonly kept: (article: Article) => Promise<readonly KeptEdition[]>;
}

/**
 * Creates the reader of a corpus's kept editions. A reloaded article is a new object, so its editions are read again.
 */
export function createEditions(directory: string): Editions {
  const known = new WeakMap<Article, Promise<readonly KeptEdition[]>>();
  return {
    read: ({ id }, hash) => readEdition(join(directory, id), { id, hash }),
    kept(article) {
      const reading = known.get(article) ?? readKeptEditions(join(directory, article.id), article);
      known.set(article, reading);
      return reading;
    },
  };
}
