import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Occurrence } from '../times/nextOccurrences.ts';

/**
 * The state of a run: waiting for its first or next attempt, being attempted, or finished. `uncertain` is finished too:
 * it may or may not have been posted, and is not posted again.
 */
export const RUN_STATES = ['pending', 'claimed', 'posted', 'skipped', 'failed', 'uncertain'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Why a run was not posted; the wording is in `reply/`. */
const RUN_REASONS = [
  /** The bot was offline when it was due, and the schedule skips such runs. */
  'missed',
  /** The bot was offline, and for longer than the schedule allows. */
  'too-late',
  /** A later run was due before this one could be posted. */
  'superseded',
  'paused',
  'disabled',
  /** There is no content for this day, such as no event "on this day". */
  'nothing',
  /** The article or section is no longer in the corpus; `detail` names it. */
  'content-gone',
  /** Permissions are missing; `detail` names them. */
  'forbidden',
  /** The channel no longer exists. */
  'gone',
  /** Discord rejected the message itself; `detail` is Discord's own message. */
  'refused',
  /** Discord could not be reached, or did not accept it, for an hour. */
  'unreachable',
  /** It was sent, and whether it arrived cannot be found out. */
  'unknown-outcome',
  /** The bot failed; `detail` is the id under which the log says more. */
  'broken',
] as const;
export type RunReason = (typeof RUN_REASONS)[number];

/** One run of a schedule in the ledger. Times are milliseconds since 1970. */
export interface Run {
  /** Identifies the run in Discord: part of the `custom_id` of the message's button, and the message's nonce. */
  readonly id: string;
  readonly schedule: string;
  readonly local: string;
  readonly offset: string;
  readonly due: number;
  /** The wall-clock time that was requested, if a clock change moved the run. */
  readonly wanted: string | null;
  /** Requested by a member, rather than by the schedule's rule. */
  readonly manual: boolean;
  /** The bot was offline when it was due. */
  readonly missed: boolean;
  readonly state: RunState;
  readonly reason: RunReason | null;
  readonly detail: string | null;
  readonly owner: string | null;
  readonly leaseUntil: number | null;
  readonly attempt: number;
  readonly notBefore: number;
  readonly firstTried: number | null;
  /** When a message with unknown outcome may have been sent. */
  readonly sentAt: number | null;
  readonly position: number | null;
  readonly nextPosition: number | null;
  /** Where it was sent, which may differ from where the schedule posts now. */
  readonly channel: string | null;
  /** The message id; for a forum post, the thread's id. */
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

/** Parses a row of the ledger. Throws a `ZodError` for one that this version cannot read. */
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

/**
 * Derives a run's id from its schedule, local time and offset; the same in every process. 20 characters of A-Z, a-z,
 * 0-9, `-`, `_`.
 */
export function runId(
  schedule: string,
  { localDateTime, offset }: Pick<Occurrence, 'localDateTime' | 'offset'>,
): string {
  return createHash('sha256').update(`${schedule} ${localDateTime} ${offset}`).digest('base64url').slice(0, 20);
}
