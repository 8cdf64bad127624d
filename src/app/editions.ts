import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { readKeptEditions, type KeptEdition } from '../article/readKeptEditions.ts';
import { readEdition } from '../article/readEdition.ts';

/** Reads the kept editions of a corpus's articles. */
export interface Editions {
  /** Reads an edition by its first eight hex digits; undefined if it is not kept. */
  readonly read: (article: Pick<Article, 'id' | 'server'>, hash: string) => Promise<Article | undefined>;
  /** Reads all except the present one, newest first; from disk only the first time. */
  readonly kept: (article: Article) => Promise<readonly KeptEdition[]>;
}

/**
 * Creates the reader of a corpus's kept editions. A reloaded article is a new object, so its editions are read again.
 */
export function createEditions(directory: string): Editions {
  // What a server added stays that server's, even where somebody else's article has taken the id since.
  const readOwn = async (article: Article): Promise<readonly KeptEdition[]> => {
    const kept = await readKeptEditions(join(directory, article.id), article);
    return kept.filter(({ article: { server } }) => server === article.server);
  };
  const known = new WeakMap<Article, Promise<readonly KeptEdition[]>>();
  return {
    async read({ id, server }, hash) {
      const edition = await readEdition(join(directory, id), { id, hash });
      return edition?.server === server ? edition : undefined;
    },
    kept(article) {
      const reading = known.get(article) ?? readOwn(article);
      known.set(article, reading);
      return reading;
    },
  };
}
