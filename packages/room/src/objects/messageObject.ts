import type { JsonObject } from '../json.ts';
import { channelObject, userObject } from './serialize.ts';
import { snowflakeTimestamp } from '../world/snowflake.ts';
import type { World } from '../world/world.ts';
import type { Attachment, Message, Snapshot } from '../world/entities.ts';

/** A message as Discord sends it; to the bot (`forBot`) without its content, where the bot may not read that. */
export function messageObject(world: World, message: Message, forBot = false): JsonObject {
  const { reference, snapshot } = message;
  const own = lonelyMessageObject(world, message, forBot);
  if (!reference) return own;
  const message_reference = {
    type: snapshot ? 1 : 0,
    message_id: reference.messageId,
    channel_id: reference.channelId,
    ...guildIdOf(world, reference.channelId),
  };
  if (snapshot) {
    const shown = !forBot || botReadsContent(world, message);
    return {
      ...own,
      message_reference,
      message_snapshots: [{ message: saidObject(world, message, { ...snapshot, shown }) }],
    };
  }
  const referenced = findMessage(world, reference.channelId, reference.messageId);
  return {
    ...own,
    message_reference,
    referenced_message: referenced ? lonelyMessageObject(world, referenced, forBot) : null,
  };
}

/** What a message says, or one that it forwards; empty unless it is `shown`. */
function saidObject(
  world: World,
  { channelId }: Pick<Message, 'channelId'>,
  { shown, ...said }: Snapshot & { readonly shown: boolean },
): JsonObject {
  return {
    type: said.type,
    content: shown ? said.content : '',
    embeds: shown ? said.embeds : [],
    attachments: shown ? said.attachments.map((attachment) => attachmentObject(world, channelId, attachment)) : [],
    components: shown ? said.components : [],
    flags: said.flags,
    timestamp: new Date(snowflakeTimestamp(said.sent)).toISOString(),
    edited_timestamp: said.editedAt,
    mentions: said.mentions.map((id) => userObject(world.users.get(id)!)),
    mention_roles: said.mentionRoles,
  };
}

/** A message without the one that it replies to. */
function lonelyMessageObject(world: World, message: Message, forBot: boolean): JsonObject {
  const shown = !forBot || botReadsContent(world, message);
  return {
    id: message.id,
    channel_id: message.channelId,
    author: userObject(world.users.get(message.authorId)!),
    ...saidObject(world, message, { ...message, sent: message.id, shown }),
    tts: false,
    pinned: message.pinned,
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
