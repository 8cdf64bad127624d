import { z } from 'zod';
import { piecesSchema } from '../said.ts';

/** An option that cannot be read, and what comes close to it. */
export const invalidAnswerSchema = z.object({
  kind: z.literal('invalid'),
  option: z.string(),
  message: z.string(),
  nearest: z.array(z.string()).readonly(),
  /** The message in pieces; without them all of it is taken for words of others. */
  pieces: piecesSchema.optional(),
});

/** What a message of ours asks: the answers that can be chosen, and the request that each makes. */
const choicesSchema = z
  .array(
    z
      .object({
        choice: z.enum(['delete', 'keep']),
        command: z.string(),
        options: z.record(z.string(), z.string()).readonly(),
      })
      .readonly(),
  )
  .readonly();

/** A message of ours without words of the source. */
export const noticeAnswerSchema = z.object({
  kind: z.literal('notice'),
  text: z.string(),
  /** The text in pieces; without them all of it is our own Markdown. */
  pieces: piecesSchema.optional(),
  choices: choicesSchema.optional(),
});
