import { MessageType, type Message } from 'discord.js';

/**
 * How a message speaks to the bot: directly, by a mention of it or of its own role, by a reply to one of its messages whose
 * only sign is Discord's ping, or not at all.
 */
export type Address = 'direct' | 'mention' | 'reply' | 'none';

/** Says how a message addresses the bot. Those of bots, of webhooks and of Discord itself never do. */
export function addressOf(message: Message): Address {
  if (!isByMember(message)) return 'none';
  if (message.guildId === null) return 'direct';
  if (mentionsByName(message) || mentionsRole(message)) return 'mention';
  // What else mentions the bot is the ping of a reply; or the name in a message whose text is not shown.
  if (!message.mentions.users.has(message.client.user.id)) return 'none';
  return message.mentions.repliedUser?.id === message.client.user.id ? 'reply' : 'mention';
}

/** Whether a member wrote a message: no bot, no webhook, not Discord. */
export function isByMember({ author, webhookId, system }: Message): boolean {
  return !author.bot && webhookId === null && !system;
}

/** Whether the bot's role is mentioned, and Discord does not show what the message says. */
export function isWithheld(message: Message): boolean {
  return mentionsRole(message) && message.content === '' && message.attachments.size === 0;
}

/** Whether it begins with the name of somebody else, who is then spoken to. */
export function speaksToOther({ content, client, mentions }: Message): boolean {
  const [, first] = /^\s*<@!?(\d{5,20})>/u.exec(content) ?? [];
  return mentions.everyone || (first !== undefined && first !== client.user.id);
}

/** The id of the message that one replies to, in the same channel. */
export function repliedTo({ type, reference, channelId }: Message): string | undefined {
  if (type !== MessageType.Reply || reference?.channelId !== channelId) return undefined;
  return reference.messageId;
}

function mentionsByName({ content, client }: Message): boolean {
  return new RegExp(`<@!?${client.user.id}>`, 'u').test(content);
}

/** A role that Discord made for the bot has no other member; roles that it shares with others are not it. */
function mentionsRole({ guild, content, mentions }: Message): boolean {
  const role = guild?.members.me?.roles.botRole?.id;
  return role !== undefined && (mentions.roles.has(role) || content.includes(`<@&${role}>`));
}
