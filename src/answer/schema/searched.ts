import { z } from 'zod';
import { articleIdSchema, editionSchema } from '../../article/article.ts';

/** Half-open, in UTF-16 code units. */
export const spanSchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly();
/** An article that was searched, in the edition that it had. */
export const searchedSchema = z.object({ article: articleIdSchema, edition: editionSchema }).readonly();
