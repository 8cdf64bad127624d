import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../answer/library.ts';
import { articlePage } from './articlePage.ts';
import { articleTimeline } from './articleTimeline.ts';
import { listPage } from './listPage.ts';
import { ASSET_NAMES, readAsset } from './readerFile.ts';

/** Writes the reader as files that any server, or a browser alone, can show: `index.html`, `<id>.html`, `assets/`. */
export async function writeReader(folder: string, library: Pick<Library, 'articles' | 'curated'>): Promise<void> {
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(
    join(folder, 'index.html'),
    listPage(library.articles.values(), ({ id }) => `${id}.html`),
  );
  for (const article of library.articles.values())
    await writeFile(
      join(folder, `${article.id}.html`),
      articlePage(article, { home: 'index.html', timeline: articleTimeline(article, library) }),
    );
  for (const name of ASSET_NAMES) await writeFile(join(folder, 'assets', name), await readAsset(name));
}
