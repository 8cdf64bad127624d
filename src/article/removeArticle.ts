import { randomBytes } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { REMOVED_PREFIX, REPLACED_PREFIX } from './listLeftovers.ts';
import { writePathThrough } from './writeThrough.ts';

/**
 * Deletes an article's folder, with its original and all its editions. A process that dies at any moment leaves the whole
 * article, or none that is read: the folder is renamed before it is emptied. Throws what the disk refuses.
 */
export async function removeArticle(corpus: string, id: string): Promise<void> {
  // Set aside by an interrupted replacement: it would be read again once the folder is gone.
  for (const name of [`${REPLACED_PREFIX}${id}`, id]) {
    const away = join(corpus, `${REMOVED_PREFIX}${randomBytes(6).toString('hex')}`);
    const isThere = await rename(join(corpus, name), away).then(() => true, isMissing);
    if (!isThere) continue;
    await writePathThrough(corpus);
    await rm(away, { recursive: true, force: true });
  }
}

/** Deletes what interrupted removals have left in a corpus; what cannot be deleted stays. */
export async function removeRemains(corpus: string): Promise<void> {
  for (const name of await readdir(corpus).catch((): string[] => []))
    if (name.startsWith(REMOVED_PREFIX)) await rm(join(corpus, name), { recursive: true, force: true }).catch(() => {});
}

function isMissing(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT') return false;
  throw error;
}
