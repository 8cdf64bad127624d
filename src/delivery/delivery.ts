import type { Clock } from '../schedule/times/clock.ts';
import type { Run } from '../schedule/runs/run.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Store } from '../store/store.ts';
import type { Outbox } from './outbox.ts';

/** A run with everything its message needs. */
export interface Job {
  readonly schedule: Schedule;
  readonly run: Run;
  /** The position of a reading plan to post now, from 0. */
  readonly position: number;
  /** Whether to mark the message as late. */
  readonly late: boolean;
}

/**
 * A run's message, or why there is none: `nothing`, there is no content for now; `content-gone`, its article or section
 * no longer exists, or not for this channel; `busy`, what the channel may see cannot be looked up for now.
 */
export type Rendered =
  | {
      readonly kind: 'message';
      /** The body as Discord's API expects it. The run's id is in the `custom_id` of one of its buttons. */
      readonly payload: unknown;
      /** Title of the post in a forum; at most 100 characters. */
      readonly title: string;
      /** The reading plan's position once this is posted; null if it ends; absent for other content. */
      readonly next?: number | null | undefined;
    }
  | { readonly kind: 'nothing'; readonly detail: string }
  | { readonly kind: 'content-gone'; readonly detail: string }
  | { readonly kind: 'busy'; readonly detail: string };

/** Durations, in milliseconds. */
export interface DeliveryTimes {
  /** How long a claim lasts unless it is renewed. */
  readonly leaseMs: number;
  /** How long sending one message may take. */
  readonly sendTimeoutMs: number;
  /** How long after sending a message may still appear; it is only looked for after that. More than `sendTimeoutMs`. */
  readonly flightMs: number;
  /** How long a run is retried, from its first attempt. */
  readonly giveUpMs: number;
  /** How late a message must be to be marked as late. */
  readonly lateMs: number;
  /** How long a run may wait for its turn before it counts as missed. */
  readonly queueMs: number;
  /** The first pause before a retry, which doubles each time, and the longest. */
  readonly backoffMs: readonly [first: number, longest: number];
}

/** Discord remembers a nonce for two minutes, so a claim is not taken over earlier. */
export const DELIVERY_TIMES: DeliveryTimes = {
  leaseMs: 120_000,
  sendTimeoutMs: 15_000,
  flightMs: 60_000,
  giveUpMs: 3_600_000,
  lateMs: 300_000,
  queueMs: 1_800_000,
  backoffMs: [2000, 600_000],
};

/** Dependencies of delivery. */
export interface DeliveryContext {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly render: (job: Job) => Promise<Rendered>;
  readonly clock: Clock;
  /** Names the thread below a digest’s message of a date (YYYY-MM-DD). Default: the digest’s name. */
  readonly threadName?: (schedule: Schedule, date: string) => string;
  /** Random numbers from 0 to below 1, for the jitter. */
  readonly random: () => number;
  readonly times: DeliveryTimes;
}
