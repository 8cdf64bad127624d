import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';

/** A permission by its name in Discord's API, which is close to its name in the server's settings. */
export type PermissionName = keyof typeof PermissionFlagsBits;

/** What posting needs to know about a channel. */
export interface PostingPlace {
  readonly type: ChannelType;
  /** The bot's permissions there, after all overwrites. */
  readonly permissions: bigint;
  /** Whether it is a thread in which only members with Manage Threads may write. */
  readonly locked?: boolean;
  /** Whether it is a forum in which each post needs a tag. */
  readonly requiresTag?: boolean;
}

/** What prevents digests in a channel besides permissions. */
export type Obstacle = 'locked' | 'tag-required';

/** Channels in which a digest can be posted. */
const POSTABLE: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];
const THREADS: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];
const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

/** Returns true if a digest can be posted in channels of a type: text, announcement, thread or forum. */
export function isPostable(type: ChannelType): boolean {
  return POSTABLE.includes(type);
}

/** Returns true if a channel consists of posts rather than messages (a forum). */
export function isForum(type: ChannelType): boolean {
  return FORUMS.includes(type);
}

/**
 * Lists the permissions that the bot lacks to post digests in a channel. Reading the history is needed to find out
 * whether a message arrived after an interrupted request: without it Discord shows an empty channel.
 * https://docs.discord.com/developers/topics/permissions
 */
export function missingPermissions({ type, permissions }: PostingPlace): readonly PermissionName[] {
  const posting: PermissionName = THREADS.includes(type) ? 'SendMessagesInThreads' : 'SendMessages';
  const needed: readonly PermissionName[] = ['ViewChannel', posting, 'ReadMessageHistory'];
  if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return [];
  return needed.filter((name) => (permissions & PermissionFlagsBits[name]) === 0n);
}

/** What prevents digests in a channel although no permission is missing; undefined if nothing does. */
export function obstacleIn({ locked, requiresTag, permissions }: PostingPlace): Obstacle | undefined {
  if (requiresTag) return 'tag-required';
  const mayUnlock = (permissions & (PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageThreads)) !== 0n;
  return locked && !mayUnlock ? 'locked' : undefined;
}
