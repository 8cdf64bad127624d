import { z } from 'zod';
import { editionSchema } from '../article/article.ts';
import { PARTS } from '../language/dates/edtf.ts';
import { RULE_IDS, ruleDataSchema } from '../language/dates/ruleReading.ts';
import { EVENT_KINDS } from './mentions/triggers.ts';

const spanSchema = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([start, end]) => start < end, 'a span must start before it ends')
  .readonly();
const fragmentSchema = z
  .strictObject({ text: z.string().min(1), span: spanSchema, inferred: z.enum(['dateline', 'context']).optional() })
  .readonly();

/**
 * One event of `corpus/<id>/events.json`. Spans are in the source; `span` and each of `also` is a whole sentence;
 * `trigger` lies in `span` and distinguishes the events of one sentence.
 */
const curatedEventSchema = z
  .strictObject({
    status: z.enum(['extracted', 'confirmed', 'corrected', 'rejected']),
    label: z.string().min(1),
    kind: z.enum(EVENT_KINDS),
    modality: z.enum(['actual', 'foiled', 'planned', 'possible', 'denied']),
    date: z
      .strictObject({
        phrase: z.string().min(1),
        span: spanSchema,
        edtf: z.string().min(1).nullable(),
        /** Which part of the year or month in `edtf` the source means. */
        portion: z.enum(PARTS).optional(),
        certainty: z.enum(['stated', 'resolved', 'inferred', 'vague']),
        /** The rule in words, possibly an editor's. If it is missing, `ruleId` identifies the rule. */
        rule: z.string().min(1).optional(),
        ruleId: z.enum(RULE_IDS).optional(),
        ruleData: ruleDataSchema.optional(),
      })
      .readonly()
      .nullable(),
    places: z.array(fragmentSchema).readonly(),
    actors: z.array(fragmentSchema).readonly(),
    span: spanSchema,
    trigger: spanSchema,
    also: z.array(spanSchema).readonly(),
    /** The editor's reason. */
    note: z.string().min(1).optional(),
  })
  .readonly();
export type CuratedEvent = z.infer<typeof curatedEventSchema>;

/** The contents of `corpus/<id>/events.json`: what was extracted from one edition, and an editor's decisions on it. */
export const eventFileSchema = z
  .strictObject({
    /** The edition of the spans. */
    edition: editionSchema,
    events: z.array(curatedEventSchema).readonly(),
  })
  .readonly();
export type EventFile = z.infer<typeof eventFileSchema>;

/** Writes an event file as JSON, one event per line, so that changing one event changes one line. */
export function formatEventFile({ edition, events }: EventFile): string {
  const lines = events.map((event) => `    ${JSON.stringify(event)}`);
  return `{\n  "edition": ${JSON.stringify(edition)},\n  "events": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
