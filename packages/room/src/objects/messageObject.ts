import type { JsonObject } from '../json.ts';
import { channelObject, userObject } from './serialize.ts';
import { snowflakeTimestamp } from '../world/snowflake.ts';
import type { World } from '../world/world.ts';
import type { Attachment, Message } from '../world/entities.ts';

/** A message as Discord sends it; to the bot (`forBot`) without its content, where the bot may not read that. */
export function messageObject(world: World, message: Message, forBot = false): JsonObject {
  const { reference } = message;
  if (!reference) return lonelyMessageObject(world, message, forBot);
  const referenced = findMessage(world, reference.channelId, reference.messageId);
  return {
    ...lonelyMessageObject(world, message, forBot),
    message_reference: {
      type: 0,
      message_id: reference.messageId,
      channel_id: reference.channelId,
      ...guildIdOf(world, reference.channelId),
    },
    referenced_message: referenced ? lonelyMessageObject(world, referenced, forBot) : null,
  };
}

/** A message without the one that it replies to. */
function lonelyMessageObject(world: World, message: Message, forBot: boolean): JsonObject {
  const shown = !forBot || botReadsContent(world, message);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userObject(world.users.get(message.authorId)!),
    content: shown ? message.content : '',
    embeds: shown ? message.embeds : [],
    attachments: shown
      ? message.attachments.map((attachment) => attachmentObject(world, message.channelId, attachment))
      : [],
    components: shown ? message.components : [],
    flags: message.flags,
    timestamp: new Date(snowflakeTimestamp(message.id)).toISOString(),
    edited_timestamp: message.editedAt,
    tts: false,
    pinned: message.pinned,
    mentions: message.mentions.map((id) => userObject(world.users.get(id)!)),
    mention_roles: message.mentionRoles,
    mention_everyone: message.mentionEveryone,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.applicationId ? { application_id: message.applicationId, webhook_id: message.applicationId } : {}),
    ...(message.interaction ? { interaction: message.interaction } : {}),
    ...(message.interactionMetadata ? { interaction_metadata: message.interactionMetadata } : {}),
    ...(message.threadId && world.channels.has(message.threadId)
      ? { thread: channelObject(world, world.channels.get(message.threadId)!) }
      : {}),
  };
}

/** Whether the bot is told a message's content: its own, a direct message, one that mentions it, or all with the privileged intent. */
function botReadsContent(world: World, message: Message): boolean {
  const MESSAGE_CONTENT = 1 << 15;
  if ((world.privilegedIntents & MESSAGE_CONTENT) !== 0) return true;
  if (message.authorId === world.applicationId || message.mentions.includes(world.applicationId)) return true;
  return world.channels.get(message.channelId)?.guildId === undefined;
}

/** A file of a message, downloadable from the room. */
export function attachmentObject(world: World, channelId: string, attachment: Attachment): JsonObject {
  const url = `${world.address}/attachments/${channelId}/${attachment.id}/${encodeURIComponent(attachment.filename)}`;
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.content.length,
    url,
    proxy_url: url,
    content_type: attachment.contentType,
    ...(attachment.description === undefined ? {} : { description: attachment.description }),
  };
}

/** Finds a message of a channel; ephemeral ones too. */
export function findMessage(world: World, channelId: string, messageId: string): Message | undefined {
  return world.messages.get(channelId)?.findLast((message) => message.id === messageId);
}

function guildIdOf(world: World, channelId: string): JsonObject {
  const guildId = world.channels.get(channelId)?.guildId;
  return guildId === undefined ? {} : { guild_id: guildId };
}
