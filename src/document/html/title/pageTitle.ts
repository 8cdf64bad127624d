import { oneLine } from '../../../segment/oneLine.ts';
import { isMeaninglessTitle } from '../../isMeaninglessTitle.ts';
import type { DomDocument } from '../domNode.ts';
import { folded } from './folded.ts';
import { siteName } from './siteName.ts';

const SEPARATOR = /\s+[|–—·»:-]+\s+/u;

/**
 * Finds the title of a page: the heading of its text if `<title>` or what it states has that in it, else what it states, else
 * `<title>`; without the name of the site that many pages append.
 */
export function pageTitle(
  document: DomDocument,
  { stated, site }: { readonly stated: string | undefined; readonly site: string | undefined },
): string | undefined {
  const named = oneLine(withoutSoftHyphens(document.querySelector('title')?.textContent ?? ''));
  const headings = [...document.querySelectorAll('h1')].map(({ textContent }) => headingText(textContent ?? ''));
  const written = headings.filter((text) => text !== '');
  const behindSite = titleBehindSite(document, named, written) ?? titleBelowSite(document, named, written);
  if (stated === undefined && behindSite !== undefined) return behindSite;
  const isBlog = (text: string): boolean =>
    stated !== undefined && folded(text) !== folded(stated) && folded(named) === `${folded(text)} ${folded(stated)}`;
  const shown = written.find(
    (text) =>
      !isBlog(text) &&
      [stated ?? '', named].some((title) => folded(title).includes(folded(text)) && isLarge(text, title)),
  );
  if (shown !== undefined) return shown;
  const [only] = written;
  if (
    only !== undefined &&
    written.length === 1 &&
    stated === undefined &&
    !isSiteOf(only, named, site) &&
    (sharesWord(only, named) || isMeaninglessTitle(named) || !/\s\S+\s/u.test(named))
  )
    return only;
  const whole = stated === undefined ? named : oneLine(withoutSoftHyphens(stated));
  if (whole === '') return written[0];
  const stripped = withoutSite(whole, site);
  const bare =
    stripped === whole ? withoutSite(whole, siteName(document, whole.split(SEPARATOR).toReversed())) : stripped;
  // "Blog" names a part of the site.
  const isPart = bare !== whole && !/\s/u.test(bare) && written.length === 1 && only !== undefined && /\s/u.test(only);
  if (isPart && !isSiteOf(only, named, site)) return only;
  return titleOfSite(document, bare) ?? bare;
}

/** Finds the heading of a text whose page is called "Site: Heading", and has the site's name as its largest heading. */
function titleBehindSite(document: DomDocument, named: string, written: readonly string[]): string | undefined {
  const site = written.find((text) => named.startsWith(text) && /^\s*[:|–—»·-]\s/u.test(named.slice(text.length)));
  if (site === undefined) return undefined;
  const rest = folded(named.slice(site.length));
  return [...document.querySelectorAll('h2, h3')]
    .map(({ textContent }) => headingText(textContent ?? ''))
    .find((text) => folded(text).length > 3 && rest.startsWith(folded(text)));
}

/** Finds the heading of a text whose page is called "Heading | Site", and has the site's name as its largest heading above it. */
function titleBelowSite(document: DomDocument, named: string, written: readonly string[]): string | undefined {
  const [first = '', ...others] = named.split(SEPARATOR);
  const site = written.find((text) => folded(text) === folded(others.at(-1) ?? ''));
  if (site === undefined || folded(first) === '') return undefined;
  const headings = [...document.querySelectorAll('h1, h2, h3')].map(({ textContent }) =>
    headingText(textContent ?? ''),
  );
  const below = headings.slice(headings.indexOf(site) + 1);
  return below.find((text) => folded(text) === folded(first));
}

/** The name of a site has few words. */
const SITE_MAX_WORDS = 3;

/** Finds the largest heading that has the name of a site and more, on a page that is called as its site is: "Acme" with "Acme terms of use". */
function titleOfSite(document: DomDocument, title: string): string | undefined {
  if (title.split(/\s+/u).length > SITE_MAX_WORDS && siteName(document, [title, title]) === undefined) return undefined;
  return [...document.querySelectorAll('h1, h2, h3')]
    .map(({ textContent }) => headingText(textContent ?? ''))
    .find((text) => folded(text).startsWith(`${folded(title)} `) && text.length <= title.length * 4);
}

/** Whether two titles have a longer word in common; the heading of a section of the site has none with the page's title. */
function sharesWord(heading: string, title: string): boolean {
  const words = new Set(folded(title).split(' '));
  return folded(heading)
    .split(' ')
    .some((word) => (word.length > 3 || /\P{ASCII}/u.test(word)) && words.has(word));
}

function withoutSoftHyphens(text: string): string {
  return text.replaceAll('\u00AD', '');
}

/** A heading less the signs that link to it. */
function headingText(text: string): string {
  return oneLine(withoutSoftHyphens(text)).replace(/\s?[¶#§]$/u, '');
}

/** Whether a heading is the title and not only the name of the site in it. */
function isLarge(text: string, title: string): boolean {
  const parts = title.split(SEPARATOR);
  return (
    parts.length === 1 || folded(text) === folded(parts[0] ?? '') || folded(text).length * 2 > folded(title).length
  );
}

/** Whether a heading is the name of the site, which is behind the title in `<title>`. */
function isSiteOf(text: string, named: string, site: string | undefined): boolean {
  const parts = named.split(SEPARATOR);
  return [...parts.slice(1), site ?? ''].some((part) => folded(part) === folded(text));
}

/** A title less the name of the site behind it, which may be its address, or stand behind "@". */
function withoutSite(title: string, site: string | undefined): string {
  const behind = site === undefined ? -1 : title.indexOf(` @ ${site}`);
  if (behind > 0) return title.slice(0, behind).trim();
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || site === undefined) return title;
  // "BMAS - New rules" on www.bmas.de
  const host = /^(?:www\.)?([\p{L}\d-]{2,40})\.\p{L}{2,6}$/u.exec(site)?.[1];
  const [first = ''] = parts;
  if (folded(first) === folded(host ?? site)) return title.slice(first.length).replace(SEPARATOR, '');
  if (folded(last) === folded(site) || folded(last) === folded(site.replace(/\.\p{L}{2,6}$/u, '')))
    return title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·»:-]+\s+$/u, '');
  return title;
}
