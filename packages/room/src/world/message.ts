import { apiError, formError } from '../http/apiError.ts';
import { checkMessageWhole, FLAG_COMPONENTS_V2, FLAG_LOADING, type MessageForm } from '../form/messageForm.ts';
import { FLAG_HAS_SNAPSHOT, FORWARD, forwarded } from './forward.ts';
import { findMentions } from './mentions.ts';
import { keptAttachments, storedComponents, storedEmbeds, storeUploads, type Upload } from './messageParts.ts';
import { findMessage } from '../objects/messageObject.ts';
import type { World } from './world.ts';
import type { Channel, Message } from './entities.ts';

/** What somebody posts: the checked form, and who and where. */
export interface MessageDraft {
  readonly channel: Channel;
  readonly authorId: string;
  readonly form: MessageForm;
  readonly uploads?: readonly Upload[];
  /** Discord's message type; 0, or 19 for a reply, where it is missing. */
  readonly type?: number;
  readonly extra?: Partial<Message>;
  /** Where the message is in the request's body, for errors. */
  readonly at?: readonly (string | number)[];
}

/** Flags that a sender may set: suppress embeds, ephemeral (interactions only), suppress notifications, voice message, Components V2. */
const SETTABLE_FLAGS = 4 | 4096 | FLAG_COMPONENTS_V2;

/** Posts a message and tells of it. Throws what Discord refuses it with. */
export function postMessage(world: World, draft: MessageDraft): Message {
  const message = buildMessage(world, draft);
  addMessage(world, message);
  return message;
}

/** Builds a message that is not yet in its channel. Throws what Discord refuses it with. */
export function buildMessage(world: World, draft: MessageDraft): Message {
  const { channel, form } = draft;
  const wanted = form.message_reference;
  const snapshot = wanted?.type === FORWARD ? forwarded(world, wanted, draft.authorId) : undefined;
  const flags =
    ((form.flags ?? 0) & SETTABLE_FLAGS) | (draft.extra?.flags ?? 0) | (snapshot === undefined ? 0 : FLAG_HAS_SNAPSHOT);
  const content = form.content ?? '';
  const attachments = storeUploads(world, form, draft.uploads ?? []);
  const v2 = (flags & FLAG_COMPONENTS_V2) !== 0;
  const whole = { content, embeds: form.embeds ?? [], components: form.components ?? [], v2 };
  checkMessageWhole({ ...whole, fileCount: attachments.length, forwards: snapshot !== undefined }, draft.at);
  const components = storedComponents(world, channel.id, form.components ?? [], attachments);
  const reference = snapshot
    ? { messageId: wanted!.message_id, channelId: wanted!.channel_id! }
    : resolveReference(world, channel, form);
  const mentions = findMentions(
    world,
    { channel, authorId: draft.authorId, content, components },
    form.allowed_mentions,
  );
  const repliedTo = snapshot
    ? undefined
    : reference && findMessage(world, reference.channelId, reference.messageId)?.authorId;
  const pingsReplied = form.allowed_mentions ? form.allowed_mentions.replied_user === true : true;
  if (repliedTo !== undefined && pingsReplied && !mentions.users.includes(repliedTo)) mentions.users.push(repliedTo);

  return {
    id: world.nextId(),
    channelId: channel.id,
    authorId: draft.authorId,
    type: draft.type ?? (reference && !snapshot ? 19 : 0),
    content: content.trim(),
    editedAt: null,
    embeds: storedEmbeds(world, channel.id, form.embeds ?? [], attachments),
    components,
    attachments,
    mentions: mentions.users,
    mentionRoles: mentions.roles,
    mentionEveryone: mentions.everyone,
    pinned: false,
    ...(form.nonce === null || form.nonce === undefined ? {} : { nonce: form.nonce }),
    ...(reference ? { reference } : {}),
    ...(snapshot ? { snapshot } : {}),
    ...draft.extra,
    flags,
  };
}

/** Puts a message into its channel and tells of it. */
export function addMessage(world: World, message: Message): void {
  const channel = world.channels.get(message.channelId)!;
  world.messages.get(message.channelId)!.push(message);
  if (message.visibleTo === undefined) {
    channel.lastMessageId = message.id;
    if (channel.thread) channel.thread.messageCount += 1;
  }
  world.emit({ kind: 'message', action: 'create', message });
}

/** Changes a message by what the form holds, and tells of it. Throws what Discord refuses it with. */
export function editMessage(
  world: World,
  message: Message,
  change: { form: MessageForm; uploads?: readonly Upload[] },
): Message {
  const { form } = change;
  const channel = world.channels.get(message.channelId)!;
  const becomesV2 = ((form.flags ?? 0) & FLAG_COMPONENTS_V2) !== 0;
  const wasV2 = (message.flags & FLAG_COMPONENTS_V2) !== 0;
  const wasLoading = (message.flags & FLAG_LOADING) !== 0;
  const v2 = becomesV2 || wasV2;

  const kept = form.attachments ? keptAttachments(message.attachments, form) : message.attachments;
  const attachments = [...kept, ...storeUploads(world, form, change.uploads ?? [])];
  const content = form.content === undefined ? message.content : (form.content ?? '').trim();
  const embeds =
    form.embeds === undefined ? message.embeds : storedEmbeds(world, channel.id, form.embeds ?? [], attachments);
  const rawComponents = form.components === undefined ? message.components : (form.components ?? []);
  checkMessageWhole({ content, embeds, components: rawComponents, fileCount: attachments.length, v2 });

  const components =
    form.components === undefined
      ? message.components
      : storedComponents(world, channel.id, form.components ?? [], attachments);
  const mentions = findMentions(
    world,
    { channel, authorId: message.authorId, content, components },
    form.allowed_mentions,
  );
  Object.assign(message, { content, embeds, attachments, components });
  if (form.content !== undefined || form.components !== undefined) {
    Object.assign(message, {
      mentions: mentions.users,
      mentionRoles: mentions.roles,
      mentionEveryone: mentions.everyone,
    });
  }
  message.flags = (message.flags & ~FLAG_LOADING) | ((form.flags ?? message.flags) & 4) | (v2 ? FLAG_COMPONENTS_V2 : 0);
  if (form.flags !== undefined && form.flags !== null && (form.flags & 4) === 0) message.flags &= ~4;
  if (!wasLoading) message.editedAt = new Date(world.clock.now()).toISOString();
  world.emit({ kind: 'message', action: 'update', message });
  return message;
}

/** Takes a message away and tells of it. */
export function deleteMessage(world: World, message: Message): void {
  const list = world.messages.get(message.channelId);
  const index = list?.indexOf(message) ?? -1;
  if (!list || index < 0) throw apiError(10008);
  list.splice(index, 1);
  world.emit({ kind: 'message-delete', message });
}

/** Whether a user sees a message of a channel that they see. */
export function seesMessage(message: Message, userId: string): boolean {
  return message.visibleTo === undefined || message.visibleTo === userId;
}

function resolveReference(world: World, channel: Channel, form: MessageForm): Message['reference'] {
  const wanted = form.message_reference;
  if (!wanted) return undefined;
  const channelId = wanted.channel_id ?? channel.id;
  if (findMessage(world, channelId, wanted.message_id)) return { messageId: wanted.message_id, channelId };
  if (wanted.fail_if_not_exists === false) return undefined;
  throw formError([{ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
}
