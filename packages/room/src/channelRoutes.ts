import { z } from 'zod';
import { parseForm } from './form/parseForm.ts';
import { apiError } from './http/apiError.ts';
import { controlRoute as route, type Call, type Reply, type Route } from './http/route.ts';
import { findMessage } from './objects/messageObject.ts';
import { channelObject } from './objects/serialize.ts';
import { createChannel, deleteChannel, openChannel, setOverwrite } from './world/channel.ts';
import type { Channel } from './world/entities.ts';
import { deleteMessage } from './world/message.ts';
import { channelPermissions } from './world/permission.ts';

/** Lists commands to begin with in a channel, each as it is typed: `/ask question:Who built it?`. */
export type Examples = (place: {
  readonly guildId?: string | undefined;
  readonly channelId: string;
}) => Promise<readonly string[]>;

/** What is changed in channels from outside, and asked about them. */
export function channelRoutes(examples: Examples): readonly Route[] {
  return [
    route('POST', '/room/channels', addChannel),
    route('PATCH', '/room/channels/:channel', changeChannel),
    route('DELETE', '/room/channels/:channel', (call) => {
      deleteChannel(call.world, channelOf(call));
      return {};
    }),
    route('PUT', '/room/channels/:channel/permissions/:id', putOverwrite),
    route('DELETE', '/room/channels/:channel/permissions/:id', (call) => {
      const channel = channelOf(call);
      channel.overwrites = channel.overwrites.filter((overwrite) => overwrite.id !== call.params['id']);
      call.world.emit({ kind: 'channel', action: 'update', channel });
      return {};
    }),
    route('GET', '/room/channels/:channel/examples', async (call) => {
      const { id, guildId } = channelOf(call);
      return { body: await examples({ guildId, channelId: id }) };
    }),
    route('DELETE', '/room/channels/:channel/messages/:message', (call) => {
      const message = findMessage(call.world, channelOf(call).id, call.params['message']!);
      if (!message) throw apiError(10008);
      deleteMessage(call.world, message);
      return {};
    }),
  ];
}

const permissionField = z.union([z.string().regex(/^\d+$/), z.int()]).default('0');
const overwriteSchema = z.object({ type: z.literal([0, 1]).default(0), allow: permissionField, deny: permissionField });
const channelSchema = z.object({
  name: z.string().min(1).max(100),
  type: z.literal([0, 5, 15]).default(0),
  guild_id: z.string().optional(),
});
const channelChangeSchema = z.object({
  name: z.string().optional(),
  archived: z.boolean().optional(),
  locked: z.boolean().optional(),
  requires_tag: z.boolean().optional(),
});

function channelOf(call: Call): Channel {
  const channel = call.world.channels.get(call.params['channel']!);
  if (!channel) throw apiError(10003);
  return channel;
}

function addChannel(call: Call): Reply {
  const form = parseForm(channelSchema, call.body ?? {});
  const channel = createChannel({
    id: call.world.nextId(),
    type: form.type,
    guildId: form.guild_id ?? call.world.homeGuildId,
    name: form.name,
    position: call.world.channels.size,
  });
  openChannel(call.world, channel);
  return { status: 201, body: channelObject(call.world, channel) };
}

function changeChannel(call: Call): Reply {
  const channel = channelOf(call);
  const form = parseForm(channelChangeSchema, call.body ?? {});
  channel.name = form.name ?? channel.name;
  channel.requiresTag = form.requires_tag ?? channel.requiresTag;
  if (channel.thread) {
    channel.thread.archived = form.archived ?? channel.thread.archived;
    channel.thread.locked = form.locked ?? channel.thread.locked;
  }
  call.world.emit({ kind: 'channel', action: 'update', channel });
  return { body: channelObject(call.world, channel) };
}

function putOverwrite(call: Call): Reply {
  const channel = channelOf(call);
  const form = parseForm(overwriteSchema, call.body ?? {});
  setOverwrite(call.world, channel, {
    id: call.params['id']!,
    type: form.type,
    allow: BigInt(form.allow),
    deny: BigInt(form.deny),
  });
  return { body: { bot_permissions: channelPermissions(call.world, channel, call.world.applicationId).toString() } };
}
