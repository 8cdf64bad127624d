import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import {
  ARTICLE_ID_MAX_CHARS,
  articleFileSchema,
  articleIdSchema,
  type Article,
  type Block,
} from '../article/article.ts';
import { editionOf } from '../article/edition.ts';
import { splitNames } from '../excerpt/splitNames.ts';
import type { Draft } from '../segment/draft.ts';
import { firstWords } from '../segment/headerMetadata.ts';
import { optionProblem, type ImportOptions } from './importOptions.ts';

/** An article made from a file, with what the person who imports should know; or why the file is rejected. */
export type Import =
  | { readonly kind: 'imported'; readonly article: Article; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Makes an article from what was read from a file; options override what the file says. A text without a title is
 * called by its file's name, or by its first words where that name says nothing.
 */
export function articleFromDraft(
  { source, blocks, metadata, notes = [] }: Extract<Draft, { kind: 'draft' }>,
  { file, extension, options }: { readonly file: string; readonly extension: string; readonly options: ImportOptions },
): Import {
  const id = articleIdSchema.safeParse(options.id ?? metadata.id ?? idFromName(file));
  if (!id.success)
    return refused(
      `"${options.id ?? metadata.id ?? ''}" is no article id, which is made of a-z, 0-9 and hyphens, ${ARTICLE_ID_MAX_CHARS} at most; give one with --id`,
    );
  const authors = options.author === undefined ? metadata.author : splitNames(options.author);
  const parsed = articleFileSchema.safeParse(
    withoutUndefined({
      id: id.data,
      title: options.title ?? metadata.title ?? titleFromName(file) ?? firstWords(textStart(source, blocks)),
      published: options.published ?? metadata.published,
      publishedNote:
        options['published-note'] ?? (options.published === undefined ? metadata.publishedNote : undefined),
      author: authors,
      publisher: options.publisher ?? metadata.publisher,
      url: options.url ?? metadata.url,
      language: options.language ?? metadata.language ?? 'en',
      original: `original${extension}`,
      edition: editionOf(source, blocks),
      blocks,
    }),
  );
  return parsed.success
    ? { kind: 'imported', article: { ...parsed.data, source }, notes }
    : refused(optionProblem(parsed.error).replace(/\.$/u, ''));
}

/** A source from where its text begins, below what belongs to the page. */
function textStart(source: string, blocks: readonly Block[]): string {
  const first = blocks.find((block) => block.kind !== 'paragraph' || block.role !== 'furniture');
  return source.slice(first?.span[0] ?? 0);
}

/** Rejects a file, with the reason as the end of a sentence. */
export function refused(reason: string): Import & { kind: 'refused' } {
  return { kind: 'refused', reason };
}

/** Derives an id from a file name: letters without accents, lower case, hyphens for the rest. */
export function idFromName(file: string): string {
  const name = basename(file, extname(file)).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const id = name
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, ARTICLE_ID_MAX_CHARS)
    .replaceAll(/^-+|-+$/gu, '');
  // A name without a Latin letter gives a stable id that differs from other names' ids.
  return id === '' ? `article-${createHash('sha256').update(name).digest('hex').slice(0, 6)}` : id;
}

/** Reads a file's name as a title: "harbour-search-guide" says something, "IMG_2041" and "-" do not. */
function titleFromName(file: string): string | undefined {
  const name = basename(file, extname(file))
    .replaceAll(/[\s_+]+|-(?=\S)(?<=\S-)/gu, ' ')
    .trim();
  return /\p{L}{3}/u.test(
    name.replaceAll(/\b(?:img|dsc|scan|doc|untitled|document|download|index|readme|new|copy|text|file)\b/giu, ''),
  )
    ? name
    : undefined;
}

function withoutUndefined(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
