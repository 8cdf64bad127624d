import { z } from 'zod';
import { articleIdSchema, editionSchema } from '../../article/article.ts';
import { excerptSchema } from '../../excerpt/excerpt.ts';
import { differencesSchema, editionVerdictSchema, verdictKindSchema } from './editionVerdict.ts';
import { searchedSchema, spanSchema } from './searched.ts';

export const verdictSchema = z.object({
  kind: z.literal('verdict'),
  verdict: verdictKindSchema,
  matches: z.array(excerptSchema).readonly(),
  /**
   * Put into the source's `passage` in order, with those of `omitted` that have a place in the quotation, they give what
   * was `judged` back, letter for letter: at each `span` the quotation has `quoted` instead. `at` is in the quotation as typed.
   */
  differences: differencesSchema,
  /** `quoted` is what the quotation has in their place; those without are next to it, or told by a difference too. */
  omitted: z
    .array(
      z
        .object({
          text: z.string(),
          span: spanSchema,
          flag: z.string().optional(),
          quoted: z.string().optional(),
          at: spanSchema.optional(),
        })
        .readonly(),
    )
    .readonly(),
  /** Words of the quotation as typed that were not judged, and why: an `attribution`, or `markup`. */
  unjudged: z
    .array(z.object({ text: z.string(), span: spanSchema, why: z.string() }).readonly())
    .readonly()
    .optional(),
  /** The parts of the quotation as typed that were judged; the rest is `unjudged`, quotation marks, markup, white space. */
  judged: z.array(spanSchema).readonly().optional(),
  /**
   * For `altered`: the parts in quotation marks that the source has, the longest first; or the one part that it has, where
   * only words before and after it were added. `span` is in the quotation as typed.
   */
  parts: z
    .array(
      z
        .object({
          text: z.string(),
          span: spanSchema,
          verdict: z.enum(['exact', 'folded']),
          matches: z.array(excerptSchema).readonly(),
        })
        .readonly(),
    )
    .readonly()
    .optional(),
  /** What of the source the differences are about; missing if the fragments are in several places. */
  passage: z.object({ article: articleIdSchema, edition: editionSchema, span: spanSchema }).readonly().optional(),
  /** Where the words are in other articles, if they are not in the one that was named. */
  elsewhere: z.array(excerptSchema).readonly().optional(),
  /** For `absent`: the words of the quotation that occur in what was searched, folded, and the sentence with most of them. */
  occurring: z.array(z.string()).readonly().optional(),
  nearest: excerptSchema.optional(),
  claimed: z
    .object({
      reference: z.string().optional(),
      article: z.string().optional(),
      /** The edition that the claim names, where it is not the present one. `holds` is judged in it if it is kept. */
      edition: z.string().optional(),
      /** Only with `edition`: whether that edition is kept, and so was judged. */
      kept: z.boolean().optional(),
      holds: z.boolean(),
    })
    .readonly()
    .optional(),
  searched: z.array(searchedSchema).readonly(),
  /** How many places hold the words, where they are too short to judge or `matches` has another number of passages. */
  places: z.int().nonnegative().optional(),
  /** There are more places than `places`. */
  more: z.boolean().optional(),
  /** What other editions have of the words: kept ones, or the present one where a kept one was judged. */
  editions: z.array(editionVerdictSchema).readonly().optional(),
});

/** The verdicts on the quotations of a message. */
export const verdictsAnswerSchema = z.object({
  kind: z.literal('verdicts'),
  verdicts: z
    .array(
      z
        .object({
          /** Which quotation of the message it is, counted from 1. */
          number: z.int().positive().optional(),
          /** For a file: the line that it begins in, counted from 1. */
          line: z.int().positive().optional(),
          /** For a document without lines, such as a PDF: its paragraph and page. */
          place: z.string().optional(),
          quote: z.string(),
          span: spanSchema,
          verdict: verdictSchema.readonly(),
        })
        .readonly(),
    )
    .readonly(),
  /** For a file: quotations that were not judged, and why: `too-long`. */
  unchecked: z
    .array(
      z
        .object({
          number: z.int().positive(),
          line: z.int().positive(),
          place: z.string().optional(),
          span: spanSchema,
          why: z.string(),
        })
        .readonly(),
    )
    .readonly()
    .optional(),
  /** How many quotations the message has, those within others too, where not all are checked at once. */
  quotations: z.int().nonnegative().optional(),
  /** The numbers of the first and last one that were looked at, where not all are checked at once. */
  checked: z.tuple([z.int(), z.int()]).readonly().optional(),
});
