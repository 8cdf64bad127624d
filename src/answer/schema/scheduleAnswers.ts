import { z } from 'zod';

/** A run of a digest: when it was due, what became of it, and why. Instants are ISO 8601 in UTC. */
export const runSchema = z
  .object({
    due: z.string(),
    state: z.enum(['pending', 'claimed', 'posted', 'skipped', 'failed', 'uncertain']),
    reason: z.string().nullable(),
    detail: z.string().nullable(),
    /** An identifier for `detail`, such as `no-event`, unless that is Discord's own words. */
    cause: z.string().optional(),
    late: z.boolean(),
    manual: z.boolean(),
    message: z.string().nullable(),
    /** What could not be done with the message after it was posted. */
    undone: z
      .array(z.object({ kind: z.enum(['publish', 'thread']), detail: z.string().nullable() }).readonly())
      .readonly()
      .optional(),
    /** Where the message can be read. */
    url: z.string().optional(),
  })
  .readonly();
export type AnswerRun = z.infer<typeof runSchema>;

/** A digest: what it posts, when and where. `next` has the local time of each run, and what a clock change does to it. */
export const scheduleSchema = z
  .object({
    name: z.string(),
    channel: z.string(),
    what: z.string(),
    /** The kind of content that `what` describes. */
    content: z.enum(['sections', 'section', 'summary', 'events', 'quote']).optional(),
    when: z.string(),
    zone: z.string(),
    /** Why it does not run: `paused`, `ended`, or what must be repaired; `active` otherwise. */
    status: z.enum(['active', 'paused', 'ended', 'forbidden', 'gone', 'left']),
    pausedUntil: z.string().nullable(),
    late: z.string(),
    /** Up to how many hours late a missed run is posted; 0: missed runs are skipped. */
    lateHours: z.number().nonnegative().optional(),
    next: z
      .array(
        z
          .object({
            at: z.string(),
            local: z.string(),
            change: z.string().nullable(),
            /** What `change` says: the time does not exist on that day, or comes twice. */
            clockChange: z.enum(['gap', 'overlap']).optional(),
          })
          .readonly(),
      )
      .readonly(),
    /** The role that each post mentions; the server's own id is @everyone. */
    mention: z.string().optional(),
    /** Whether each post is published to the servers that follow the channel. */
    publish: z.boolean().optional(),
    /** Whether each post gets a thread. */
    thread: z.boolean().optional(),
    /** What else happens to each post, in words. */
    extras: z.string().optional(),
    last: runSchema.nullable(),
    history: z.array(runSchema).readonly().optional(),
  })
  .readonly();
export type AnswerSchedule = z.infer<typeof scheduleSchema>;

/** Digests, and what was done to one. */
export const schedulesAnswerSchema = z.object({
  kind: z.literal('schedules'),
  schedules: z.array(scheduleSchema).readonly(),
  /** What was done to it, or why nothing was. */
  done: z
    .enum([
      'created',
      'edited',
      'paused',
      'resumed',
      'queued',
      'ran',
      'unchanged',
      'already-paused',
      'not-paused',
      'over',
    ])
    .optional(),
  /** For `ran`: the run that was asked for, as far as it has come. */
  ran: runSchema.optional(),
});
