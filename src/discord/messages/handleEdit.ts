import type { Message, PartialMessage } from 'discord.js';
import type { BotContext } from '../interactions/botContext.ts';
import { addressOf } from './addressed.ts';
import { handleMessage } from './handleMessage.ts';

/** Later edits are answered by nobody: what the answer would be to has scrolled away. By Discord's clock. */
const EDIT_MAX_MS = 300_000;

/**
 * Answers a message that was edited so that it mentions the bot, which it did not before. One that was answered is not answered
 * again; of one that was written before the bot's start nothing is known, so Discord's client reports no edit of it. Never throws.
 */
export async function handleEdit(
  before: Message | PartialMessage,
  message: Message,
  context: BotContext,
): Promise<void> {
  if (isNewMention(before, message)) await handleMessage(message, context);
}

/** Whether an edit, by Discord’s clock within five minutes, is what makes a message mention the bot. */
export function isNewMention(before: Message | PartialMessage, message: Message): boolean {
  const { createdTimestamp, editedTimestamp } = message;
  if (before.partial || editedTimestamp === null || editedTimestamp - createdTimestamp > EDIT_MAX_MS) return false;
  return addressOf(message) === 'mention' && addressOf(before) === 'none';
}
