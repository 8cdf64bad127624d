import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { writeEdition } from '../../src/article/writeArticle.ts';

/** Writes articles as a corpus, as `import` does. */
export async function writeCorpus(folder: string, articles: readonly Article[]): Promise<void> {
  for (const article of articles) {
    await writeEdition(join(folder, article.id), article);
    await writeFile(join(folder, article.id, article.original), article.source);
  }
}
