import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { z } from 'zod';
import { accessChannel, accessMessage, demand } from '../world/access.ts';
import { apiError, formError } from '../http/apiError.ts';
import { createChannel } from '../world/channel.ts';
import { parseMessageForm } from '../form/messageForm.ts';
import { parseForm } from '../form/parseForm.ts';
import { blankMessage } from '../world/blankMessage.ts';
import { addMessage, buildMessage } from '../world/message.ts';
import type { Call, Reply, Route } from '../http/route.ts';
import { channelObject, threadMemberObject } from '../objects/serialize.ts';
import type { Channel } from '../world/entities.ts';
import { messageFor } from './messages.ts';

/** Endpoints of threads and of posts in forums: https://docs.discord.com/developers/topics/threads */
export const threadRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:channel/threads', who: 'both', run: startThread },
  { method: 'POST', path: '/channels/:channel/messages/:message/threads', who: 'both', run: startThreadFromMessage },
  { method: 'GET', path: '/channels/:channel/thread-members', who: 'both', run: listThreadMembers },
  { method: 'GET', path: '/channels/:channel/thread-members/:user', who: 'both', run: getThreadMember },
  { method: 'PUT', path: '/channels/:channel/thread-members/:user', who: 'both', run: joinThread },
  { method: 'DELETE', path: '/channels/:channel/thread-members/:user', who: 'both', run: leaveThread },
  { method: 'GET', path: '/channels/:channel/threads/archived/:kind', who: 'both', run: listArchived },
];

const threadSchema = z.object({
  name: z.string().min(1).max(100),
  auto_archive_duration: z.literal([60, 1440, 4320, 10_080]).nullish(),
  type: z.literal([10, 11, 12]).nullish(),
  applied_tags: z.array(z.string()).max(5).nullish(),
  message: z.unknown().optional(),
});
type ThreadForm = z.infer<typeof threadSchema>;

function startThread(call: Call): Reply {
  const parent = accessChannel(call);
  const form = parseForm(threadSchema, call.body ?? {});
  if (parent.type === 15 || parent.type === 16) return startPost(call, parent, form);
  if (parent.type !== 0 && parent.type !== 5) throw apiError(50024);
  const type = form.type ?? 12;
  demand(call, parent, type === 12 ? Bit.CreatePrivateThreads : Bit.CreatePublicThreads);
  const thread = createThread(call, parent, { form, type });
  return { status: 201, body: channelObject(call.world, thread, call.actor.userId) };
}

function startPost(call: Call, forum: Channel, form: ThreadForm): Reply {
  demand(call, forum, Bit.SendMessages);
  if (form.message === undefined) {
    throw formError([{ path: ['message'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]);
  }
  const tags = form.applied_tags ?? [];
  if (tags.some((id) => !forum.tags.some((tag) => tag.id === id))) {
    throw formError([{ path: ['applied_tags'], code: 'FORUM_UNKNOWN_TAG', message: 'Unknown tag' }]);
  }
  if (forum.requiresTag && tags.length === 0) {
    throw formError([
      {
        path: ['applied_tags'],
        code: 'FORUM_TAG_REQUIRED',
        message: 'A tag is required to create a forum post in this channel',
      },
    ]);
  }
  const messageForm = parseMessageForm(form.message, ['message']);
  if (call.uploads.length > 0) demand(call, forum, Bit.AttachFiles);
  const id = call.world.nextId();
  const channel = buildThread(call, forum, { id, form, type: 11 });
  const message = buildMessage(call.world, {
    channel,
    authorId: call.actor.userId,
    form: messageForm,
    uploads: call.uploads,
    at: ['message'],
    extra: { id },
  });
  call.world.channels.set(id, channel);
  call.world.messages.set(id, []);
  call.world.emit({ kind: 'channel', action: 'create', channel });
  addMessage(call.world, message);
  return {
    status: 201,
    body: { ...channelObject(call.world, channel, call.actor.userId), message: messageFor(call, message) },
  };
}

function startThreadFromMessage(call: Call): Reply {
  const parent = accessChannel(call);
  const message = accessMessage(call, parent);
  const form = parseForm(threadSchema, call.body ?? {});
  if (parent.type !== 0 && parent.type !== 5) throw apiError(50024);
  demand(call, parent, Bit.CreatePublicThreads);
  if (call.world.channels.has(message.id)) throw apiError(160004);
  const thread = createThread(call, parent, { id: message.id, form, type: parent.type === 5 ? 10 : 11 });
  message.threadId = thread.id;
  message.flags |= 32;
  call.world.emit({ kind: 'message', action: 'update', message });
  return { status: 201, body: channelObject(call.world, thread, call.actor.userId) };
}

interface ThreadStart {
  readonly id?: string;
  readonly form: ThreadForm;
  readonly type: number;
}

function createThread(call: Call, parent: Channel, start: ThreadStart): Channel {
  const { world } = call;
  const thread = buildThread(call, parent, { ...start, id: start.id ?? world.nextId() });
  world.channels.set(thread.id, thread);
  world.messages.set(thread.id, []);
  world.emit({ kind: 'channel', action: 'create', channel: thread });
  if (start.id === undefined && start.type !== 12) {
    const announcing = blankMessage({
      id: world.nextId(),
      channelId: parent.id,
      authorId: call.actor.userId,
      type: 18,
      content: thread.name,
      reference: { messageId: thread.id, channelId: thread.id },
    });
    addMessage(world, announcing);
  }
  return thread;
}

function buildThread(call: Call, parent: Channel, { id, form, type }: ThreadStart & { id: string }): Channel {
  return createChannel({
    id,
    type,
    guildId: parent.guildId!,
    name: form.name,
    position: 0,
    parentId: parent.id,
    thread: {
      ownerId: call.actor.userId,
      members: new Set([call.actor.userId]),
      createdAt: new Date(call.world.clock.now()).toISOString(),
      archived: false,
      locked: false,
      autoArchiveMinutes: form.auto_archive_duration ?? 4320,
      messageCount: 0,
      appliedTags: form.applied_tags ?? [],
    },
  });
}

function accessThread(call: Call): Channel {
  const channel = accessChannel(call);
  if (!channel.thread) throw apiError(50024);
  return channel;
}

function listThreadMembers(call: Call): Reply {
  const channel = accessThread(call);
  return { body: [...channel.thread!.members].map((id) => threadMemberObject(channel, id)) };
}

function getThreadMember(call: Call): Reply {
  const channel = accessThread(call);
  const id = memberId(call);
  if (!channel.thread!.members.has(id)) throw apiError(10007);
  return { body: threadMemberObject(channel, id) };
}

function joinThread(call: Call): Reply {
  const channel = accessThread(call);
  if (channel.thread!.archived) throw apiError(50083);
  channel.thread!.members.add(memberId(call));
  call.world.emit({ kind: 'channel', action: 'update', channel });
  return {};
}

function leaveThread(call: Call): Reply {
  const channel = accessThread(call);
  const id = memberId(call);
  if (id !== call.actor.userId) demand(call, channel, Bit.ManageThreads);
  channel.thread!.members.delete(id);
  return {};
}

function memberId(call: Call): string {
  const id = call.params['user']!;
  return id === '@me' ? call.actor.userId : id;
}

function listArchived(call: Call): Reply {
  const parent = accessChannel(call);
  demand(call, parent, Bit.ReadMessageHistory);
  const wanted = call.params['kind'] === 'private' ? 12 : undefined;
  const threads = [...call.world.channels.values()].filter(
    (channel) =>
      channel.parentId === parent.id &&
      channel.thread?.archived === true &&
      (wanted === undefined || channel.type === wanted),
  );
  return {
    body: {
      threads: threads.map((thread) => channelObject(call.world, thread, call.actor.userId)),
      members: [],
      has_more: false,
    },
  };
}
