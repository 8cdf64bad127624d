import { load, LoggerManager, NullLogger } from '@asciidoctor/core';
import { decodeText } from '../../segment/decodeText.ts';
import { monthDateOf, dateOf } from '../../segment/dateOf.ts';
import type { Draft } from '../../segment/draft.ts';
import { draftFromFragments } from '../../segment/draftFromFragments.ts';
import { domFragments } from '../html/domFragments.ts';
import type { DomDocument, DomElement, DomNode } from '../html/domNode.ts';
import { parseHtml } from '../html/parseHtml.ts';
import type { ParseRequest } from '../document.ts';

/**
 * Nothing is numbered or labelled that the text does not number, and nothing is left out that its own site would leave out. `secure` reads no
 * other file and no address.
 */
const OPTIONS = {
  safe: 'secure',
  attributes: {
    showtitle: '',
    'figure-caption!': '',
    'table-caption!': '',
    'example-caption!': '',
    'listing-caption!': '',
    'appendix-caption!': '',
    'toc!': '',
    'sectnums!': '',
    'sectids!': '',
    'source-highlighter!': '',
  },
};

/** Reads AsciiDoc, as its own processor makes a page of it. */
export async function readAsciidoc({ bytes, language }: ParseRequest): Promise<Draft> {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'invalid') return decoded;
  LoggerManager.logger = new NullLogger();
  const document = await load(decoded.text, OPTIONS);
  const parsed = parseHtml(await document.convert());
  if (parsed.kind === 'invalid') return parsed;
  unfold(parsed.document);
  const title = textOnly(document.getDocumentTitle());
  const author = document.getAuthors().flatMap(({ name }) => textOnly(name) ?? []);
  const revised = textOnly(document.getRevisionDate());
  const published = revised === undefined ? undefined : (dateOf(revised) ?? monthDateOf(revised));
  return draftFromFragments(domFragments(parsed.document.body ?? parsed.document.documentElement), {
    metadata: {
      ...(title === undefined ? {} : { title }),
      ...(author.length === 0 ? {} : { author }),
      ...(published === undefined ? {} : { published }),
    },
    options: language === undefined ? {} : { language },
    notes: decoded.notes,
  });
}

/** What a page's elements can do besides being read. */
interface Editable extends DomElement {
  readonly prepend: (text: string) => void;
  readonly append: (...nodes: readonly DomNode[]) => void;
  readonly replaceWith: (...nodes: readonly DomNode[]) => void;
}

/** Makes plain elements of what AsciiDoc's pages have tables and boxes for: warnings, titles of pictures; what other files hold is left out. */
function unfold(document: DomDocument & { readonly createElement?: (name: string) => unknown }): void {
  const all = (selector: string): readonly Editable[] => [...document.querySelectorAll(selector)] as Editable[];
  for (const box of all('.admonitionblock')) {
    const content = box.querySelector('td.content') as Editable | null;
    const label = box.querySelector('td.icon')?.textContent?.trim() ?? '';
    if (content === null) continue;
    const first = content.querySelector('p') as Editable | null;
    if (label !== '') (first ?? content).prepend(`${label.toUpperCase()}: `);
    const plainBox = document.createElement?.('div') as Editable | undefined;
    plainBox?.append(...content.childNodes);
    if (plainBox !== undefined) box.replaceWith(plainBox);
  }
  for (const title of all('.imageblock > .title')) {
    const caption = document.createElement?.('figcaption') as Editable | undefined;
    caption?.append(...title.childNodes);
    if (caption !== undefined) title.replaceWith(caption);
  }
  for (const link of all('a.include')) link.remove();
}

function textOnly(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const parsed = parseHtml(value);
  const text = parsed.kind === 'page' ? (parsed.document.body?.textContent ?? '') : value;
  return text.replaceAll(/\s+/gu, ' ').trim() || undefined;
}
