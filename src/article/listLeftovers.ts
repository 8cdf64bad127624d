import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Begins the name of a folder in which an import is writing. */
export const DRAFT_PREFIX = '.import-';

/** Begins the name of an article's former folder, until the new one is in its place. */
export const REPLACED_PREFIX = '.replaced-';

/** Begins the name of an article's folder while it is being deleted. */
export const REMOVED_PREFIX = '.removed-';

/** A folder that an interrupted import or removal left behind. */
export interface Leftover {
  /** Its path, as the corpus directory was given. */
  readonly folder: string;
  /**
   * `draft`: of an article that was not imported, or is being imported now; `replaced`: the former version of an article
   * that was replaced; `set-aside`: the only version, from which the article is read; `removed`: of an article that was
   * removed.
   */
  readonly kind: 'draft' | 'replaced' | 'set-aside' | 'removed';
}

/** Lists what interrupted imports and removals have left in a corpus, by name; nothing if it cannot be read. */
export async function listLeftovers(corpus: string): Promise<readonly Leftover[]> {
  const names = await readdir(corpus).catch((): string[] => []);
  return names.sort().flatMap((name): readonly Leftover[] => {
    const folder = join(corpus, name);
    if (name.startsWith(DRAFT_PREFIX)) return [{ folder, kind: 'draft' }];
    if (name.startsWith(REMOVED_PREFIX)) return [{ folder, kind: 'removed' }];
    if (!name.startsWith(REPLACED_PREFIX)) return [];
    return [{ folder, kind: names.includes(name.slice(REPLACED_PREFIX.length)) ? 'replaced' : 'set-aside' }];
  });
}
