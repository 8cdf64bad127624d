import type { z } from 'zod';
import { articleFileSchema } from '../../article/article.ts';
import { dateOf, monthDateOf } from '../dateOf.ts';
import type { DraftMetadata } from '../draft.ts';
import { authorsOf } from './authorsOf.ts';
import { languageNamed } from './languageNamed.ts';

/** What the keys of a head say about the document, and a note on each value that means nothing here. */
export interface HeadMetadata {
  readonly metadata: Partial<DraftMetadata>;
  readonly notes: readonly string[];
}

type Field = Exclude<keyof DraftMetadata, 'publishedNote'>;

const { published, url, language, id } = articleFileSchema.shape;

/** What programs call each field, the most telling name first; without marks and in small letters. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  title: ['title', 'headline', 'subject', 'documenttitle', 'pagetitle', 'featurename'],
  published:
    'published date pubdate datepublished publishdate publicationdate publishedat publishedon publisheddate publishedtime datetime releasedate posted postedon sent created createdat datecreated assigned startdate year'.split(
      ' ',
    ),
  author: ['author', 'authors', 'byline', 'by', 'writer', 'writers', 'creator', 'creators', 'from', 'reporter'],
  publisher: ['publisher', 'publication', 'site', 'sitename', 'website', 'newspaper', 'journal', 'outlet'],
  url: ['url', 'canonicalurl', 'canonical', 'source', 'sourceurl', 'link', 'originalurl', 'permalink', 'href', 'uri'],
  language: ['language', 'lang', 'locale', 'inlanguage'],
  id: ['id'],
};
/** Names that mean other things as often: what they hold is passed over in silence if it is of another kind. */
const LOOSE = new Set([
  'source',
  'link',
  'permalink',
  'by',
  'from',
  'assigned',
  'created',
  'year',
  'sent',
  'website',
  'href',
  'uri',
  'canonical',
]);

type Reading = { readonly value: unknown } | { readonly problem: string };

const READERS: Readonly<Record<Field, (value: unknown) => Reading>> = {
  title: (value) => plainText(value),
  published: (value) => checked(published, plainDate(value)),
  author: (value) => {
    const names = authorsOf(value);
    return names === undefined ? { problem: 'a name or a list of names is expected' } : { value: names };
  },
  publisher: (value) => plainText(nameOf(value)),
  url: (value) => checked(url, typeof value === 'string' ? value.trim() : value),
  language: (value) =>
    checked(language, typeof value === 'string' ? (languageNamed(value) ?? value.trim().replaceAll('_', '-')) : value),
  id: (value) => checked(id, value),
};

/** Returns true if a key of a head says something that every document has: its title, author, date and so on. */
export function isHeadKey(key: string): boolean {
  const name = key.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return Object.entries(NAMES).some(([field, names]) => field !== 'id' && names.includes(name));
}

/** Reads what is known of a document from the keys and values of its head. A value that is empty counts as absent. */
export function headMetadata(values: Readonly<Record<string, unknown>>): HeadMetadata {
  const given = new Map<string, { readonly key: string; readonly value: unknown }>();
  for (const [key, value] of Object.entries(values)) {
    const name = key.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
    const isEmpty =
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isEmpty && !given.has(name)) given.set(name, { key, value });
  }
  const notes: string[] = [];
  const metadata: Partial<Record<Field, unknown>> = {};
  for (const field of Object.keys(NAMES) as Field[]) {
    const failed: string[] = [];
    for (const name of NAMES[field]) {
      const entry = given.get(name);
      if (entry === undefined) continue;
      const read = READERS[field](entry.value);
      if ('value' in read) {
        metadata[field] = read.value;
        break;
      }
      if (!LOOSE.has(name)) failed.push(`"${entry.key}" is ${shown(entry.value)}: ${read.problem}`);
    }
    notes.push(...failed.map((each) => `the head's ${each}; it was not used`));
  }
  return { metadata: metadata as Partial<DraftMetadata>, notes };
}

function plainText(value: unknown): Reading {
  const text =
    typeof value === 'string' || typeof value === 'number'
      ? String(value)
          .replaceAll(/\s+/gu, ' ')
          .trim()
          .replace(/^(`{1,2})([^`]+)\1$/u, '$2')
      : '';
  return text === '' ? { problem: 'a text is expected' } : { value: text };
}

function nameOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
}

function checked(schema: z.ZodType, value: unknown): Reading {
  const read = schema.safeParse(value);
  if (read.success) return read.data === undefined ? { problem: 'a value is expected' } : { value: read.data };
  return { problem: read.error.issues[0]?.message ?? 'it cannot be read' };
}

function plainDate(value: unknown): unknown {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const written = String(value).trim();
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/u.exec(written);
  if (compact) return compact.slice(1, 4).join('-');
  // Mail of the last century has years of two digits.
  const [, day, month, year = ''] =
    /^(?:\p{L}{3},\s)?(\d{1,2})\s(\p{L}{3})\s(\d{2})\s\d{1,2}:\d{2}/u.exec(written) ?? [];
  if (month !== undefined) return dateOf(`${day} ${month} ${Number(year) < 70 ? '20' : '19'}${year}`) ?? written;
  return (
    /^(\d{4}-\d{2}-\d{2})[T\s]\S/u.exec(written)?.[1] ??
    (/^\d{4}(?:-\d{2}){0,2}$/u.test(written) ? written : (dateOf(written) ?? monthDateOf(written) ?? written))
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
