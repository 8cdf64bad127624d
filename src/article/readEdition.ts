import { join } from 'node:path';
import type { Article } from './article.ts';
import { shortEdition } from './edition.ts';
import { readArticle } from './readArticle.ts';

/**
 * Reads an edition that was kept of an article, by the eight hex digits that handles carry. `folder` is the article's
 * own, such as `corpus/<id>`. Undefined if it is not kept, or where what is kept there is not that edition of that
 * article.
 */
export async function readEdition(
  folder: string,
  { id, hash }: { readonly id: string; readonly hash: string },
): Promise<Article | undefined> {
  if (!/^[0-9a-f]{8}$/u.test(hash)) return undefined;
  const reading = await readArticle(join(folder, 'editions', hash));
  if (reading.kind === 'broken') return undefined;
  const { article } = reading;
  return article.id === id && shortEdition(article.edition) === hash ? article : undefined;
}
