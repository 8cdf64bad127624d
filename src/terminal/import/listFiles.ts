import { lstat, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { hasKnownEnding } from '../../document/documentKind.ts';
import { isForReaders } from '../../document/isForReaders.ts';

/** The files in a folder that can be read, in the order of their paths, and how many others there are. */
export interface FolderListing {
  readonly files: readonly string[];
  readonly passedOver: number;
}

/** Returns true if a path is a folder itself, not a link to one. */
export async function isFolder(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/**
 * Lists the documents in a folder and the folders in it. Hidden files, the files of saved pages and the corpus itself
 * are left out; links are not followed.
 */
export async function listFiles(folder: string, corpus: string): Promise<FolderListing> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
  const own = `${resolve(corpus)}${sep}`;
  const known = new Set(paths);
  const shown = paths.filter((path) => isForReaders(path, known) && !resolve(folder, path).startsWith(own));
  const files = shown.filter(hasKnownEnding);
  return { files: files.map((path) => join(folder, path)), passedOver: shown.length - files.length };
}
