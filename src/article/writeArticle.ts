import { renameSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Article } from './article.ts';
import { shortEdition } from './edition.ts';
import { DRAFT_PREFIX, REPLACED_PREFIX } from './listLeftovers.ts';
import { EDITION_NOTE } from './readKeptEditions.ts';
import { writePathThrough, writeThrough } from './writeThrough.ts';

/** The file as it was received. */
export interface Original {
  /** Begins with a dot, such as `.md`. */
  readonly extension: string;
  readonly bytes: Uint8Array;
  /** The day on which it came, in UTC (ISO 8601); recorded with an edition that is new. */
  readonly received?: string;
}

/**
 * Writes an article's folder whole or not at all: into a hidden folder first, then by renaming. Keeps a copy of every
 * edition, the present one too, in `editions/<hash8>/`, so that a handle of it can be read back whatever is done to the
 * files by hand; other files of an earlier folder (events.json, editions) stay.
 *
 * A process that dies at any moment leaves the old article or the new one: in its folder, or for the instant between
 * two renames in `.replaced-<id>`, from which `readCorpus` takes it. Everything is on the disk before it gets its name.
 */
export async function writeArticle(corpus: string, article: Article, original: Original): Promise<void> {
  await mkdir(corpus, { recursive: true });
  const folder = join(corpus, article.id);
  const aside = join(corpus, `${REPLACED_PREFIX}${article.id}`);
  await restore(aside, folder);
  const draft = await mkdtemp(join(corpus, DRAFT_PREFIX));
  try {
    await writeFile(join(draft, `original${original.extension}`), original.bytes);
    await writeEdition(draft, article);
    await copyRest(folder, draft);
    // What an interrupted replacement set aside and the folder has lost since.
    await copyRest(aside, draft);
    await keepEdition(draft, article, original.received);
    await writeThrough(draft);
    await exchange(draft, { folder, aside });
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Keeps a copy of an article's edition in its folder, and the day on which the edition first came. What is recorded of an
 * edition that is kept already stays.
 */
export async function keepEdition(folder: string, article: Article, received?: string): Promise<void> {
  const kept = join(folder, 'editions', shortEdition(article.edition));
  const isNew = (await namesIn(kept)).length === 0;
  await writeEdition(kept, article);
  if (isNew && received !== undefined) await writeFile(join(kept, EDITION_NOTE), `${JSON.stringify({ received })}\n`);
}

/** Writes `article.json` and `source.txt` into a folder, which is created if it is missing; each is replaced whole. */
export async function writeEdition(folder: string, article: Article): Promise<void> {
  await mkdir(folder, { recursive: true });
  await replaceFile(join(folder, 'source.txt'), article.source);
  await replaceFile(join(folder, 'article.json'), formatArticleFile(article));
}

/** Writes `article.json` as people can read and correct it: metadata a line each, one block a line. */
function formatArticleFile({ blocks, ...article }: Article): string {
  const { source: _source, ...metadata } = article;
  const lines = Object.entries(metadata).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const rows = blocks.map((block) => `    ${JSON.stringify(block)}`).join(',\n');
  return `{\n${lines.join(',\n')},\n  "blocks": [\n${rows}\n  ]\n}\n`;
}

async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp`;
  await writeFile(temporary, text, { flush: true });
  await rename(temporary, file);
}

/** Puts back what a replacement set aside if it was interrupted before the new folder got its name. */
async function restore(aside: string, folder: string): Promise<void> {
  if ((await namesIn(folder)).length === 0 && (await namesIn(aside)).length > 0) await rename(aside, folder);
}

async function exchange(
  draft: string,
  { folder, aside }: { readonly folder: string; readonly aside: string },
): Promise<void> {
  await rm(aside, { recursive: true, force: true });
  const replaces = (await namesIn(folder)).length > 0;
  try {
    // At once, so that there is hardly a moment in which a process can die between the two.
    if (replaces) renameSync(folder, aside);
    renameSync(draft, folder);
  } catch (error) {
    await restore(aside, folder);
    throw error;
  }
  await writePathThrough(dirname(folder));
  await rm(aside, { recursive: true, force: true });
}

async function copyRest(folder: string, draft: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (name === 'editions') {
      for (const edition of await namesIn(join(folder, name)))
        await copyUnlessThere(join(folder, name, edition), join(draft, name, edition));
    } else if (!name.startsWith('original.') && !name.endsWith('.tmp')) {
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
