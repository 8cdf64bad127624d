import { z } from 'zod';
import { excerptSchema } from '../../excerpt/excerpt.ts';
import { eventReading } from './eventReading.ts';
import { nearnessSchema } from './nearness.ts';
import { scopeSchema } from './scope.ts';
import { searchedSchema } from './searched.ts';

/** What `reason` was computed from, as far as it applies. */
export const causeSchema = z
  .object({
    scope: scopeSchema.optional(),
    /** Words of the query that are in most texts, and occur. */
    common: z.array(z.string()).readonly().optional(),
    /** Each phrase in quotation marks, and how many sentences hold it. */
    phrases: z
      .array(z.object({ text: z.string(), sentences: z.int().nonnegative() }).readonly())
      .readonly()
      .optional(),
    /** How many sentences hold what was asked for, and how many of those hold each excluded word. */
    excluded: z
      .object({
        sentences: z.int().positive(),
        words: z.array(z.object({ word: z.string(), sentences: z.int().nonnegative() }).readonly()).readonly(),
      })
      .readonly()
      .optional(),
    /** Where words are that the scope has not. */
    elsewhere: z
      .array(z.object({ ...scopeSchema.unwrap().shape, words: z.array(z.string()).readonly() }).readonly())
      .readonly()
      .optional(),
    /** There was too much text to look for a phrase across sentences. */
    incomplete: z.literal(true).optional(),
    /** For `no-event`: what there is. Dates are EDTF, of the first and the last dated event. */
    events: z
      .object({ count: z.int().nonnegative(), first: z.string().nullable(), last: z.string().nullable() })
      .readonly()
      .optional(),
    /** For `no-summary`: how many sentences there are. */
    sentences: z.int().nonnegative().optional(),
  })
  .readonly();
export type AnswerCause = z.infer<typeof causeSchema>;

/** No answer, and why. */
export const nothingAnswerSchema = z.object({
  kind: z.literal('nothing'),
  reason: z.string(),
  searched: z.array(searchedSchema).readonly(),
  unmatched: z.array(z.string()).readonly(),
  nearest: excerptSchema.optional(),
  /** Whether a question, or the articles for their events, were read, rather than matched by words and rules alone. */
  ...eventReading,
  cause: causeSchema.optional(),
  /** The passages nearest to words that do not occur as typed, the nearest first. */
  passages: z
    .array(z.object({ excerpt: excerptSchema, ...nearnessSchema }).readonly())
    .readonly()
    .optional(),
});
