import type { DomDocument } from './domNode.ts';

/** What a page says of its article to search engines (schema.org in JSON-LD), as it is written there. */
export interface LinkedData {
  readonly headline?: string;
  readonly datePublished?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly language?: string;
}

const ARTICLE = /Article|Posting|Report$|^Book$|^Chapter$|^Thesis$|^Review$/u;
const MAX_DEPTH = 6;
const MAX_CHARS = 500_000;

/** Reads the first article that a page describes; a page that describes none, or in broken JSON, says nothing. */
export function linkedData(document: DomDocument): LinkedData | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = articleIn(parsedJson(script.textContent ?? ''), 0);
    if (!article) continue;
    const [headline, datePublished, publisher, language] = [
      writtenText(article['headline']) ?? writtenText(article['name']),
      writtenText(article['datePublished']),
      namedAs(article['publisher']),
      writtenText(article['inLanguage']),
    ];
    return {
      ...(headline === undefined ? {} : { headline }),
      ...(datePublished === undefined ? {} : { datePublished }),
      authors: listOf(article['author']).flatMap((author) => namedAs(author) ?? []),
      ...(publisher === undefined ? {} : { publisher }),
      ...(language === undefined ? {} : { language }),
    };
  }
  return undefined;
}

type JsonObject = Readonly<Record<string, unknown>>;

function parsedJson(text: string): unknown {
  if (text.length > MAX_CHARS) return undefined;
  try {
    return JSON.parse(
      text.replaceAll(/^\s*(?:\/\*<!\[CDATA\[\*\/|<!\[CDATA\[|<!--)|(?:\/\*\]\]>\*\/|\]\]>|-->)\s*$/gu, ''),
    );
  } catch {
    return undefined;
  }
}

function articleIn(value: unknown, depth: number): JsonObject | undefined {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value.map((each) => articleIn(each, depth + 1)).find(Boolean);
  const object = value as JsonObject;
  if (listOf(object['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type))) return object;
  return articleIn(object['@graph'], depth + 1) ?? articleIn(object['mainEntity'], depth + 1);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function namedAs(value: unknown): string | undefined {
  if (typeof value === 'string') return writtenText(value);
  if (Array.isArray(value)) return namedAs(value[0]);
  return typeof value === 'object' && value !== null && 'name' in value ? writtenText(value.name) : undefined;
}

function writtenText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
