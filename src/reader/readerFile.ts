import { readFile } from 'node:fs/promises';
import type { Library } from '../answer/library.ts';
import { articlePage } from './articlePage.ts';
import { articleTimeline } from './articleTimeline.ts';
import { listPage } from './listPage.ts';

/** A file of the reader, as a server or a folder takes it. */
export interface ReaderFile {
  readonly type: string;
  readonly content: string;
}

const ASSETS: Readonly<Record<string, string>> = {
  'palette.css': 'text/css; charset=utf-8',
  'reader.css': 'text/css; charset=utf-8',
  'timeline.css': 'text/css; charset=utf-8',
  'reader.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};
const PAGE_TYPE = 'text/html; charset=utf-8';

/** The names of the reader's own files, below `assets/`. */
export const ASSET_NAMES = Object.keys(ASSETS);

/**
 * Gives the file at a path below `/read/`: the list of articles (`''`), an article by its id, or one of the assets.
 * Undefined where there is none.
 */
export async function readReaderFile(
  path: string,
  library: Pick<Library, 'articles' | 'curated'>,
): Promise<ReaderFile | undefined> {
  if (path === '') return { type: PAGE_TYPE, content: listPage(library.articles.values(), ({ id }) => id) };
  const article = library.articles.get(path);
  if (article)
    return { type: PAGE_TYPE, content: articlePage(article, { timeline: articleTimeline(article, library) }) };
  const name = path.startsWith('assets/') ? path.slice('assets/'.length) : '';
  const type = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
  return type === undefined ? undefined : { type, content: await readAsset(name) };
}

/** Reads one of the reader's own files. */
export async function readAsset(name: string): Promise<string> {
  return readFile(new URL(`assets/${name}`, import.meta.url), 'utf8');
}
