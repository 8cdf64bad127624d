import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from './article.ts';
import { REPLACED_PREFIX } from './listLeftovers.ts';
import { readArticle, type ArticleReading } from './readArticle.ts';
import type { Problem } from './problem.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** Folders read at the same time. More would be no faster, and what was read together is checked in one turn of the event loop. */
const READ_AT_ONCE = 4;

/** The place of an article on the disk. */
export interface ArticleFolder {
  /** The folder's name, which is the article's id unless something is wrong. */
  readonly name: string;
  readonly path: string;
}

/** An article that cannot be read, with everything found wrong with its files; `name` is its folder's. */
export interface BrokenArticle {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** An article that was read, and from where. */
interface ReadArticle {
  readonly article: Article;
  readonly path: string;
}

/** The articles of a corpus, those that are sound and those that are not, each ordered by id; or why it cannot be read at all. */
export type CorpusReading =
  | { readonly kind: 'corpus'; readonly read: readonly ReadArticle[]; readonly broken: readonly BrokenArticle[] }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

/**
 * Reads and checks every article of a corpus: each folder of `directory` whose name does not begin with a dot. Files
 * next to the folders are left alone. One broken article does not stop the others. Never throws for invalid content.
 */
export async function readCorpus(directory: string): Promise<CorpusReading> {
  const folders = await listFolders(directory);
  if (folders === undefined)
    return { kind: 'unreadable', problem: { file: directory, message: 'the corpus directory cannot be read' } };
  const read: ReadArticle[] = [];
  const broken: BrokenArticle[] = [];
  for (let start = 0; start < folders.length; start += READ_AT_ONCE) {
    const some = folders.slice(start, start + READ_AT_ONCE);
    const readings = await Promise.all(some.map(readNamed));
    for (const [index, reading] of readings.entries()) {
      const { name, path } = entryAt(some, index);
      if (reading.kind === 'broken') broken.push({ name, problems: reading.problems });
      else read.push({ article: reading.article, path });
    }
  }
  return { kind: 'corpus', read, broken };
}

/**
 * Lists the article folders of a corpus by name, or undefined if the directory cannot be read. An article that a
 * replacement had set aside when its process died is listed where it lies, under the name it had.
 */
export async function listFolders(directory: string): Promise<readonly ArticleFolder[] | undefined> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    const folders = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    const names = folders.filter((name) => !name.startsWith('.'));
    const setAside = folders.flatMap((name) => {
      const former = name.startsWith(REPLACED_PREFIX) ? name.slice(REPLACED_PREFIX.length) : '';
      return former === '' || names.includes(former) ? [] : [{ name: former, path: join(directory, name) }];
    });
    return [...names.map((name) => ({ name, path: join(directory, name) })), ...setAside].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    return undefined;
  }
}

async function readNamed({ name, path }: ArticleFolder): Promise<ArticleReading> {
  const reading = await readArticle(path);
  if (reading.kind === 'broken' || reading.article.id === name) return reading;
  const file = join(path, 'article.json');
  return {
    kind: 'broken',
    problems: [{ file, message: `the id "${reading.article.id}" differs from the folder's name, "${name}"` }],
  };
}
