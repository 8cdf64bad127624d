import { z } from 'zod';
import { articleIdSchema, editionSchema } from '../../article/article.ts';
import { spanSchema } from './searched.ts';

export const sourceSchema = z
  .object({
    id: articleIdSchema,
    title: z.string(),
    published: z.string().nullable(),
    /** Why `published` says so, where the source does not state it. */
    publishedNote: z.string().optional(),
    edition: editionSchema,
    paragraphs: z.int(),
    language: z.string(),
    author: z.array(z.string()).readonly().optional(),
    publisher: z.string().optional(),
    url: z.string().optional(),
  })
  .readonly();

/** The sections of an article. */
export const outlineAnswerSchema = z.object({
  kind: z.literal('outline'),
  article: articleIdSchema,
  sections: z
    .array(
      z
        .object({
          heading: z.string().nullable(),
          paragraphs: z.tuple([z.int(), z.int()]).readonly().nullable(),
          span: spanSchema,
        })
        .readonly(),
    )
    .readonly(),
});

/** The articles that are loaded. */
export const sourcesAnswerSchema = z.object({
  kind: z.literal('sources'),
  articles: z.array(sourceSchema).readonly(),
  /** What a question wanted to know of the articles, if one did. */
  asked: z.enum(['author', 'published']).optional(),
  /** Why the corpus could not be read again, while the articles listed still answer. */
  refused: z.string().optional(),
  /** Articles whose files are broken; `lastGood`: the last good version still answers. */
  broken: z
    .array(z.object({ name: z.string(), problem: z.string(), lastGood: z.boolean() }))
    .readonly()
    .optional(),
});
