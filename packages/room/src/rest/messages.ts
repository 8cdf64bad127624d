import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { accessChannel, accessMessage, demand } from '../world/access.ts';
import { apiError, formError } from '../http/apiError.ts';
import { parseMessageForm, type MessageForm } from '../form/messageForm.ts';
import { deleteMessage, editMessage, postMessage, seesMessage } from '../world/message.ts';
import { channelPermissions, holds } from '../world/permission.ts';
import type { Call, Reply, Route } from '../http/route.ts';
import { messageObject } from '../objects/messageObject.ts';
import type { Channel, Message } from '../world/entities.ts';

/** Text, direct message, voice, announcement, threads: where messages are. A forum holds threads only. */
const TEXT_CHANNELS = new Set([0, 1, 2, 5, 10, 11, 12]);

/** Endpoints of messages: https://docs.discord.com/developers/resources/message */
export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel/messages', who: 'both', run: listMessages },
  { method: 'POST', path: '/channels/:channel/messages', who: 'both', run: createMessage },
  { method: 'GET', path: '/channels/:channel/messages/:message', who: 'both', run: getMessage },
  { method: 'PATCH', path: '/channels/:channel/messages/:message', who: 'both', run: patchMessage },
  { method: 'DELETE', path: '/channels/:channel/messages/:message', who: 'both', run: removeMessage },
  { method: 'POST', path: '/channels/:channel/messages/bulk-delete', who: 'bot', run: bulkDelete },
  { method: 'POST', path: '/channels/:channel/messages/:message/crosspost', who: 'both', run: crosspost },
  { method: 'GET', path: '/channels/:channel/pins', who: 'both', run: listPins },
  { method: 'GET', path: '/channels/:channel/messages/pins', who: 'both', run: listPinItems },
  { method: 'PUT', path: '/channels/:channel/messages/pins/:message', who: 'both', run: (call) => pin(call, true) },
  { method: 'DELETE', path: '/channels/:channel/messages/pins/:message', who: 'both', run: (call) => pin(call, false) },
  { method: 'PUT', path: '/channels/:channel/messages/:message/reactions/:emoji/@me', who: 'both', run: react },
  { method: 'DELETE', path: '/channels/:channel/messages/:message/reactions/:emoji/@me', who: 'both', run: react },
];

/** A message as the sender of a request may read it. */
export function messageFor(call: Call, message: Message): unknown {
  return messageObject(call.world, message, call.actor.kind === 'bot');
}

function listMessages(call: Call): Reply {
  const channel = accessChannel(call);
  const limit = Number(call.query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw formError([{ path: ['limit'], code: 'NUMBER_TYPE_MAX', message: 'int value should be between 1 and 100.' }]);
  }
  if (!TEXT_CHANNELS.has(channel.type)) throw apiError(50008);
  if (!holds(channelPermissions(call.world, channel, call.actor.userId), Bit.ReadMessageHistory)) return { body: [] };
  const visible = call.world.messages.get(channel.id)!.filter((message) => seesMessage(message, call.actor.userId));
  return { body: page(visible, call.query, limit).map((message) => messageFor(call, message)) };
}

/** The newest messages before, after or around an id, newest first. */
function page(messages: readonly Message[], query: URLSearchParams, limit: number): Message[] {
  const mark = (name: string): bigint | undefined => {
    const value = query.get(name);
    return value !== null && /^\d{1,20}$/.test(value) ? BigInt(value) : undefined;
  };
  const before = mark('before');
  const after = mark('after');
  const around = mark('around');
  if (after !== undefined) {
    return messages
      .filter((message) => BigInt(message.id) > after)
      .slice(0, limit)
      .toReversed();
  }
  if (around !== undefined) {
    const older = messages.filter((message) => BigInt(message.id) < around).slice(-Math.floor(limit / 2));
    const newer = messages.filter((message) => BigInt(message.id) >= around).slice(0, limit - older.length);
    return [...older, ...newer].toReversed();
  }
  return messages
    .filter((message) => before === undefined || BigInt(message.id) < before)
    .slice(-limit)
    .toReversed();
}

function createMessage(call: Call): Reply {
  const { world, actor } = call;
  const channel = accessChannel(call);
  const form = parseMessageForm(call.body);
  if (!TEXT_CHANNELS.has(channel.type)) throw apiError(50008);
  demandPosting(call, channel, form);
  if (form.message_reference) {
    const permissions = channelPermissions(world, channel, actor.userId);
    if (!holds(permissions, Bit.ReadMessageHistory)) throw apiError(160002);
  }

  const nonceKey = `${actor.userId}:${channel.id}:${form.nonce}`;
  const nonced = form.enforce_nonce === true && form.nonce !== null && form.nonce !== undefined;
  const earlier = nonced ? world.nonces.get(nonceKey) : undefined;
  if (earlier && world.clock.now() - earlier.at < world.nonceMemoryMs) {
    const existing = world.messages.get(channel.id)!.find((message) => message.id === earlier.messageId);
    if (existing) return { status: 200, body: messageFor(call, existing) };
  }
  const message = postMessage(world, { channel, authorId: actor.userId, form, uploads: call.uploads });
  if (nonced) world.nonces.set(nonceKey, { messageId: message.id, at: world.clock.now() });
  return { body: messageFor(call, message) };
}

/** Throws 50013, 50083 or 50035 unless the sender may post such a message in the channel. */
function demandPosting(call: Call, channel: Channel, form: MessageForm): void {
  demand(call, channel, channel.thread ? Bit.SendMessagesInThreads : Bit.SendMessages);
  const other = channel.recipients.find((id) => id !== call.actor.userId);
  if (other !== undefined && call.world.closedDirectMessages.has(other)) throw apiError(50007);
  if (call.uploads.length > 0) demand(call, channel, Bit.AttachFiles);
  if ((form.embeds?.length ?? 0) > 0) demand(call, channel, Bit.EmbedLinks);
  if (channel.thread?.locked) demand(call, channel, Bit.ManageThreads);
  if (channel.thread?.archived) {
    channel.thread.archived = false;
    call.world.emit({ kind: 'channel', action: 'update', channel });
  }
  if (channel.thread && !channel.thread.members.has(call.actor.userId)) channel.thread.members.add(call.actor.userId);
  if (call.actor.kind === 'member' && ((form.components?.length ?? 0) > 0 || (form.embeds?.length ?? 0) > 0)) {
    throw formError([{ path: ['components'], code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 0 or fewer in length.' }]);
  }
}

function getMessage(call: Call): Reply {
  const channel = accessChannel(call);
  demand(call, channel, Bit.ReadMessageHistory);
  return { body: messageFor(call, accessMessage(call, channel)) };
}

function patchMessage(call: Call): Reply {
  const channel = accessChannel(call);
  const message = accessMessage(call, channel);
  const form = parseMessageForm(call.body);
  if (message.authorId !== call.actor.userId) throw apiError(50005);
  if (channel.thread?.archived) throw apiError(50083);
  if (message.visibleTo !== undefined) throw apiError(10008);
  return { body: messageFor(call, editMessage(call.world, message, { form, uploads: call.uploads })) };
}

function removeMessage(call: Call): Reply {
  const channel = accessChannel(call);
  const message = accessMessage(call, channel);
  const own = message.authorId === call.actor.userId || message.visibleTo === call.actor.userId;
  if (!own) demand(call, channel, Bit.ManageMessages);
  deleteMessage(call.world, message);
  return {};
}

function bulkDelete(call: Call): Reply {
  const channel = accessChannel(call);
  demand(call, channel, Bit.ManageMessages);
  const ids = (call.body as { messages?: unknown } | undefined)?.messages;
  if (!Array.isArray(ids) || ids.length < 2 || ids.length > 100) {
    throw formError([
      { path: ['messages'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 2 and 100 in length.' },
    ]);
  }
  const chosen = call.world.messages.get(channel.id)!.filter((message) => ids.includes(message.id));
  for (const message of chosen) deleteMessage(call.world, message);
  return {};
}

function crosspost(call: Call): Reply {
  const channel = accessChannel(call);
  const message = accessMessage(call, channel);
  if (channel.type !== 5) throw apiError(50024);
  demand(call, channel, message.authorId === call.actor.userId ? Bit.SendMessages : Bit.ManageMessages);
  message.flags |= 1;
  call.world.emit({ kind: 'message', action: 'update', message });
  return { body: messageFor(call, message) };
}

function listPins(call: Call): Reply {
  const channel = accessChannel(call);
  return { body: pinned(call, channel).map((message) => messageFor(call, message)) };
}

function listPinItems(call: Call): Reply {
  const channel = accessChannel(call);
  const items = pinned(call, channel).map((message) => ({
    pinned_at: new Date(call.world.clock.now()).toISOString(),
    message: messageFor(call, message),
  }));
  return { body: { items, has_more: false } };
}

function pinned(call: Call, channel: Channel): Message[] {
  return call.world.messages.get(channel.id)!.filter((message) => message.pinned && message.visibleTo === undefined);
}

function pin(call: Call, value: boolean): Reply {
  const channel = accessChannel(call);
  demand(call, channel, Bit.ManageMessages);
  const message = accessMessage(call, channel);
  message.pinned = value;
  call.world.emit({ kind: 'message', action: 'update', message });
  return {};
}

/** Reactions are accepted and not kept: nothing here shows them. */
function react(call: Call): Reply {
  const channel = accessChannel(call);
  accessMessage(call, channel);
  demand(call, channel, Bit.ReadMessageHistory | Bit.AddReactions);
  return {};
}
