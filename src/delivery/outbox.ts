import type { FollowUpKind } from '../schedule/runs/followUps.ts';
import type { Obstacle, PermissionName } from './postingPermissions.ts';

/**
 * What delivery needs from Discord. Each function resolves to an outcome and never rejects; implemented by the
 * `discord` stage and by tests.
 */
export interface Outbox {
  /** Posts a message to a channel, thread or forum, once: it never retries by itself. */
  send(message: OutgoingMessage): Promise<SendResult>;
  /** Looks for a run's marker in the recent messages of a channel, or in a forum's active threads. */
  find(search: MarkerSearch): Promise<FindResult>;
  /** Publishes a posted message, or opens a thread below it; what was done already counts as done. */
  followUp(job: FollowUpJob): Promise<FollowUpResult>;
  /** Checks that a channel belongs to the server and that the bot has the permissions a digest needs there. */
  preflight(channel: string, guild: string): Promise<PreflightResult>;
}

export interface OutgoingMessage {
  readonly channel: string;
  /** The body as Discord's API expects it, without nonce. */
  readonly payload: unknown;
  /** Title of the post in a forum; at most 100 characters. */
  readonly title: string;
  /** The tag of the post in a forum. */
  readonly tag?: string | undefined;
  /**
   * Sent as `nonce` with `enforce_nonce`, where Discord supports it: for a few minutes the same nonce posts only once.
   */
  readonly nonce: string;
  /** Aborts the attempt; what was already sent may still arrive. */
  readonly signal: AbortSignal;
}

/**
 * The outcome of sending: `posted`; `rejected`, certainly not posted, and retrying is useless; `busy`, certainly not
 * posted, for now (429, or no connection was made); `unknown`, it may have been posted (5xx, a broken connection,
 * timeout).
 */
export type SendResult =
  /** `channel` is where the message is, if not where it was sent: a post in a forum is a thread. */
  | { readonly kind: 'posted'; readonly message: string; readonly channel?: string }
  | { readonly kind: 'rejected'; readonly reason: 'forbidden' | 'gone' | 'refused'; readonly detail: string }
  | { readonly kind: 'busy'; readonly retryAfterMs?: number | undefined; readonly detail: string }
  | { readonly kind: 'unknown'; readonly detail: string };

export interface FollowUpJob {
  readonly kind: FollowUpKind;
  readonly channel: string;
  readonly message: string;
  /** The thread's name; at most 100 characters. */
  readonly name: string;
  readonly signal: AbortSignal;
}

/** `rejected`: retrying is useless; `busy`: it is not known to be done, and may be tried again. */
export type FollowUpResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'rejected'; readonly detail: string }
  | { readonly kind: 'busy'; readonly retryAfterMs?: number | undefined; readonly detail: string };

export interface MarkerSearch {
  readonly channel: string;
  /** Part of the `custom_id` of one of the message's buttons. */
  readonly marker: string;
  /** The message cannot be older than this; milliseconds since 1970, by this machine's clock. */
  readonly since: number;
  readonly signal: AbortSignal;
}

/** `absent`: every message since then was seen; `unclear`: the channel cannot be searched, now or later. */
export type FindResult =
  | { readonly kind: 'found'; readonly message: string; readonly channel?: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'busy'; readonly retryAfterMs?: number | undefined; readonly detail: string }
  | { readonly kind: 'unclear'; readonly reason: 'forbidden' | 'gone' | 'incomplete'; readonly detail: string };

/** `unknown`: it could not be checked; sending will tell. */
export type PreflightResult =
  | { readonly kind: 'ok' }
  | { readonly kind: 'missing'; readonly permissions: readonly PermissionName[] }
  | { readonly kind: 'blocked'; readonly by: Obstacle }
  | { readonly kind: 'gone' }
  /** It belongs to another server. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unknown' };
