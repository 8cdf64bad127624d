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

/** A message of ours without words of the source. */
export const noticeAnswerSchema = z.object({
  kind: z.literal('notice'),
  text: z.string(),
  /** The text in pieces; without them all of it is our own Markdown. */
  pieces: piecesSchema.optional(),
});
