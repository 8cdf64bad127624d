import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { z } from 'zod';
import { accessChannel, demand } from '../world/access.ts';
import { apiError } from '../http/apiError.ts';
import { deleteChannel, setOverwrite } from '../world/channel.ts';
import { parseForm } from '../form/parseForm.ts';
import type { Call, Reply, Route } from '../http/route.ts';
import { channelObject } from '../objects/serialize.ts';

/** Endpoints of a channel: https://docs.discord.com/developers/resources/channel */
export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel', who: 'both', run: getChannel },
  { method: 'PATCH', path: '/channels/:channel', who: 'both', run: patchChannel },
  { method: 'DELETE', path: '/channels/:channel', who: 'both', run: removeChannel },
  { method: 'POST', path: '/channels/:channel/typing', who: 'both', run: type },
  { method: 'PUT', path: '/channels/:channel/permissions/:overwrite', who: 'both', run: putOverwrite },
  { method: 'DELETE', path: '/channels/:channel/permissions/:overwrite', who: 'both', run: removeOverwrite },
];

const patchSchema = z.object({
  name: z.string().min(1).max(100).nullish(),
  topic: z.string().max(1024).nullish(),
  archived: z.boolean().nullish(),
  locked: z.boolean().nullish(),
  auto_archive_duration: z.literal([60, 1440, 4320, 10_080]).nullish(),
  applied_tags: z.array(z.string()).max(5).nullish(),
});

const overwriteSchema = z.object({
  type: z.literal([0, 1]),
  allow: z.string().regex(/^\d+$/).nullish(),
  deny: z.string().regex(/^\d+$/).nullish(),
});

function getChannel(call: Call): Reply {
  return { body: channelObject(call.world, accessChannel(call), call.actor.userId) };
}

function patchChannel(call: Call): Reply {
  const channel = accessChannel(call);
  const form = parseForm(patchSchema, call.body ?? {});
  const { thread } = channel;
  if (thread) {
    const own = thread.ownerId === call.actor.userId;
    if (!own || form.locked !== undefined) demand(call, channel, Bit.ManageThreads);
    if (thread.archived && form.archived !== false) throw apiError(50083);
    thread.archived = form.archived ?? thread.archived;
    thread.locked = form.locked ?? thread.locked;
    thread.autoArchiveMinutes = form.auto_archive_duration ?? thread.autoArchiveMinutes;
    thread.appliedTags = form.applied_tags ?? thread.appliedTags;
  } else {
    demand(call, channel, Bit.ManageChannels);
    if (form.topic !== undefined) channel.topic = form.topic;
  }
  channel.name = form.name ?? channel.name;
  call.world.emit({ kind: 'channel', action: 'update', channel });
  return { body: channelObject(call.world, channel, call.actor.userId) };
}

function removeChannel(call: Call): Reply {
  const channel = accessChannel(call);
  if (channel.guildId === undefined) return { body: channelObject(call.world, channel, call.actor.userId) };
  demand(call, channel, channel.thread ? Bit.ManageThreads : Bit.ManageChannels);
  const body = channelObject(call.world, channel, call.actor.userId);
  deleteChannel(call.world, channel);
  return { body };
}

function type(call: Call): Reply {
  const channel = accessChannel(call);
  demand(call, channel, channel.thread ? Bit.SendMessagesInThreads : Bit.SendMessages);
  call.world.emit({ kind: 'typing', channelId: channel.id, userId: call.actor.userId });
  return {};
}

function putOverwrite(call: Call): Reply {
  const channel = accessChannel(call);
  demand(call, channel, Bit.ManageRoles);
  const form = parseForm(overwriteSchema, call.body ?? {});
  setOverwrite(call.world, channel, {
    id: call.params['overwrite']!,
    type: form.type,
    allow: BigInt(form.allow ?? 0),
    deny: BigInt(form.deny ?? 0),
  });
  return {};
}

function removeOverwrite(call: Call): Reply {
  const channel = accessChannel(call);
  demand(call, channel, Bit.ManageRoles);
  channel.overwrites = channel.overwrites.filter((overwrite) => overwrite.id !== call.params['overwrite']);
  call.world.emit({ kind: 'channel', action: 'update', channel });
  return {};
}
