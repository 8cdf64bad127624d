import { z } from 'zod';
import { articleIdSchema, editionSchema } from '../../article/article.ts';
import { excerptSchema } from '../../excerpt/excerpt.ts';
import { spanSchema } from './searched.ts';

/** What is judged of a quotation. */
export const verdictKindSchema = z.enum(['exact', 'folded', 'spliced', 'altered', 'elsewhere', 'too-short', 'absent']);
/** Where a quotation has other characters than the source. */
export const differencesSchema = z
  .array(
    z
      .object({
        kind: z.string(),
        quoted: z.string(),
        source: z.string(),
        span: spanSchema,
        at: spanSchema.optional(),
        flag: z.string().optional(),
      })
      .readonly(),
  )
  .readonly();

/** What another edition has of a quotation than the one that it was judged in. Spans are in that edition's source. */
export const editionVerdictSchema = z
  .object({
    article: articleIdSchema,
    edition: editionSchema,
    /** Whether it is the article's present edition, rather than one that was kept. */
    present: z.boolean(),
    /** The day on which a kept edition was imported, where that was recorded. */
    received: z.string().optional(),
    verdict: verdictKindSchema,
    matches: z.array(excerptSchema).readonly(),
    differences: differencesSchema,
    /** Whether the place that was claimed holds in that edition; only if one was claimed. */
    holds: z.boolean().optional(),
  })
  .readonly();
export type EditionVerdict = z.infer<typeof editionVerdictSchema>;
