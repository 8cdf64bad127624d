import { DOMParser, parseHTML } from 'linkedom';
import type { DomDocument, DomElement } from './domNode.ts';
import { placeHeadAndBody } from './headAndBody.ts';

/** A parsed page, or why it is not parsed, as the end of a sentence. */
export type ParsedHtml =
  | { readonly kind: 'page'; readonly document: DomDocument }
  | { readonly kind: 'invalid'; readonly message: string };

/** Pages of people have about 30 levels; what is built by programs up to a few hundred. */
const MAX_DEPTH = 1000;
const TAG = /<(\/?)([a-z][a-z0-9:-]{0,30})(?=[\s/>])/giu;
/** Elements that end by themselves, where the next begins or at once. */
const ENDLESS = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rt rp html head body font center mspace mprescripts none'.split(
    ' ',
  ),
);
const EMPTY =
  /<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([a-z][a-z0-9:-]{0,30})((?:\s[^<>]{0,2000})?)\/>/giu;

/**
 * Parses a page. Nothing that it names is ever fetched, and no script in it runs. XHTML's empty elements are written out,
 * since HTML would leave them open.
 */
export function parseHtml(html: string): ParsedHtml {
  if (declaresEntities(html)) return { kind: 'invalid', message: ENTITIES };
  const whole = /<html[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
  const written = isXml(html) ? whole.replace(EMPTY, '<$1$2></$1>') : whole;
  if (depthOf(written) > MAX_DEPTH) return { kind: 'invalid', message: 'it nests its elements too deeply' };
  const document = parseHTML(written).document as unknown as DomDocument;
  placeHeadAndBody(document);
  return { kind: 'page', document };
}

/** Parses a piece of XML, and returns its outermost element. */
export function parseXml(xml: string): DomElement {
  return (new DOMParser().parseFromString(xml, 'text/xml') as unknown as DomDocument).documentElement;
}

/** Said of XML that declares entities, with which other files can be drawn in, or memory filled. */
export const ENTITIES = 'it declares XML entities, which no document needs and which can do harm';

/** Returns true if XML declares entities in its document type. */
export function declaresEntities(xml: string): boolean {
  return /<!ENTITY\s/iu.test(xml.slice(0, 100_000));
}

function isXml(html: string): boolean {
  return /^\uFEFF?\s*<\?xml\b|xmlns=/iu.test(html.slice(0, 2000));
}

function depthOf(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (ENDLESS.has(name.toLowerCase())) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
