import { oneLine } from '../../../segment/oneLine.ts';
import { folded } from './folded.ts';
import type { DomDocument } from '../domNode.ts';

/** A link to the front page of a site. */
const FRONT_PAGE =
  /^(?:\.{0,2}\/|(?:https?:)?\/\/[^/?#]+\/?|(?:\.{0,2}\/)?(?:index|home|homepage|default)\.[a-z]{3,5})$/iu;
const NOTICE_CHARS = 4000;
const NAME_MIN_CHARS = 3;

/**
 * Finds which of the parts of a page's `<title>` is the name of its site, where the page does not state that: what a link to
 * its front page says or shows, what owns its copyright, or what its address is.
 */
export function siteName(document: DomDocument, parts: readonly string[]): string | undefined {
  const named = parts.filter((part) => folded(part).length >= NAME_MIN_CHARS);
  if (parts.length < 2 || named.length === 0) return undefined;
  const shown = new Set<string>();
  for (const link of document.querySelectorAll('a[href]')) {
    if (!FRONT_PAGE.test((link.getAttribute('href') ?? '').trim())) continue;
    shown.add(folded(oneLine(link.textContent ?? '')));
    for (const picture of link.querySelectorAll('img[alt]'))
      shown.add(folded(picture.getAttribute('alt') ?? '').replace(/\s(?:logo|home|homepage)\b.*$/u, ''));
  }
  const notice = /(?:©|copyright).{0,120}/iu.exec((document.body?.textContent ?? '').slice(-NOTICE_CHARS))?.[0] ?? '';
  const address = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? '';
  const host = /^https?:\/\/(?:www\.)?([^/.]+)\./iu.exec(address)?.[1]?.toLowerCase().replaceAll('-', '') ?? '';
  return named.find((part) => {
    const name = folded(part);
    return shown.has(name) || ` ${folded(notice)}`.includes(` ${name}`) || name.replaceAll(' ', '') === host;
  });
}
