import { posix } from 'node:path';
import type { Draft } from '../../segment/draft.ts';
import { draftFromFragments } from '../../segment/draftFromFragments.ts';
import type { Fragment } from '../../segment/fragment.ts';
import { invalidDocument, type ParseRequest } from '../document.ts';
import { decodeHtml } from '../html/decodeHtml.ts';
import { domFragments } from '../html/domFragments.ts';
import { declaresEntities, ENTITIES, parseHtml } from '../html/parseHtml.ts';
import type { ZipEntry } from '../zip/unzip.ts';
import { isMeaninglessTitle } from '../isMeaninglessTitle.ts';
import { readPackage } from './readPackage.ts';
import { withoutNotices } from './withoutNotices.ts';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
/** Fonts are often made unusable outside their book, which hides no text. */
const FONT_METHODS = /Algorithm="(?:http:\/\/www\.idpf\.org\/2008\/embedding|http:\/\/ns\.adobe\.com\/pdf\/enc#RC)"/gu;

/** Reads a book: its files in reading order as one article, and what it says about itself. */
export async function readEpub(entries: readonly ZipEntry[], { language }: ParseRequest): Promise<Draft> {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const textAt = async (path: string): Promise<string> => {
    const entry = byPath.get(path);
    const decoded = entry && decodeHtml(await entry.read());
    return decoded?.kind === 'text' ? decoded.text : '';
  };
  const encryption = await textAt(ENCRYPTION);
  if ((encryption.match(/<(?:\w+:)?EncryptionMethod\b/gu)?.length ?? 0) > (encryption.match(FONT_METHODS)?.length ?? 0))
    return invalidDocument('the book is protected against copying (DRM)');
  const container = await textAt(CONTAINER);
  const rootfile = /\bfull-path="([^"]{1,500})"/u.exec(container)?.[1];
  const opf = rootfile === undefined ? '' : await textAt(rootfile);
  if (declaresEntities(container) || declaresEntities(opf)) return invalidDocument(ENTITIES);
  const { metadata, spine } = readPackage(opf);
  const fragments: Fragment[] = [];
  for (const href of spine) {
    const parsed = parseHtml(await textAt(posix.join(posix.dirname(rootfile ?? ''), decodedPath(href))));
    if (parsed.kind === 'invalid') return parsed;
    fragments.push(...withoutNotices(domFragments(parsed.document.body ?? parsed.document, { isBook: true })));
  }
  const isNamed = fragments.some(({ kind, level }) => kind === 'heading' && level === 1);
  const { title, ...others } = metadata;
  const isTemplate = title !== undefined && /^untitled(?: document)?$/iu.test(title.trim());
  const stated = title === undefined || isTemplate || (isNamed && isMeaninglessTitle(title)) ? others : metadata;
  return draftFromFragments(fragments, { metadata: stated, options: language === undefined ? {} : { language } });
}

function decodedPath(href: string): string {
  const path = href.replace(/[#?].*$/u, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
