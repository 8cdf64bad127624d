import { z } from 'zod';
import type { Span } from '../language/span.ts';

/** The longest id; ids are in `custom_id`s and handles, which are short. */
export const ARTICLE_ID_MAX_CHARS = 32;
export const articleIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'an article id is made of a-z, 0-9 and single hyphens')
  .max(ARTICLE_ID_MAX_CHARS)
  .brand<'ArticleId'>();
export type ArticleId = z.infer<typeof articleIdSchema>;

/** SHA-256 in lower-case hex; see `edition.ts` for what it covers. */
export const editionSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/u, 'an edition is 64 hex digits')
  .brand<'Edition'>();
export type Edition = z.infer<typeof editionSchema>;

const spanSchema = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([start, end]) => start < end, 'a span must start before it ends')
  .readonly();

const paragraphRoleSchema = z.enum(['item', 'quote', 'row', 'footnote', 'code', 'furniture', 'struck']);
/**
 * What a paragraph is when it is not running text: list item, block quote, table row, footnote, code block; page
 * furniture, such as running heads, tables of contents and share buttons; or struck out.
 */
export type ParagraphRole = z.infer<typeof paragraphRoleSchema>;

const sentencesSchema = z.array(spanSchema).min(1).readonly();

const pageSchema = z.int().positive();
/** Where a block is in a file with pages; absent in a file without. No edition covers them: they move no quote. */
const pagesShape = {
  /** The page on which the block begins, counted from 1 through the file. */
  page: pageSchema.optional(),
  /** Where it goes on on a later page: the offset in the source at which that page begins, and its number. */
  pageTurns: z
    .array(z.tuple([z.int().nonnegative(), pageSchema]).readonly())
    .min(1)
    .readonly()
    .optional(),
};

const blockSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('title'), span: spanSchema, ...pagesShape }),
    z.strictObject({ kind: z.literal('standfirst'), span: spanSchema, sentences: sentencesSchema, ...pagesShape }),
    z.strictObject({ kind: z.literal('heading'), level: z.int().min(1).max(6), span: spanSchema, ...pagesShape }),
    z.strictObject({
      kind: z.literal('paragraph'),
      number: z.int().positive(),
      role: paragraphRoleSchema.optional(),
      span: spanSchema,
      sentences: sentencesSchema,
      ...pagesShape,
    }),
    z.strictObject({
      kind: z.literal('caption'),
      number: z.int().positive(),
      span: spanSchema,
      sentences: sentencesSchema,
      credit: spanSchema.optional(),
      ...pagesShape,
    }),
  ])
  .readonly();
/**
 * One piece of the source. Spans count UTF-16 code units from the start of the source; sentences lie within the
 * block, in order, and leave out a caption's credit.
 */
export type Block = z.infer<typeof blockSchema>;
/** A block that has sentences of its own, and so can be quoted. */
export type TextBlock = Extract<Block, { sentences: readonly Span[] }>;

const dateSchema = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'a publication date is YYYY, YYYY-MM or YYYY-MM-DD')
  .refine(isCalendarDate, 'this date does not exist');

/** The contents of `corpus/<id>/article.json`. */
export const articleFileSchema = z.strictObject({
  id: articleIdSchema,
  title: z.string().min(1),
  /** EDTF level 0: year, month or day. Absent when it is not known. */
  published: dateSchema.optional(),
  /** Why `published` says what it says, where the source does not state it. */
  publishedNote: z.string().min(1).optional(),
  author: z.array(z.string().min(1)).min(1).readonly().optional(),
  publisher: z.string().min(1).optional(),
  url: z.url({ protocol: /^https?$/u }).optional(),
  /** BCP 47. */
  language: z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, 'a language is a BCP 47 tag such as "en"'),
  /** The Discord server that added it, which alone may see it, whatever `access.json` grants. */
  server: z
    .string()
    .regex(/^\d{15,20}$/u, 'a server is named by its id of 15 to 20 digits')
    .optional(),
  original: z.string().regex(/^original\.[a-z0-9]+$/u, 'the original is called "original.<extension>"'),
  edition: editionSchema,
  blocks: z.array(blockSchema).min(1).readonly(),
});
export type ArticleFile = z.infer<typeof articleFileSchema>;

/** A checked article: what `article.json` says, with the source that its spans point into. */
export type Article = Readonly<ArticleFile> & { readonly source: string };

/** Returns true if a block has sentences, and so can be quoted by reference. */
export function isTextBlock(block: Block): block is TextBlock {
  return block.kind === 'paragraph' || block.kind === 'caption' || block.kind === 'standfirst';
}

/** Returns true if a text block is what the article says: neither page furniture nor struck out. */
export function isBodyBlock(block: Block): block is TextBlock {
  return isTextBlock(block) && !(block.kind === 'paragraph' && (block.role === 'furniture' || block.role === 'struck'));
}

function isCalendarDate(date: string): boolean {
  const [year = Number.NaN, month = 1, day = 1] = date.split('-').map(Number);
  const parsed = new Date(Date.UTC(year, month - 1, day));
  return parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === day;
}
