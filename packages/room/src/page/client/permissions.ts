import type { ViewChannel } from '../../members/events.ts';

export const MANAGE_MESSAGES = 1n << 13n;
const ATTACH_FILES = 1n << 15n;
const ADMINISTRATOR = 1n << 3n;
const SEND_MESSAGES = 1n << 11n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;

const DIRECT_MESSAGE = 1;
const THREADS: ReadonlySet<number> = new Set([10, 11, 12]);
/** Channels of posts: forums and media. */
const FORUMS: ReadonlySet<number> = new Set([15, 16]);

type Place = Pick<ViewChannel, 'type' | 'permissions'>;

export function isForum({ type }: Pick<ViewChannel, 'type'>): boolean {
  return FORUMS.has(type);
}

/** Whether the member has a permission in a channel, or all as an administrator. */
export function may({ permissions }: Pick<ViewChannel, 'permissions'>, bit: bigint): boolean {
  return (BigInt(permissions) & (bit | ADMINISTRATOR)) !== 0n;
}

/** Whether the member can write messages in a channel; a forum takes posts only. */
export function mayWrite(channel: Place): boolean {
  if (isForum(channel)) return false;
  if (channel.type === DIRECT_MESSAGE) return true;
  return may(channel, THREADS.has(channel.type) ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES);
}

/** Whether the member can start a post in a forum. */
export function mayPost(channel: Place): boolean {
  return isForum(channel) && may(channel, SEND_MESSAGES);
}

/** Whether the member can attach files to messages in a channel. */
export function mayAttach(channel: Place): boolean {
  return mayWrite(channel) && (channel.type === DIRECT_MESSAGE || may(channel, ATTACH_FILES));
}
