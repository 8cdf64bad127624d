import { z } from 'zod';

/** The fields of what must be said beside excerpts. */
export const remarksSchema = {
  /** What a reader must know about these excerpts, such as an edition that has changed; each a sentence or two. */
  notes: z.array(z.string()).readonly().optional(),
  /** For `notes` on a changed edition: word by word, what the passage said and says. */
  changes: z
    .array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }).readonly())
    .readonly()
    .optional(),
};

const equivalentSchema = z
  .object({ command: z.string(), options: z.record(z.string(), z.string()).readonly() })
  .readonly();

/** The command that returns the same answer by itself, if another one was used to get it, such as a digest's preview. */
export const equivalent = equivalentSchema.optional();
