import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import type { MessageForm } from '../form/messageForm.ts';
import { formError } from '../http/apiError.ts';
import { findMessage } from '../objects/messageObject.ts';
import { channelPermissions, holds } from './permission.ts';
import type { Message, Snapshot } from './entities.ts';
import type { World } from './world.ts';

/** The kind of a reference that forwards. */
export const FORWARD = 1;
/** The flag of messages that forward one: https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const FLAG_HAS_SNAPSHOT = 16_384;

/**
 * Copies what a message that somebody forwards says now; that of a forward is what it forwards. Throws 50035 unless they may
 * read the message: https://docs.discord.com/developers/resources/message#message-reference-types
 */
export function forwarded(
  world: World,
  { channel_id: channelId, message_id: messageId }: NonNullable<MessageForm['message_reference']>,
  authorId: string,
): Snapshot {
  const channel = world.channels.get(channelId ?? '');
  const message = channel && findMessage(world, channel.id, messageId);
  const isRead =
    channel !== undefined &&
    holds(channelPermissions(world, channel, authorId), Bit.ViewChannel | Bit.ReadMessageHistory);
  // Ephemeral messages cannot be forwarded.
  if (!message || !isRead || message.visibleTo !== undefined)
    throw formError([{ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
  return message.snapshot ?? snapshotOf(message);
}

function snapshotOf(message: Message): Snapshot {
  const { id, type, content, flags, editedAt, embeds, components, attachments, mentions, mentionRoles } = message;
  return {
    sent: id,
    type,
    content,
    flags,
    editedAt,
    embeds: structuredClone(embeds),
    components: structuredClone(components),
    attachments: [...attachments],
    mentions: [...mentions],
    mentionRoles: [...mentionRoles],
  };
}
