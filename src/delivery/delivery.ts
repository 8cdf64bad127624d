import type { Clock } from '../schedule/times/clock.ts';
import type { Run } from '../schedule/runs/run.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Store } from '../store/store.ts';
import type { Outbox } from './outbox.ts';

/** A run with all that its message is made of. */
export interface Job {
  readonly schedule: Schedule;
  readonly run: Run;
  /** What a reading plan posts now, from 0. */
  readonly position: number;
  /** Whether the message is to be marked as late. */
  readonly late: boolean;
}

/**
 * A run's message, or why there is none: `nothing`, the content has nothing for now; `content-gone`, its article or
 * section is not there any more, or not for this channel; `busy`, it cannot be told for now what the channel may see.
 */
export type Rendered =
  | {
      readonly kind: 'message';
      /** The body as Discord takes it. The run's id is in the `custom_id` of one of its buttons. */
      readonly payload: unknown;
      /** Names the post in a forum; 100 characters at most. */
      readonly title: string;
      /** Where the reading plan is once this is posted; null if it ends; absent for other content. */
      readonly next?: number | null | undefined;
    }
  | { readonly kind: 'nothing'; readonly detail: string }
  | { readonly kind: 'content-gone'; readonly detail: string }
  | { readonly kind: 'busy'; readonly detail: string };

/** Periods, in milliseconds. */
export interface DeliveryTimes {
  /** How long a claim lasts without being renewed. */
  readonly leaseMs: number;
  /** How long one request may take. */
  readonly sendTimeoutMs: number;
  /** How long after sending a message may still turn up; only then is it looked for. More than `sendTimeoutMs`. */
  readonly flightMs: number;
  /** How long a run is tried, from its first attempt. */
  readonly giveUpMs: number;
  /** From how late on a message is marked so. */
  readonly lateMs: number;
  /** How long a run may wait for its turn before it counts as missed. */
  readonly queueMs: number;
  /** The first pause before another attempt, which doubles each time, and the longest. */
  readonly backoffMs: readonly [first: number, longest: number];
}

/** A nonce is remembered for two minutes, so a claim is not taken over before. */
export const DELIVERY_TIMES: DeliveryTimes = {
  leaseMs: 120_000,
  sendTimeoutMs: 15_000,
  flightMs: 60_000,
  giveUpMs: 3_600_000,
  lateMs: 300_000,
  queueMs: 1_800_000,
  backoffMs: [2000, 600_000],
};

/** All that delivering touches. */
export interface DeliveryContext {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly render: (job: Job) => Promise<Rendered>;
  readonly clock: Clock;
  /** Numbers from 0 to below 1, for the jitter. */
  readonly random: () => number;
  readonly times: DeliveryTimes;
}
