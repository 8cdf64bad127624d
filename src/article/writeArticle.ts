import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Article } from './article.ts';
import { shortEdition } from './edition.ts';

/** The file as it was received. */
export interface Original {
  /** Begins with a dot, such as `.md`. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes an article's folder whole or not at all: into a hidden folder first, then by renaming. Keeps a copy of every
 * edition, the present one too, in `editions/<hash8>/`, so that a handle of it can be read back whatever is done to the
 * files by hand; other files of an earlier folder (events.json, editions) stay.
 */
export async function writeArticle(corpus: string, article: Article, original: Original): Promise<void> {
  await mkdir(corpus, { recursive: true });
  const draft = await mkdtemp(join(corpus, '.import-'));
  const folder = join(corpus, article.id);
  try {
    await writeFile(join(draft, `original${original.extension}`), original.bytes);
    await writeEdition(draft, article);
    await writeEdition(join(draft, 'editions', shortEdition(article.edition)), article);
    await copyRest(folder, draft);
    await exchange(draft, folder, join(corpus, `.replaced-${article.id}`));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** Writes `article.json` and `source.txt` into a folder, which is made where it is missing. */
export async function writeEdition(folder: string, article: Article): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'source.txt'), article.source);
  await writeFile(join(folder, 'article.json'), formatArticleFile(article));
}

/** Writes `article.json` as people can read and correct it: metadata a line each, one block a line. */
export function formatArticleFile({ blocks, ...article }: Article): string {
  const { source: _source, ...metadata } = article;
  const lines = Object.entries(metadata).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const rows = blocks.map((block) => `    ${JSON.stringify(block)}`).join(',\n');
  return `{\n${lines.join(',\n')},\n  "blocks": [\n${rows}\n  ]\n}\n`;
}

async function exchange(draft: string, folder: string, aside: string): Promise<void> {
  await rm(aside, { recursive: true, force: true });
  if ((await namesIn(folder)).length > 0) await rename(folder, aside);
  await rename(draft, folder);
  await rm(aside, { recursive: true, force: true });
}

async function copyRest(folder: string, draft: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (name === 'editions') {
      for (const edition of await namesIn(join(folder, name)))
        await copyUnlessThere(join(folder, name, edition), join(draft, name, edition));
    } else if (!name.startsWith('original.')) {
      await copyUnlessThere(join(folder, name), join(draft, name));
    }
  }
}

async function copyUnlessThere(from: string, to: string): Promise<void> {
  const taken = await namesIn(dirname(to));
  if (!taken.includes(basename(to))) await cp(from, to, { recursive: true });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
