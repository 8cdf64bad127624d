import { ChannelType, type Message } from 'discord.js';
import type { Intent } from '../../utterance/intent.ts';
import { isQuestion } from '../../utterance/isQuestion.ts';
import { readUtterance } from '../../utterance/readUtterance.ts';
import type { BotContext } from '../interactions/botContext.ts';
import { placeOf } from '../interactions/callerOf.ts';
import { isByMember, speaksToOther } from './addressed.ts';
import type { MessageReading } from './messageReading.ts';
import { surroundingsOf } from './surroundingsOf.ts';

/** Whether a message is by a member in the server's ask channel: in a text channel itself, or what a post in a forum opens with. */
export async function isInAskChannel(
  message: Message,
  { askChannel }: Pick<BotContext, 'askChannel'>,
): Promise<boolean> {
  if (askChannel === undefined || message.guildId === null || !isByMember(message) || message.reference) return false;
  const wanted = await askChannel(message.guildId);
  if (wanted === undefined) return false;
  return message.channelId === wanted || isOpeningOf(message, wanted);
}

/**
 * Reads a question in an ask channel, which is answered in a thread of its own; undefined if it is talk among members. Of
 * a forum's post the title is asked, then the text.
 */
export async function postedQuestion(
  message: Message,
  { contextFor }: Pick<BotContext, 'contextFor'>,
): Promise<MessageReading | undefined> {
  if (speaksToOther(message)) return undefined;
  const place = await placeOf(message.client, { guild: message.guildId, channel: message.channelId });
  const context = await contextFor({ ...place, user: message.author.id, manages: false });
  const { channel, content } = message;
  const isPost = channel.isThread();
  const texts = isPost ? [channel.name, content] : [content];
  const surroundings = surroundingsOf(context);
  const [first, ...others] = texts.flatMap((text) => {
    const intent: Intent = readUtterance(text, surroundings);
    return intent.kind === 'use' && isQuestion(text, intent) ? [{ text, uses: intent.uses }] : [];
  });
  if (!first) return undefined;
  const uses = [...first.uses, ...others.flatMap(({ uses }) => uses)] as const;
  return {
    intent: { kind: 'use', uses: [first.uses[0], ...uses.slice(1)] },
    context,
    posted: { thread: isPost ? undefined : message.cleanContent },
  };
}

/** The message that a forum's post opens with has the post's id. */
function isOpeningOf({ id, channel }: Message, forum: string): boolean {
  if (!channel.isThread() || channel.id !== id || channel.parentId !== forum) return false;
  const parent = channel.parent?.type;
  return parent === undefined || parent === ChannelType.GuildForum || parent === ChannelType.GuildMedia;
}
