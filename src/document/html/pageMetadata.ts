import { splitNames } from '../../excerpt/splitNames.ts';
import { dateOf, monthDateOf } from '../../segment/dateOf.ts';
import type { DraftMetadata } from '../../segment/draft.ts';
import { oneLine } from '../../segment/oneLine.ts';
import type { DomDocument } from './domNode.ts';
import { linkedData, type LinkedData } from './jsonLd.ts';
import { pageTitle } from './title/pageTitle.ts';

/** The names under which pages give each field, the surest first. */
const AUTHOR_NAMES = [
  'citation_author',
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'dcterms.creator',
];
const DATE_NAMES = [
  'article:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'pubdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'date',
];
const PUBLISHER_NAMES = ['og:site_name', 'citation_publisher', 'dc.publisher', 'dcterms.publisher', 'application-name'];
const AUTHOR_MAX_CHARS = 200;
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

/**
 * Reads what a page says about itself: schema.org, OpenGraph, Dublin Core and the other names in use, its byline and
 * `<time>`, its address and language. What cannot be read is left out.
 */
export function pageMetadata(document: DomDocument, html: string): Partial<DraftMetadata> {
  const names = metaOf(document);
  const linked = linkedData(document);
  const title = pageTitle(document, {
    stated: linked?.headline ?? first(names, TITLE_NAMES),
    site: first(names, PUBLISHER_NAMES),
  });
  const published = publishedOf(document, names, linked);
  const author = pageAuthors(document, names, linked);
  const publisher = linked?.publisher ?? first(names, PUBLISHER_NAMES);
  const url = pageAddress(document, names, html);
  const language = [document.documentElement.getAttribute('lang'), linked?.language]
    .map((tag) => tag?.replaceAll('_', '-').trim())
    .find((tag) => tag !== undefined && LANGUAGE.test(tag));
  return {
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(author.length === 0 ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  };
}

const TITLE_NAMES = ['citation_title', 'og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title'];

/** What a page's `<meta>` elements say, by name or property in small letters. */
function metaOf(document: DomDocument): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const content = oneLine(meta.getAttribute('content') ?? '');
    if (!name || content === '') continue;
    const key = name.trim().toLowerCase();
    names.set(key, [...(names.get(key) ?? []), content]);
  }
  return names;
}

function first(names: ReadonlyMap<string, readonly string[]>, wanted: readonly string[]): string | undefined {
  return wanted.map((name) => names.get(name)?.[0]).find((value) => value !== undefined);
}

function publishedOf(
  document: DomDocument,
  names: ReadonlyMap<string, readonly string[]>,
  linked: LinkedData | undefined,
): string | undefined {
  const times = [
    '[itemprop="datePublished"]',
    'time[pubdate]',
    'article header time',
    'article time',
    'header time',
    '.dateline time',
  ]
    .flatMap((selector) => [...document.querySelectorAll(selector)].slice(0, 1))
    .map((time) => time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent ?? '');
  return [linked?.datePublished, ...DATE_NAMES.map((name) => names.get(name)?.[0]), ...times]
    .map((value) => (value === undefined ? undefined : publicationDate(value)))
    .find((date) => date !== undefined);
}

/** Reads a date as pages write it: ISO 8601 in full or in part, "2025/10/07", "20251007", "May 3, 2025". */
export function publicationDate(value: string): string | undefined {
  const text = oneLine(value);
  const [, year = '', month, day] = /^(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2})(?!\d))?)?(?:$|[T\s])/u.exec(text) ?? [];
  if (year !== '' && Number(year) > 1000) {
    if (month === undefined) return text.length === 4 ? year : undefined;
    if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : undefined;
    return dateOf(`${year}-${month}-${day}`);
  }
  return text.length > 100 ? undefined : (dateOf(text) ?? monthDateOf(text));
}

function pageAuthors(
  document: DomDocument,
  names: ReadonlyMap<string, readonly string[]>,
  linked: LinkedData | undefined,
): readonly string[] {
  const marked = [
    ...document.querySelectorAll('[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"]'),
  ]
    .slice(0, 4)
    .map(({ textContent }) => oneLine(textContent ?? ''));
  const groups = [linked?.authors ?? [], ...AUTHOR_NAMES.map((name) => names.get(name) ?? []), marked.slice(0, 1)];
  for (const group of groups) {
    const found = group.flatMap((name) => personNames(name));
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

/** Reads names as bylines write them; an address or a whole sentence is none. */
function personNames(text: string): readonly string[] {
  const bare = text
    .replace(/^(?:by|von|par|por|di)\s+/iu, '')
    // An account, the day, or how long it takes to read.
    .replace(/\s(?:@\S|[•·|]|\d).*$/u, '')
    .trim();
  if (bare === '' || bare.length > AUTHOR_MAX_CHARS || /^(?:https?:|www\.|@)|\/\/|^\d+$/u.test(bare)) return [];
  // "Roe, Jane" is one person, as libraries write names.
  const [, last = '', given = ''] = /^(\p{Lu}[\p{L}\p{M}'’-]+), (\p{Lu}[\p{L}\p{M}.'’ -]*)$/u.exec(bare) ?? [];
  if (last !== '') return [`${given.trim()} ${last}`];
  return splitNames(bare).filter((name) => name.length > 1 && !/\S@\S/u.test(name));
}

function pageAddress(
  document: DomDocument,
  names: ReadonlyMap<string, readonly string[]>,
  html: string,
): string | undefined {
  const saved = /<!-- saved from url=\(\d{4}\)(\S{1,2000}?) -->/u.exec(html.slice(0, 4000))?.[1];
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  return (
    [canonical, names.get('og:url')?.[0], names.get('citation_fulltext_html_url')?.[0], saved].find(
      (address) =>
        address !== undefined &&
        address !== null &&
        /^https?:\/\/[^\s/]+\.[^\s]+$/u.test(address) &&
        URL.canParse(address),
    ) ?? undefined
  );
}
