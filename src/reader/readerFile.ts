import { readFile } from 'node:fs/promises';
import type { Library } from '../answer/library.ts';
import { prepareEvents } from '../answer/prepare.ts';
import { inSlices } from '../runtime/steps/inSlices.ts';
import type { Article } from '../article/article.ts';
import { shortEdition } from '../article/edition.ts';
import type { KeptEdition } from '../article/readKeptEditions.ts';
import { articlePage } from './articlePage.ts';
import { articleTimeline } from './articleTimeline.ts';
import { changedFragments, comparePage, earlierPage, editionLink, missingEditionNotice } from './editionPage.ts';
import { listPage } from './listPage.ts';

/** A file of the reader, for a server or a folder. */
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

/** The articles that the reader shows, and their kept editions. */
export interface ReaderLibrary extends Pick<Library, 'articles' | 'curated'> {
  /** Default: none are kept. */
  readonly editions?: ((article: Article) => Promise<readonly KeptEdition[]>) | undefined;
  /** Completes the addresses with which a page links to other editions of its article. Default: unchanged. */
  readonly link?: ((address: string) => string) | undefined;
}

/**
 * Returns the file at a path below `/read/`: the list of articles (`''`), an article by its id, or one of the assets.
 * `query` may name an `edition` (8 hex digits or more) of the article, and with `compare` a passage of it. Undefined if
 * there is none.
 */
export async function readReaderFile(
  path: string,
  library: ReaderLibrary,
  query: URLSearchParams = new URLSearchParams(),
): Promise<ReaderFile | undefined> {
  if (path === '') return { type: PAGE_TYPE, content: listPage(library.articles.values(), ({ id }) => id) };
  const article = library.articles.get(path);
  if (article) {
    const content = await articleContent(article, library, query);
    return content === undefined ? undefined : { type: PAGE_TYPE, content };
  }
  const name = path.startsWith('assets/') ? path.slice('assets/'.length) : '';
  const type = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
  return type === undefined ? undefined : { type, content: await readAsset(name) };
}

async function articleContent(
  article: Article,
  library: ReaderLibrary,
  query: URLSearchParams,
): Promise<string | undefined> {
  const kept = (await library.editions?.(article)) ?? [];
  const hash = /^[0-9a-f]{8}/u.exec(query.get('edition') ?? '')?.[0];
  const old = kept.find((edition) => shortEdition(edition.article.edition) === hash);
  const compared = query.get('compare');
  if (old && compared !== null) return comparePage(article, old, compared);
  if (old) return earlierPage(article, old);
  const missing = hash !== undefined && hash !== shortEdition(article.edition);
  await inSlices(prepareEvents([article]));
  return articlePage(article, {
    timeline: articleTimeline(article, library),
    notice: missing ? missingEditionNotice(article, hash) : undefined,
    changed: changedFragments(article, kept),
    earlier: kept.map(editionLink),
  });
}

/** Reads one of the reader's own files. */
export async function readAsset(name: string): Promise<string> {
  return readFile(new URL(`assets/${name}`, import.meta.url), 'utf8');
}
