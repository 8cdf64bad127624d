import { oneLine } from '../../segment/oneLine.ts';
import type { DomDocument, DomElement } from './domNode.ts';

/** The parts of class names and ids by which pages call boxes that are no part of a text. */
const BOX =
  /(?:^|-)(?:newsletters?|sign-?up|breadcrumbs?|share|sharing|social|sharedaddy|addtoany|related-(?:posts?|articles?|content|stories|links?|news|items?|coverage)|relatedposts|recommended|recommendations|trending|most-(?:read|popular|viewed)|(?:recent|popular|latest)-(?:posts|entries|comments|articles|news)|promos?|cookies?|paywall|subscribe|subscription|taboola|outbrain|author-(?:bio|box|info|card)|about-(?:the-)?author|tweets|skip-link)(?:-|\d|$)/u;
/** A longer text in such a box is the text itself, called so by mistake. */
const BOX_MAX_CHARS = 800;
/** What boxes around a text do not have: its title, its pictures' texts, what it quotes. */
const TEXT_PARTS = 'h1, figcaption, blockquote, pre, table, [itemprop="articleBody"]';

/** Takes boxes out of a page that are no part of its text, as their class or id says: newsletters, shares, pointers to other pages. */
export function withoutBoxes(document: DomDocument): void {
  const body = document.body ?? document.documentElement;
  for (const element of body.querySelectorAll('[class], [id], nav, [role="navigation"]')) {
    if (/^h\d$/iu.test(element.nodeName) || !isBox(element) || element.querySelector(TEXT_PARTS) !== null) continue;
    if (oneLine(element.textContent ?? '').length <= BOX_MAX_CHARS || isMostlyLinks(element)) element.remove();
  }
}

function isBox(element: DomElement): boolean {
  const isMenu = element.nodeName.toLowerCase() === 'nav' || element.getAttribute('role') === 'navigation';
  if (isMenu && isMostlyLinks(element)) return true;
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .slice(0, NAMES_MAX_CHARS)
    .split(/\s+/u)
    .some((name) => BOX.test(dashed(name)));
}

const NAMES_MAX_CHARS = 500;
/** Share of a box's text in links that lead away from the page. */
const LINK_SHARE = 0.7;

/** Whether a part of a page leads elsewhere; a list of the page's own contents does not. */
function isMostlyLinks(element: DomElement): boolean {
  const all = oneLine(element.textContent ?? '').length;
  const away = [...element.querySelectorAll('a[href]')].filter((link) => !link.getAttribute('href')?.startsWith('#'));
  return away.reduce((sum, link) => sum + oneLine(link.textContent ?? '').length, 0) > all * LINK_SHARE;
}

/** "emailSignup" and "email__signup" are "email-signup". */
function dashed(name: string): string {
  return name
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
    .replaceAll(/[_-]+/gu, '-')
    .toLowerCase();
}
