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
  /** The tags of a forum. */
  readonly tags?: readonly ForumTag[];
}

/** A tag of a forum; a moderated one is for members with Manage Threads. */
export interface ForumTag {
  readonly id: string;
  readonly name: string;
  readonly moderated: boolean;
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

/** Lists the permissions that the bot lacks to answer each question of a text channel or forum in a thread. */
export function missingForThreads({ type, permissions }: PostingPlace): readonly PermissionName[] {
  if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return [];
  const needed: readonly PermissionName[] = [
    'ViewChannel',
    'ReadMessageHistory',
    'SendMessagesInThreads',
    // A post in a forum already is a thread.
    ...(isForum(type) ? [] : (['CreatePublicThreads'] as const)),
  ];
  return needed.filter((name) => (permissions & PermissionFlagsBits[name]) === 0n);
}

/** What prevents digests in a channel although no permission is missing; undefined if nothing does. */
export function obstacleIn(place: PostingPlace): Obstacle | undefined {
  if (place.requiresTag && usableTags(place).length === 0) return 'tag-required';
  return place.locked && !mayManageThreads(place) ? 'locked' : undefined;
}

/** Lists the tags of a forum that the bot may give its posts. */
export function usableTags(place: PostingPlace): readonly ForumTag[] {
  return (place.tags ?? []).filter(({ moderated }) => !moderated || mayManageThreads(place));
}

/** Chooses the tags of a post: the wanted one if there still is one, else the first usable one if the forum requires a tag. */
export function tagsOfPost(place: PostingPlace, wanted: string | undefined): readonly string[] {
  const usable = usableTags(place).map(({ id }) => id);
  if (wanted !== undefined && usable.includes(wanted)) return [wanted];
  return place.requiresTag ? usable.slice(0, 1) : [];
}

function mayManageThreads({ permissions }: PostingPlace): boolean {
  return (permissions & (PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageThreads)) !== 0n;
}
