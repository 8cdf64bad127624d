import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Occurrence } from '../times/nextOccurrences.ts';

/**
 * Where a run is: waiting for its first or next attempt, being attempted, or finished. `uncertain` is finished too: it
 * may have been posted or not, and is not posted again.
 */
export const RUN_STATES = ['pending', 'claimed', 'posted', 'skipped', 'failed', 'uncertain'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Why a run was not posted; what people read of it is in `reply/`. */
const RUN_REASONS = [
  /** Nobody was there when it was due, and the schedule skips such runs. */
  'missed',
  /** The same, and it is longer ago than the schedule allows. */
  'too-late',
  /** A later run was due before this one could be posted. */
  'superseded',
  'paused',
  'disabled',
  /** The content has nothing for this day, such as no event "on this day". */
  'nothing',
  /** The article or section is not in the corpus any more; `detail` names it. */
  'content-gone',
  /** Permissions are missing; `detail` names them. */
  'forbidden',
  /** The channel does not exist any more. */
  'gone',
  /** Discord refused the message itself; `detail` has its words. */
  'refused',
  /** Discord could not be reached, or did not take it, for an hour. */
  'unreachable',
  /** It was sent, and there is no telling whether it arrived. */
  'unknown-outcome',
  /** The bot failed; `detail` has the id under which the log tells more. */
  'broken',
] as const;
export type RunReason = (typeof RUN_REASONS)[number];

/** One run of a schedule in the ledger. Times are milliseconds since 1970. */
export interface Run {
  /** Found again in Discord by this: it is in the `custom_id` of the message's button, and is its nonce. */
  readonly id: string;
  readonly schedule: string;
  readonly local: string;
  readonly offset: string;
  readonly due: number;
  /** The wall-clock time asked for, where a clock change moved the run. */
  readonly wanted: string | null;
  /** Asked for by a member, rather than by the schedule's rule. */
  readonly manual: boolean;
  /** Nobody was there when it was due. */
  readonly missed: boolean;
  readonly state: RunState;
  readonly reason: RunReason | null;
  readonly detail: string | null;
  readonly owner: string | null;
  readonly leaseUntil: number | null;
  readonly attempt: number;
  readonly notBefore: number;
  readonly firstTried: number | null;
  /** When a message may have been sent of which nothing is known yet. */
  readonly sentAt: number | null;
  readonly position: number | null;
  readonly nextPosition: number | null;
  /** Where it was sent, which need not be where the schedule posts now. */
  readonly channel: string | null;
  /** The message; of a post in a forum its thread. */
  readonly message: string | null;
  readonly finishedAt: number | null;
}

const flag = z.coerce.number().transform(Boolean);
const time = z.coerce.number().nullable();
const rowSchema = z.object({
  id: z.string(),
  schedule: z.string(),
  local: z.string(),
  utc_offset: z.string(),
  due: z.coerce.number(),
  wanted: z.string().nullable(),
  manual: flag,
  missed: flag,
  state: z.enum(RUN_STATES),
  reason: z.enum(RUN_REASONS).nullable(),
  detail: z.string().nullable(),
  owner: z.string().nullable(),
  lease_until: time,
  attempt: z.coerce.number(),
  not_before: z.coerce.number(),
  first_tried: time,
  sent_at: time,
  position: time,
  next_position: time,
  channel: z.string().nullable(),
  message: z.string().nullable(),
  finished_at: time,
});

/** Reads a row of the ledger. Throws a `ZodError` for one that this version cannot read. */
export function parseRun(row: unknown): Run {
  const { utc_offset, lease_until, not_before, first_tried, sent_at, next_position, finished_at, ...rest } =
    rowSchema.parse(row);
  return {
    ...rest,
    offset: utc_offset,
    leaseUntil: lease_until,
    notBefore: not_before,
    firstTried: first_tried,
    sentAt: sent_at,
    nextPosition: next_position,
    finishedAt: finished_at,
  };
}

/** Names a run by its schedule, local time and offset; the same in every process. 20 characters of A-Z, a-z, 0-9, `-`, `_`. */
export function runId(
  schedule: string,
  { localDateTime, offset }: Pick<Occurrence, 'localDateTime' | 'offset'>,
): string {
  return createHash('sha256').update(`${schedule} ${localDateTime} ${offset}`).digest('base64url').slice(0, 20);
}
