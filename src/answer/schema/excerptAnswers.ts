import { z } from 'zod';
import { excerptSchema } from '../../excerpt/excerpt.ts';
import { nearnessSchema } from './nearness.ts';
import { equivalent, remarksSchema } from './remarks.ts';
import { scopeSchema } from './scope.ts';

/** Passages in the words of the source. */
export const excerptsAnswerSchema = z.object({
  kind: z.literal('excerpts'),
  excerpts: z.array(excerptSchema).min(1).readonly(),
  /** How many further excerpts there are. */
  more: z.int().nonnegative(),
  /** Whether a question was read for, rather than matched by its words alone. */
  read: z.boolean().optional(),
  /** What of the document as a whole these say, if a question was about that. */
  document: z.enum(['about', 'conclusion']).optional(),
  /** Of how many articles these say it, and how many there are, if the question named none of several. */
  ofArticles: z.object({ shown: z.int().positive(), all: z.int().positive() }).readonly().optional(),
  equivalent,
  /** Where no sentence holds the words as typed: how near each excerpt comes to them. */
  near: z
    .object({ scope: scopeSchema.optional(), passages: z.array(z.object(nearnessSchema).readonly()).readonly() })
    .readonly()
    .optional(),
  ...remarksSchema,
});

/** The sentences that stand for an article or a section. */
export const summaryAnswerSchema = z.object({
  kind: z.literal('summary'),
  excerpts: z.array(excerptSchema).min(1).readonly(),
  /** The heading of the section that is summed up, null before the first heading; missing for whole articles. */
  section: z.string().nullable().optional(),
  /** The nearest lengths that have fewer and more sentences; missing if there is none. */
  shorter: z.string().optional(),
  longer: z.string().optional(),
  equivalent,
});

/** A passage cited in a format of bibliographies. */
export const citationAnswerSchema = z.object({
  kind: z.literal('citation'),
  format: z.string(),
  text: z.string(),
  excerpt: excerptSchema,
  ...remarksSchema,
});
