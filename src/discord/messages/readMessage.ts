import type { Message } from 'discord.js';
import type { Intent } from '../../utterance/intent.ts';
import { isQuestion } from '../../utterance/isQuestion.ts';
import { readUtterance } from '../../utterance/readUtterance.ts';
import type { BotContext } from '../interactions/botContext.ts';
import { placeOf } from '../interactions/callerOf.ts';
import { isWithheld, repliedTo, speaksToOther, type Address } from './addressed.ts';
import { earlierAnswer } from './earlierAnswer.ts';
import type { MessageReading } from './messageReading.ts';
import { surroundingsOf } from './surroundingsOf.ts';

/** Reads a message that speaks to the bot, with the message that it replies to; undefined if it asks nothing of the bot. */
export async function readMessage(
  message: Message,
  address: Exclude<Address, 'none'>,
  { contextFor }: Pick<BotContext, 'contextFor'>,
): Promise<MessageReading | undefined> {
  // Everybody in the channel sees the reply, so the author's roles do not count.
  const place = await placeOf(message.client, { guild: message.guildId, channel: message.channelId });
  const context = await contextFor({ ...place, user: message.author.id, manages: false });
  if (isWithheld(message)) return { intent: { kind: 'withheld' }, context };
  const replied = repliedTo(message);
  const referenced = replied === undefined ? undefined : await messageAt(message, replied);
  const isOwn = referenced?.author.id === message.client.user.id || (!referenced && address === 'reply');
  const earlier = referenced && isOwn ? earlierAnswer(referenced, context.library.articles) : undefined;
  const repliesToOther = replied !== undefined && !isOwn;
  const intent = readUtterance(
    message.content,
    surroundingsOf(context, { earlier, repliesToBot: isOwn, repliesToOther }),
  );
  if (intent.kind === 'silence' || (address === 'reply' && !isMeantForBot(message, intent))) return undefined;
  return { intent, context, earlier, other: repliesToOther ? referenced : undefined };
}

/** Discord's ping of a reply is no question: the words must be one, or something that is said to a bot. */
function isMeantForBot(message: Message, intent: Intent): boolean {
  if (speaksToOther(message)) return false;
  return intent.kind === 'talk' ? intent.about !== 'ask' : isQuestion(message.content, intent, { isReply: true });
}

/** Discord sends the message that one replies to along with it; without that it is looked up. */
async function messageAt({ channel }: Message, id: string): Promise<Message | undefined> {
  return channel.messages.cache.get(id) ?? (await channel.messages.fetch(id).catch(() => undefined));
}
