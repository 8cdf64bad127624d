import type { Draft } from '../../segment/draft.ts';
import { draftFromFragments } from '../../segment/draftFromFragments.ts';
import type { Fragment } from '../../segment/fragment.ts';
import { headingDepth } from '../../segment/shape.ts';
import { segmentText } from '../../segment/segmentText.ts';
import { invalidDocument, type ParseRequest } from '../document.ts';
import { articleFragments } from './articleFragments.ts';
import { decodeHtml } from './decodeHtml.ts';
import type { DomDocument } from './domNode.ts';
import { pageMetadata } from './pageMetadata.ts';
import { parseHtml } from './parseHtml.ts';

/** Reads a web page: the text of its article, and what the page says about it. */
export function readHtml({ bytes, language }: ParseRequest): Draft {
  const decoded = decodeHtml(bytes);
  if (decoded.kind === 'invalid') return decoded;
  const parsed = parseHtml(decoded.text);
  if (parsed.kind === 'invalid') return parsed;
  const metadata = pageMetadata(parsed.document, decoded.text);
  const plain = preformattedText(parsed.document);
  if (plain !== undefined) {
    const draft = segmentText(plain, language === undefined ? {} : { language });
    return draft.kind === 'invalid'
      ? draft
      : { ...draft, metadata: { ...draft.metadata, ...metadata }, notes: [...decoded.notes, ...(draft.notes ?? [])] };
  }
  const fragments = articleFragments(() => withOwnLinks(parseAgain(decoded.text), metadata.url), metadata);
  if (!fragments.some(({ kind }) => kind === 'paragraph'))
    return invalidDocument(
      parsed.document.querySelector('script[src]') === null
        ? 'the page has no paragraph of text'
        : 'the page has no text of its own, only programs that load it; save it from a browser, or as text',
    );
  return draftFromFragments(withoutTail(fragments), {
    metadata,
    options: language === undefined ? {} : { language },
    notes: decoded.notes,
  });
}

/** Of a page that shows one plain text as it is, as RFCs and archives of mail are, that text. */
function preformattedText(document: DomDocument): string | undefined {
  const [only, ...others] = document.querySelectorAll('pre');
  const all = (document.body ?? document).textContent ?? '';
  const text = (only?.textContent ?? '').replaceAll('\u00AD', '');
  if (others.length > 0 || text.length < all.trim().length * PLAIN_SHARE) return undefined;
  return (text.match(SENTENCE)?.length ?? 0) >= SENTENCES_MIN ? text : undefined;
}

/** Share of a page's letters that are its one preformatted text, and sentences that tell prose from a listing. */
const PLAIN_SHARE = 0.85;
const SENTENCES_MIN = 5;
const SENTENCE = /\p{L}{2,20}\s\p{L}{2,20}\s\p{L}{2,20}[.!?](?=\s)/gu;

/** Headings at the end of a page name what is no longer there: they are furniture. The last points of an agenda have numbers. */
function withoutTail(fragments: readonly Fragment[]): readonly Fragment[] {
  const end = fragments.findLastIndex(({ kind, text }) => kind !== 'heading' || headingDepth(text) !== undefined) + 1;
  return fragments.map((fragment, index) =>
    index >= end ? { kind: 'paragraph', role: 'furniture', text: fragment.text } : fragment,
  );
}

/** Writes the links of a saved page to its own parts as the page had them: browsers save them with the page's address. */
function withOwnLinks(document: DomDocument, url: string | undefined): DomDocument {
  if (url === undefined) return document;
  for (const link of document.querySelectorAll('a[href*="#"]')) {
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith(`${url}#`)) link.setAttribute('href', href.slice(url.length));
  }
  return document;
}

/** Parses a page that has been parsed before, since finding its article takes it apart. */
function parseAgain(html: string): DomDocument {
  const parsed = parseHtml(html);
  if (parsed.kind === 'invalid') throw new Error('Cannot parse the page: it could be parsed before');
  return parsed.document;
}
