import { z } from 'zod';
import { articleIdSchema } from '../../article/article.ts';

/** The part of the library that was searched, if it was not all of it. */
export const scopeSchema = z
  .object({
    article: articleIdSchema,
    section: z.object({ number: z.int().nonnegative(), heading: z.string().nullable() }).readonly().optional(),
  })
  .readonly();
export type AnswerScope = z.infer<typeof scopeSchema>;
