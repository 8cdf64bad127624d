import { z } from 'zod';
import { datesAnswerSchema, eventsAnswerSchema } from './schema/eventAnswers.ts';
import { citationAnswerSchema, excerptsAnswerSchema, summaryAnswerSchema } from './schema/excerptAnswers.ts';
import { invalidAnswerSchema, noticeAnswerSchema } from './schema/messageAnswers.ts';
import { nothingAnswerSchema } from './schema/nothingAnswer.ts';
import { schedulesAnswerSchema } from './schema/scheduleAnswers.ts';
import { outlineAnswerSchema, sourcesAnswerSchema } from './schema/sourceAnswers.ts';
import { verdictsAnswerSchema, verdictSchema } from './schema/verdictAnswers.ts';

/**
 * What a command answers: plain data that knows no Discord. Stable: fields and kinds are added, never renamed.
 * Spans are half-open, in UTF-16 code units of the article's source (of the message, for `verdicts`).
 */
export const answerSchema = z
  .discriminatedUnion('kind', [
    excerptsAnswerSchema,
    summaryAnswerSchema,
    eventsAnswerSchema,
    datesAnswerSchema,
    verdictSchema,
    verdictsAnswerSchema,
    citationAnswerSchema,
    outlineAnswerSchema,
    sourcesAnswerSchema,
    schedulesAnswerSchema,
    nothingAnswerSchema,
    invalidAnswerSchema,
    noticeAnswerSchema,
  ])
  .readonly();
export type Answer = z.infer<typeof answerSchema>;
type AnswerKind = Answer['kind'];
/** The member of `Answer` with this kind. */
export type AnswerOf<Kind extends AnswerKind> = Extract<Answer, { kind: Kind }>;
