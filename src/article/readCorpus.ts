import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from './article.ts';
import { readArticle, type ArticleReading } from './readArticle.ts';
import type { Problem } from './problem.ts';

/** Folders read at the same time. More would be no faster, and what was read together is checked in one turn of the event loop. */
const READ_AT_ONCE = 4;

/** Every article of a corpus, ordered by id, or everything found wrong with its files. */
export type CorpusReading =
  | { readonly kind: 'corpus'; readonly articles: readonly Article[] }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

/**
 * Reads and checks every article of a corpus: each folder of `directory` whose name does not begin with a dot. Files
 * beside the folders are left alone. Never throws for what it finds there.
 */
export async function readCorpus(directory: string): Promise<CorpusReading> {
  const folders = await listFolders(directory);
  if (folders === undefined)
    return { kind: 'broken', problems: [{ file: directory, message: 'the corpus directory cannot be read' }] };
  const readings: ArticleReading[] = [];
  for (let start = 0; start < folders.length; start += READ_AT_ONCE) {
    readings.push(
      ...(await Promise.all(folders.slice(start, start + READ_AT_ONCE).map((name) => readNamed(directory, name)))),
    );
  }
  const problems = readings.flatMap((reading) => (reading.kind === 'broken' ? reading.problems : []));
  if (problems.length > 0) return { kind: 'broken', problems };
  return {
    kind: 'corpus',
    articles: readings.flatMap((reading) => (reading.kind === 'article' ? [reading.article] : [])),
  };
}

/** Lists the article folders of a corpus by name, or undefined where the directory cannot be read. */
export async function listFolders(directory: string): Promise<readonly string[] | undefined> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith('.') ? [entry.name] : [])).sort();
  } catch {
    return undefined;
  }
}

async function readNamed(directory: string, name: string): Promise<ArticleReading> {
  const reading = await readArticle(join(directory, name));
  if (reading.kind === 'broken' || reading.article.id === name) return reading;
  const file = join(directory, name, 'article.json');
  return {
    kind: 'broken',
    problems: [{ file, message: `the id "${reading.article.id}" differs from the folder's name, "${name}"` }],
  };
}
