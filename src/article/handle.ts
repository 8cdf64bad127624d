import { articleIdSchema, type Article, type ArticleId } from './article.ts';
import { shortEdition } from './edition.ts';
import { formatReference, fragmentOf, parseReference, type Reference } from './references/reference.ts';
import { parseReferences } from './references/parseReferences.ts';
import type { ReferenceRange } from './references/references.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** A reference that names its article and, where it was given, the edition it was made from (8 hex digits). */
export interface Handle {
  readonly article: ArticleId;
  readonly reference: Reference;
  readonly edition?: string;
  /** Whether it was a link to the reader. */
  readonly isLink?: true;
}

const HANDLE = /^([a-z0-9-]{1,32})\/([^@]+?)(?:@([0-9a-f]{8}))?$/u;
const READER_LINK = /^https?:\/\/\S+?\/read\/([a-z0-9-]{1,32})(?:\/?|\.html)(?:\?([^\s#]*))?#(\S+)$/u;
/** In the query of a link. */
const EDITION = /(?:^|&)edition=([0-9a-f]{8})(?:[0-9a-f]{56})?(?:&|$)/u;

/**
 * Parses a handle (`article-id/¶12.2-3@1a2b3c4d`, the edition optional) or a link to the reader
 * (`https://…/read/article-id?edition=1a2b3c4d#p12.2`, the edition optional). Returns undefined for anything else.
 */
export function parseHandle(typed: string): Handle | undefined {
  const text = typed.trim();
  const handle = HANDLE.exec(text);
  if (handle) return checkedHandle(entryAt(handle, 1), entryAt(handle, 2), handle[3]);
  const link = READER_LINK.exec(text);
  const linked = link && checkedHandle(entryAt(link, 1), entryAt(link, 3), EDITION.exec(link[2] ?? '')?.[1]);
  return linked ? { ...linked, isLink: true } : undefined;
}

/** Writes the path and the fragment of a passage's page in the reader, below the reader's address. */
export function readerPath(article: Pick<Article, 'id' | 'edition'>, reference: Reference): string {
  return `/read/${article.id}?edition=${shortEdition(article.edition)}#${fragmentOf(reference)}`;
}

/** Writes the handle of a passage in the article's present edition, such as `article-id/¶12.2@1a2b3c4d`. */
export function formatHandle(article: Pick<Article, 'id' | 'edition'>, reference: Reference | string): string {
  const text = typeof reference === 'string' ? reference : formatReference(reference);
  return `${article.id}/${text}@${shortEdition(article.edition)}`;
}

/** Several references in one article, as `Handle` is one. */
export interface HandleList {
  readonly article?: ArticleId;
  readonly ranges: readonly ReferenceRange[];
  readonly edition?: string;
}

/** Parses references with or without their article and edition: `12,13`, `article-id/¶12.2,¶13@1a2b3c4d`. */
export function parseHandleList(typed: string): HandleList | undefined {
  const text = typed.trim();
  const [, id, list = text, edition] = HANDLE.exec(text) ?? [];
  const ranges = parseReferences(list);
  if (!ranges || id === undefined) return ranges && { ranges };
  const article = articleIdSchema.safeParse(id);
  return article.success ? { article: article.data, ranges, ...(edition === undefined ? {} : { edition }) } : undefined;
}

/**
 * Whether words typed to be looked for are rather references, a handle or a link. A list must have a number or a mark, and not
 * be a number itself: `last` and `1,200` are words.
 */
export function isReference(typed: string): boolean {
  if ((parseHandle(typed) ?? parseReference(typed)) !== undefined) return true;
  const text = typed.trim();
  return /[\d¶§]/u.test(text) && !/^\d{1,3}(?:,\d{3})+(?!\d)/u.test(text) && parseHandleList(text) !== undefined;
}

function checkedHandle(id: string, typedReference: string, edition: string | undefined): Handle | undefined {
  const article = articleIdSchema.safeParse(id);
  const reference = parseReference(typedReference);
  if (!article.success || !reference) return undefined;
  return { article: article.data, reference, ...(edition === undefined ? {} : { edition }) };
}
