import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';

/** The file in which something derived from an edition is kept. */
export function editionFile(folder: string, { edition }: Pick<Article, 'edition'>): string {
  return join(folder, `${edition.slice(0, 32)}.bin`);
}

const EDITION_FILE = /^[0-9a-f]{32}\.bin(?:\.[0-9a-f]+\.tmp)?$/u;
/** A file unused for this long belongs to an article that is gone. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Deletes files of editions that are none of these articles and have not been read for a month; several corpora may share
 * a folder. What cannot be deleted stays.
 */
export async function removeUnused(folder: string, articles: readonly Article[], now: number): Promise<void> {
  const used = new Set(articles.map((article) => editionFile(folder, article)));
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    if (!EDITION_FILE.test(name) || used.has(file)) continue;
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > KEPT_MS) await rm(file, { force: true }).catch(() => {});
  }
}
