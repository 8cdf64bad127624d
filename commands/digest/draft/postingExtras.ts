import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { AnswerOf } from '../../../src/answer/answer.ts';
import { invalid } from '../../../src/command/checkOptions.ts';
import type { ServerContext } from '../../../src/command/requireManagedGuild.ts';
import { isForum, type PostingPlace, usableTags } from '../../../src/delivery/postingPermissions.ts';
import { extraProblem } from '../../../src/reply/words/digests/extraWords.ts';
import type { ScheduleDraft } from '../../../src/schedule/schedule.ts';

/** What is done besides posting: whom to mention, and what becomes of each post. */
export type PostingExtras = Pick<ScheduleDraft, 'mention' | 'publish' | 'thread' | 'tag'>;

/** What was chosen; a tag by its name or id. */
interface ChosenExtras {
  readonly mention?: string | undefined;
  readonly publish?: boolean | undefined;
  readonly thread?: boolean | undefined;
  readonly tag?: string | undefined;
}

/**
 * Checks what is done besides posting in a channel: that the role may be mentioned by the bot and by the member, that the
 * channel can be published from or have threads, and which tag a forum's posts get. A forum that requires a tag and has
 * several is asked back; one with a single usable tag gets that. What cannot be looked up is taken as it is.
 */
export async function postingExtras(
  chosen: ChosenExtras,
  channel: string,
  context: ServerContext,
): Promise<{ readonly kind: 'extras'; readonly extras: PostingExtras } | AnswerOf<'invalid'>> {
  const place = await context.posting?.look(channel, context.guild);
  const { mention, publish, thread } = chosen;
  if (mention !== undefined && !(await mayMention(mention, place, context)))
    return invalid(
      'mention',
      extraProblem({ kind: mention === context.guild ? 'no-everyone' : 'no-mention' }, channel),
    );
  if (publish && place && place.type !== ChannelType.GuildAnnouncement)
    return invalid('publish', extraProblem({ kind: 'no-announcements' }, channel));
  if (thread && place && place.type !== ChannelType.GuildText && place.type !== ChannelType.GuildAnnouncement)
    return invalid('thread', extraProblem({ kind: 'no-threads' }, channel));
  if (thread && place && !has(place, PermissionFlagsBits.CreatePublicThreads))
    return invalid('thread', extraProblem({ kind: 'may-not-thread' }, channel));
  const tag = tagOf(chosen.tag, place, channel);
  if (tag.kind === 'invalid') return tag;
  return {
    kind: 'extras',
    extras: {
      ...(mention === undefined ? {} : { mention }),
      ...(publish ? { publish: true } : {}),
      ...(thread ? { thread: true } : {}),
      ...(tag.id === undefined ? {} : { tag: tag.id }),
    },
  };
}

/** Whether both the member and the bot may mention a role: anybody may, or each has Mention Everyone. */
async function mayMention(
  role: string,
  place: PostingPlace | undefined,
  { caller, guild, posting }: ServerContext,
): Promise<boolean> {
  const isMemberAllowed = caller.mentionsEveryone === true || caller.operator === true;
  if (isMemberAllowed && (!place || has(place, PermissionFlagsBits.MentionEveryone))) return true;
  return role !== guild && (await posting?.isMentionable(guild, role)) === true;
}

function tagOf(
  typed: string | undefined,
  place: PostingPlace | undefined,
  channel: string,
): { readonly kind: 'tag'; readonly id?: string | undefined } | AnswerOf<'invalid'> {
  if (!place) return { kind: 'tag', id: /^\d{1,20}$/u.test(typed ?? '') ? typed : undefined };
  if (!isForum(place.type))
    return typed === undefined ? { kind: 'tag' } : invalid('tag', extraProblem({ kind: 'no-forum' }, channel));
  const tags = usableTags(place);
  const names = tags.map(({ name }) => name);
  if (typed === undefined) {
    if (place.requiresTag && tags.length > 1)
      return invalid('tag', extraProblem({ kind: 'which-tag', names }, channel), names);
    return { kind: 'tag', id: place.requiresTag ? tags[0]?.id : undefined };
  }
  const found = tags.find(({ id, name }) => id === typed || name.toLowerCase() === typed.trim().toLowerCase());
  if (found) return { kind: 'tag', id: found.id };
  return invalid('tag', extraProblem({ kind: 'no-tag', typed, names }, channel), names);
}

function has({ permissions }: PostingPlace, permission: bigint): boolean {
  return (permissions & (permission | PermissionFlagsBits.Administrator)) !== 0n;
}
