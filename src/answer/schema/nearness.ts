import { z } from 'zod';

/** How near a sentence comes to words that were typed: how many of them it holds, and where it says something else. */
export const nearnessSchema = {
  held: z.int().nonnegative(),
  of: z.int().nonnegative(),
  differences: z
    .array(
      z
        .object({ kind: z.enum(['number', 'name', 'negation', 'word']), typed: z.string(), source: z.string() })
        .readonly(),
    )
    .readonly(),
};
