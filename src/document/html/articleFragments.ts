import { Readability } from '@mozilla/readability';
import type { Fragment } from '../../segment/fragment.ts';
import { weight } from '../../segment/shape.ts';
import { withoutBoxes } from './boxes.ts';
import { withoutCodeClasses } from './codeClasses.ts';
import { deckOf } from './deck.ts';
import { domFragments } from './domFragments.ts';
import type { DomDocument, DomElement } from './domNode.ts';
import { holdLevels } from './headings/headingLevels.ts';
import { withoutSurroundings } from './surroundings.ts';

/** What is around the text of a page. */
const AROUND =
  'nav, aside, footer, form, dialog, menu, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [role="search"], [role="dialog"], [id*="comment"], [class*="comment"], [id*="disqus"], [id*="cookie"], [class*="cookie"], [class*="sidebar"], [id*="sidebar"], [class*="breadcrumb"], [id*="footer"], [class*="footer"]';
/** What readers wrote, as the programs of blogs name it. */
const COMMENTS =
  '#comments, #respond, #disqus_thread, #comment-form, .comments, .comments-area, .comment-list, .commentlist, .comment-respond, ol[class*="comment"], ul[class*="comment"], [itemtype$="/Comment"]';
/** The shortest text that is one without its lists. */
const TEXT_MIN_WEIGHT = 1000;
/** A text of a page is at least this share of what could be text; where Readability finds less, it found a part. */
const WHOLE_SHARE = 0.7;
/** The shortest paragraph that is surely text and no label, in widths of a Latin letter. */
const PROSE_CHARS = 60;
/** The shortest link that is a teaser and no word of a sentence. */
const LINK_CHARS = 25;

/** Lists the blocks of the article in a page, below its deck; what else is on the page is left out, or furniture. */
export function articleFragments(
  parse: () => DomDocument,
  { title, author = [] }: { readonly title?: string | undefined; readonly author?: readonly string[] | undefined },
): readonly Fragment[] {
  const fragments = withoutSurroundings(chosenFragments(parse), { title, authors: author });
  const deck = deckOf(parse());
  if (deck === undefined || fragments.some(({ text }) => text.includes(deck))) return fragments;
  return [{ kind: 'paragraph', emphasised: 'emphasis', text: deck }, ...fragments];
}

/**
 * Chooses the article as Readability finds it. Where that leaves out much that reads like text, as on reference pages, all
 * of the page but what is around its text is taken.
 */
function chosenFragments(parse: () => DomDocument): readonly Fragment[] {
  const found = readable(parse());
  const article = found ? domFragments(found) : [];
  const whole = wholeFragments(parse());
  if (!found || article.length === 0) return whole;
  if (proseOf(article) >= proseOf(whole) * WHOLE_SHARE) return article;
  // Lists beside a text, such as a ticker of the news, are no part of it.
  const running = proseOf(article.filter(isRunning));
  if (running >= TEXT_MIN_WEIGHT && running >= proseOf(whole.filter(isRunning)) * WHOLE_SHARE) return article;
  // Teasers of other pages read like text, but are links.
  const rest = parse();
  withoutLinks(rest);
  withoutLinks(found);
  return proseOf(domFragments(found)) >= proseOf(wholeFragments(rest)) * WHOLE_SHARE ? article : whole;
}

/** Takes links out that are more than a word or two, with the blocks that consist of them. */
function withoutLinks(root: DomDocument | DomElement): void {
  for (const link of root.querySelectorAll('a[href]')) {
    const { textContent } = link;
    if ((textContent ?? '').trim().length >= LINK_CHARS) link.remove();
  }
}

function isRunning({ role }: Fragment): boolean {
  return role !== 'item';
}

/** Takes out what readers wrote below a text, unless that is the text. */
function withoutComments(document: DomDocument): void {
  const body = document.body ?? document.documentElement;
  const all = proseOf(domFragments(body));
  for (const element of body.querySelectorAll(COMMENTS)) if (proseOf(domFragments(element)) * 2 < all) element.remove();
}

function readable(document: DomDocument): DomElement | undefined {
  try {
    withoutCodeClasses(document);
    withoutComments(document);
    withoutBoxes(document);
    holdLevels(document);
    const reader = new Readability<DomElement>(document, {
      keepClasses: true,
      serializer: (node) => node,
    });
    return reader.parse()?.content ?? undefined;
  } catch {
    // It gives up on pages whose parts are not where it takes them to be.
    return undefined;
  }
}

function wholeFragments(document: DomDocument): readonly Fragment[] {
  const body = document.body ?? document.documentElement;
  withoutCodeClasses(document);
  withoutBoxes(document);
  const all = proseOf(domFragments(body));
  for (const element of body.querySelectorAll(AROUND)) {
    // Some pages are in a form as a whole, or call their text a comment.
    if (proseOf(domFragments(element)) * 2 < all) element.remove();
  }
  const main = [...body.querySelectorAll('main, [role="main"], article')].map((element) => domFragments(element));
  const rest = domFragments(body);
  return main.find((fragments) => proseOf(fragments) >= proseOf(rest) * WHOLE_SHARE) ?? rest;
}

function proseOf(fragments: readonly Fragment[]): number {
  return fragments.reduce(
    (sum, { kind, role, text }) =>
      kind === 'paragraph' && (weight(text) >= PROSE_CHARS || role === 'code') ? sum + weight(text) : sum,
    0,
  );
}
