import { z } from 'zod';
import { excerptSchema } from '../../excerpt/excerpt.ts';
import { PARTS } from '../../language/dates/edtf.ts';
import { RULE_IDS, ruleDataSchema } from '../../language/dates/ruleReading.ts';
import { eventReading } from './eventReading.ts';
import { equivalent } from './remarks.ts';
import { spanSchema } from './searched.ts';

/** Words of the source; `inferred` says what they were taken from where the event's own sentences do not say them. */
const fragmentSchema = z
  .object({ text: z.string(), span: spanSchema, inferred: z.enum(['dateline', 'context']).optional() })
  .readonly();

/** A date expression with the date it means (EDTF, ISO 8601-2), how sure that is, and by which rule. */
export const dateSchema = z
  .object({
    text: z.string(),
    span: spanSchema,
    edtf: z.string().nullable(),
    /** Which part of the year or month in `edtf` the text means: `late` for "the end of August". */
    portion: z.enum(PARTS).optional(),
    certainty: z.enum(['stated', 'resolved', 'inferred', 'vague']),
    /** The rule in words. In JSON it is always there; before that only in the words of an editor. */
    rule: z.string().optional(),
    ruleId: z.enum(RULE_IDS).optional(),
    ruleData: ruleDataSchema.optional(),
  })
  .readonly();

export const eventSchema = z
  .object({
    label: z.string(),
    kind: z.string(),
    modality: z.string(),
    date: dateSchema.unwrap().omit({ text: true }).extend({ phrase: z.string() }).readonly().nullable(),
    places: z.array(fragmentSchema).readonly(),
    actors: z.array(fragmentSchema).readonly(),
    excerpt: excerptSchema,
    /** The words in `excerpt` that tell of it, by which the events of one sentence are told apart. */
    trigger: spanSchema,
    /** Other passages about it, those of its own article first; where all articles were asked, of other articles too. */
    also: z.array(excerptSchema).readonly(),
    status: z.enum(['extracted', 'confirmed', 'corrected', 'rejected']),
  })
  .readonly();
export type AnswerEvent = z.infer<typeof eventSchema>;

/** What the source says happened, is planned or was said. */
export const eventsAnswerSchema = z.object({
  kind: z.literal('events'),
  events: z.array(eventSchema).min(1).readonly(),
  /** Whether the order by date differs from the order of the text. */
  reorders: z.boolean().optional(),
  equivalent,
  ...eventReading,
  /** Where nothing is of "last summer" as of today: what it means as of an article's date, which these events are of. */
  asOf: z
    .array(z.object({ published: z.string(), phrase: z.string(), edtf: z.string() }).readonly())
    .readonly()
    .optional(),
});

/** The date expressions of a text. */
export const datesAnswerSchema = z.object({ kind: z.literal('dates'), dates: z.array(dateSchema).readonly() });
