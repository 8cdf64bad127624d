import { z } from 'zod';
import { articleIdSchema } from '../article/article.ts';
import { zoneSchema } from '../settings/zones/zone.ts';
import { ruleSchema } from './when/rule.ts';

export const LENGTHS = ['brief', 'standard', 'full'] as const;
const common = { length: z.enum(LENGTHS) };
/** One article, or everything the channel sees if none is named. */
const scope = { article: articleIdSchema.optional() };

/** What a digest posts. */
const contentSchema = z
  .discriminatedUnion('kind', [
    /** A section per run, in order; `after` says what follows the last. The schedule's position counts from 0. */
    z.strictObject({ kind: z.literal('sections'), ...scope, ...common, after: z.enum(['wrap', 'end']) }),
    /** One section, by its heading or the reference of its paragraphs. */
    z.strictObject({ kind: z.literal('section'), article: articleIdSchema, section: z.string().min(1), ...common }),
    z.strictObject({ kind: z.literal('summary'), ...scope, ...common }),
    z.strictObject({ kind: z.literal('events'), ...scope, ...common, which: z.enum(['all', 'on-this-day']) }),
    /** A passage: the named one, or a different one each run. */
    z.strictObject({ kind: z.literal('quote'), ...scope, ...common, reference: z.string().min(1).optional() }),
  ])
  .readonly();
export type Content = z.infer<typeof contentSchema>;

/** What to do with a missed run: post it up to this many hours late, or skip it. */
const lateSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('late'), hours: z.number().positive().max(168) }),
    z.strictObject({ kind: z.literal('skip') }),
  ])
  .readonly();
export type LatePolicy = z.infer<typeof lateSchema>;
export const DEFAULT_LATE: LatePolicy = { kind: 'late', hours: 6 };

export const SCHEDULE_NAME_MAX_CHARS = 50;
const nameSchema = z.string().trim().min(1).max(SCHEDULE_NAME_MAX_CHARS);

const snowflake = z.string().regex(/^\d{1,20}$/u);

/** The parts of a schedule that a member sets. */
export const scheduleDraftSchema = z.object({
  guild: z.string().min(1),
  channel: z.string().min(1),
  /** Unique in its server, ignoring case. */
  name: nameSchema,
  content: contentSchema,
  rule: ruleSchema,
  zone: zoneSchema,
  late: lateSchema,
  /** The member who created it. */
  creator: z.string().min(1),
  /** The role that each post mentions; the server's own id is @everyone. Default: none. */
  mention: snowflake.optional(),
  /** The tag of its posts in a forum. Default: the first one that the bot may use, if the forum requires one. */
  tag: snowflake.optional(),
  /** Whether each post is published to the servers that follow the channel. Default: no. */
  publish: z.literal(true).optional(),
  /** Whether each post gets a thread. Default: no. */
  thread: z.literal(true).optional(),
});
export type ScheduleDraft = Readonly<z.infer<typeof scheduleDraftSchema>>;

/**
 * Why a schedule does not run until it is resumed; `ended` if its reading plan has ended, `left` if the bot was removed
 * from the server.
 */
const disabledSchema = z.enum(['forbidden', 'gone', 'ended', 'left']);
export type DisabledReason = z.infer<typeof disabledSchema>;

/** A schedule with its state. Times are milliseconds since 1970. */
export interface Schedule extends ScheduleDraft {
  readonly id: string;
  readonly createdAt: number;
  /** The reading plan's next position, from 0. */
  readonly position: number;
  readonly pausedUntil: number | null;
  readonly disabled: DisabledReason | null;
  readonly cursor: number;
  /** The next run; null if there is none: paused for good, disabled, or over. */
  readonly nextDue: number | null;
}

/** The end of an indefinite pause: the last time that a date can hold. */
export const PAUSED_FOR_GOOD = 8_640_000_000_000_000;

const rowSchema = z.object({
  id: z.string(),
  guild: z.string(),
  channel: z.string(),
  name: z.string(),
  content: jsonOf(contentSchema),
  rule: jsonOf(ruleSchema),
  zone: zoneSchema,
  late_hours: z.coerce.number().positive().nullable(),
  creator: z.string(),
  created_at: z.coerce.number(),
  position: z.coerce.number().int(),
  paused_until: z.coerce.number().nullable(),
  disabled: disabledSchema.nullable(),
  cursor: z.coerce.number(),
  next_due: z.coerce.number().nullable(),
  mention: snowflake.nullable(),
  tag: snowflake.nullable(),
  publish: z.coerce.number(),
  thread: z.coerce.number(),
});

/** Parses a row of the table. Throws a `ZodError` for one that this version cannot read. */
export function parseSchedule(row: unknown): Schedule {
  const { late_hours: hours, created_at, paused_until, next_due, ...columns } = rowSchema.parse(row);
  const { mention, tag, publish, thread, ...rest } = columns;
  return {
    ...rest,
    ...(mention === null ? {} : { mention }),
    ...(tag === null ? {} : { tag }),
    ...(publish === 0 ? {} : { publish: true }),
    ...(thread === 0 ? {} : { thread: true }),
    late: hours === null ? { kind: 'skip' } : { kind: 'late', hours },
    createdAt: created_at,
    pausedUntil: paused_until,
    nextDue: next_due,
  };
}

/** Parses the rows that this version can read, and drops the others. */
export function readableSchedules(rows: readonly unknown[]): readonly Schedule[] {
  return rows.flatMap((row) => {
    try {
      return [parseSchedule(row)];
    } catch {
      return [];
    }
  });
}

function jsonOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
