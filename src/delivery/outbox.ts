import type { Obstacle, PermissionName } from './postingPermissions.ts';

/**
 * What delivery needs of Discord. Each function resolves to what came of it and never rejects; the `discord` stage
 * implements it, and tests do.
 */
export interface Outbox {
  /** Posts a message to a channel, thread or forum, once: it does not try again by itself. */
  send(message: OutgoingMessage): Promise<SendResult>;
  /** Looks in the recent messages of a channel, in a forum among its active threads, for a run's marker. */
  find(search: MarkerSearch): Promise<FindResult>;
  /** Looks whether a channel is one of the server's, and the bot may do there what a digest needs. */
  preflight(channel: string, guild: string): Promise<PreflightResult>;
}

export interface OutgoingMessage {
  readonly channel: string;
  /** The body as Discord takes it, without nonce. */
  readonly payload: unknown;
  /** Names the post in a forum; 100 characters at most. */
  readonly title: string;
  /** Sent as `nonce` with `enforce_nonce`, where Discord takes them: for some minutes the same one posts only once. */
  readonly nonce: string;
  /** Gives the attempt up; whatever was sent by then may still arrive. */
  readonly signal: AbortSignal;
}

/**
 * What came of sending: `posted`; `rejected`, certainly not posted, and not going to be; `busy`, certainly not posted,
 * for now (429, or no connection was made); `unknown`, it may have been posted (5xx, a connection that broke, time out).
 */
export type SendResult =
  /** `channel` is where the message is, if that is another one than it was sent to: a post in a forum is a thread. */
  | { readonly kind: 'posted'; readonly message: string; readonly channel?: string }
  | { readonly kind: 'rejected'; readonly reason: 'forbidden' | 'gone' | 'refused'; readonly detail: string }
  | { readonly kind: 'busy'; readonly retryAfterMs?: number | undefined; readonly detail: string }
  | { readonly kind: 'unknown'; readonly detail: string };

export interface MarkerSearch {
  readonly channel: string;
  /** Stands within the `custom_id` of one of the message's buttons. */
  readonly marker: string;
  /** The message cannot be older; milliseconds since 1970, by this machine's clock. */
  readonly since: number;
  readonly signal: AbortSignal;
}

/** `absent`: every message since then was seen; `unclear`: the channel cannot be searched, now or later. */
export type FindResult =
  | { readonly kind: 'found'; readonly message: string; readonly channel?: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'busy'; readonly retryAfterMs?: number | undefined; readonly detail: string }
  | { readonly kind: 'unclear'; readonly reason: 'forbidden' | 'gone' | 'incomplete'; readonly detail: string };

/** `unknown`: it could not be found out; sending will. */
export type PreflightResult =
  | { readonly kind: 'ok' }
  | { readonly kind: 'missing'; readonly permissions: readonly PermissionName[] }
  | { readonly kind: 'blocked'; readonly by: Obstacle }
  | { readonly kind: 'gone' }
  /** It is a channel of another server. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unknown' };
