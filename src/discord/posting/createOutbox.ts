import { DiscordAPIError, HTTPError, RateLimitError, REST, Routes, type ChannelType } from 'discord.js';
import type {
  FindResult,
  FollowUpJob,
  FollowUpResult,
  MarkerSearch,
  Outbox,
  OutgoingMessage,
  SendResult,
} from '../../delivery/outbox.ts';
import {
  type ForumTag,
  isForum,
  missingPermissions,
  obstacleIn,
  tagsOfPost,
} from '../../delivery/postingPermissions.ts';
import type { TokenGuard } from '../gateway/tokenGuard.ts';
import { findMarker, type MarkerPlace } from './findMarker.ts';
import { firstLineOf } from '../../runtime/messageOf.ts';

/** A channel as the bot sees it; `unknown` if it cannot be looked up for now. */
export type ChannelView =
  | {
      readonly kind: 'channel';
      readonly type: ChannelType;
      readonly guild: string;
      /** The channel that a thread belongs to. */
      readonly parent?: string | undefined;
      /** The bot's permissions there, after all overwrites. */
      readonly permissions: bigint;
      readonly locked?: boolean;
      readonly requiresTag?: boolean;
      /** The tags of a forum. */
      readonly tags?: readonly ForumTag[];
    }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown' };

export interface OutboxOptions {
  readonly token: string;
  /** Base URL of Discord's API without its version. Default: Discord's own. */
  readonly api?: string | undefined;
  /** The bot's user id. */
  readonly bot: string;
  readonly look: (channel: string) => Promise<ChannelView>;
  /** Creates its REST clients. Default: discord.js's own, which drop their token at the first 401. */
  readonly createRest?: TokenGuard['createRest'] | undefined;
}

/** A forum post stays open for a week without messages. */
const FORUM_ARCHIVE_MINUTES = 10_080;
const TITLE_MAX_CHARS = 100;
/** Discord's code for a thread that is locked, or archived and cannot be reopened. */
const THREAD_LOCKED = 160_005;
const ARCHIVED = 50_083;
const TAG_REQUIRED = 40_067;
/** Discord's codes for what was done already: the message is published, or has a thread. */
const DONE_ALREADY = [40_033, 160_004];
/** Errors of a connection that was never made, so nothing was sent. */
const NOT_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/**
 * Creates the outbox over Discord's REST API. Messages are sent by a client that neither retries a request nor waits for
 * a rate limit, so that the outcome of each attempt is known exactly; reads may take their time.
 */
export function createOutbox({ token, api, bot, look, ...options }: OutboxOptions): Outbox {
  const address = api === undefined ? {} : { api };
  const { createRest = (special = {}) => new REST({ ...address, ...special }).setToken(token) } = options;
  const sender = createRest({ retries: 0, rejectOnRateLimit: () => true });
  const reader = createRest();

  async function send({ channel, payload, title, tag, nonce, signal }: OutgoingMessage): Promise<SendResult> {
    const view = await look(channel);
    if (view.kind === 'gone') return { kind: 'rejected', reason: 'gone', detail: 'channel-gone' };
    if (view.kind === 'unknown') return { kind: 'busy', detail: 'channel-unknown' };
    try {
      if (isForum(view.type)) {
        const name = title.slice(0, TITLE_MAX_CHARS) || '…';
        const tags = tagsOfPost(view, tag);
        const tagged = tags.length === 0 ? {} : { applied_tags: tags };
        const body = { name, auto_archive_duration: FORUM_ARCHIVE_MINUTES, ...tagged, message: payload };
        const post = posted(await sender.post(Routes.threads(channel), { body, signal }));
        return { ...post, channel: post.message };
      }
      const body = { ...(payload as object), nonce, enforce_nonce: true };
      return posted(await sender.post(Routes.channelMessages(channel), { body, signal }));
    } catch (error) {
      return classify(error);
    }
  }

  async function followUp({ kind, channel, message, name, signal }: FollowUpJob): Promise<FollowUpResult> {
    try {
      if (kind === 'publish') await sender.post(Routes.channelMessageCrosspost(channel, message), { signal });
      else {
        const body = { name: name.slice(0, TITLE_MAX_CHARS) || '…', auto_archive_duration: FORUM_ARCHIVE_MINUTES };
        await sender.post(Routes.threads(channel, message), { body, signal });
      }
      return { kind: 'done' };
    } catch (error) {
      if (error instanceof DiscordAPIError && DONE_ALREADY.includes(Number(error.code))) return { kind: 'done' };
      const result = classify(error);
      return result.kind === 'rejected' ? result : { ...result, kind: 'busy' };
    }
  }

  async function find({ channel, marker, since, signal }: MarkerSearch): Promise<FindResult> {
    const view = await look(channel);
    if (view.kind === 'gone') return { kind: 'unclear', reason: 'gone', detail: 'channel-gone' };
    if (view.kind === 'unknown') return { kind: 'busy', detail: 'channel-unknown' };
    const missing = missingPermissions(view).filter((name) => name !== 'SendMessages');
    if (missing.length > 0) return { kind: 'unclear', reason: 'forbidden', detail: missing.join(', ') };
    const place: MarkerPlace = { channel, guild: view.guild, forum: isForum(view.type), bot };
    try {
      return await findMarker((path, query) => reader.get(path, { query, signal }), { ...place, marker, since });
    } catch (error) {
      const result = classify(error);
      if (result.kind !== 'rejected') return { ...result, kind: 'busy' };
      const reason = result.reason === 'refused' ? 'incomplete' : result.reason;
      return { kind: 'unclear', reason, detail: result.detail };
    }
  }

  return {
    send,
    find,
    followUp,
    async preflight(channel, guild) {
      const view = await look(channel);
      if (view.kind !== 'channel') return { kind: view.kind };
      if (view.guild !== guild) return { kind: 'elsewhere' };
      const permissions = missingPermissions(view);
      if (permissions.length > 0) return { kind: 'missing', permissions };
      const by = obstacleIn(view);
      return by === undefined ? { kind: 'ok' } : { kind: 'blocked', by };
    },
  };
}

function posted(message: unknown): Extract<SendResult, { kind: 'posted' }> {
  return { kind: 'posted', message: (message as { readonly id: string }).id };
}

/** Classifies a failed request: whether it was carried out, and whether a retry can succeed. */
function classify(error: unknown): Exclude<SendResult, { kind: 'posted' }> {
  const detail = firstLineOf(error);
  if (error instanceof RateLimitError) {
    return {
      kind: 'busy',
      retryAfterMs: Math.max(error.retryAfter, error.sublimitTimeout),
      detail: 'rate limited (429)',
    };
  }
  if (error instanceof DiscordAPIError) {
    const text = `${firstLineOf(error)} (${error.code})`;
    if (error.status === 401) return { kind: 'busy', detail: text };
    if (
      error.code === TAG_REQUIRED ||
      error.code === THREAD_LOCKED ||
      error.code === ARCHIVED ||
      error.status === 403
    ) {
      return { kind: 'rejected', reason: 'forbidden', detail: text };
    }
    return { kind: 'rejected', reason: error.status === 404 ? 'gone' : 'refused', detail: text };
  }
  if (error instanceof HTTPError) return { kind: 'unknown', detail: `Discord failed (${error.status})` };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (NOT_CONNECTED.includes(code) || detail.startsWith('Expected token')) return { kind: 'busy', detail };
  return { kind: 'unknown', detail };
}
