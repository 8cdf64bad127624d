import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { accessGuild } from '../world/access.ts';
import { apiError } from '../http/apiError.ts';
import { createChannel, openChannel } from '../world/channel.ts';
import { asText } from '../json.ts';
import { holds, guildPermissions, seesChannel } from '../world/permission.ts';
import type { Call, Reply, Route } from '../http/route.ts';
import {
  channelObject,
  guildObject,
  memberWithUserObject,
  roleObject,
  threadMemberObject,
} from '../objects/serialize.ts';

/** Endpoints of a server: https://docs.discord.com/developers/resources/guild */
export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/guilds/:guild',
    who: 'both',
    run: (call) => ({ body: guildObject(call.world, accessGuild(call)) }),
  },
  { method: 'GET', path: '/guilds/:guild/channels', who: 'both', run: listChannels },
  { method: 'POST', path: '/guilds/:guild/channels', who: 'both', run: addChannel },
  { method: 'GET', path: '/guilds/:guild/members', who: 'both', run: listMembers },
  { method: 'GET', path: '/guilds/:guild/members/search', who: 'both', run: searchMembers },
  { method: 'GET', path: '/guilds/:guild/members/:user', who: 'both', run: getMember },
  { method: 'GET', path: '/guilds/:guild/roles', who: 'both', run: listRoles },
  { method: 'GET', path: '/guilds/:guild/threads/active', who: 'both', run: listActiveThreads },
  { method: 'GET', path: '/guilds/:guild/emojis', who: 'both', run: (call) => (accessGuild(call), { body: [] }) },
];

function listChannels(call: Call): Reply {
  const guild = accessGuild(call);
  const channels = [...call.world.channels.values()].filter(
    (channel) => channel.guildId === guild.id && !channel.thread,
  );
  return { body: channels.map((channel) => channelObject(call.world, channel, call.actor.userId)) };
}

function addChannel(call: Call): Reply {
  const guild = accessGuild(call);
  if (!holds(guildPermissions(guild, call.actor.userId), Bit.ManageChannels)) throw apiError(50013);
  const body = (call.body ?? {}) as { name?: unknown; type?: unknown; parent_id?: unknown };
  const channel = createChannel({
    id: call.world.nextId(),
    type: Number(body.type ?? 0),
    guildId: guild.id,
    name: (asText(body.name) || 'channel').slice(0, 100),
    position: call.world.channels.size,
    parentId: typeof body.parent_id === 'string' ? body.parent_id : null,
  });
  openChannel(call.world, channel);
  return { status: 201, body: channelObject(call.world, channel) };
}

/** Listing all members needs the privileged intent, for the bot. */
function listMembers(call: Call): Reply {
  const guild = accessGuild(call);
  const GUILD_MEMBERS = 1 << 1;
  if (call.actor.kind === 'bot' && (call.world.privilegedIntents & GUILD_MEMBERS) === 0) throw apiError(50001);
  return { body: [...guild.members.keys()].map((id) => memberWithUserObject(call.world, guild, id)) };
}

function searchMembers(call: Call): Reply {
  const guild = accessGuild(call);
  const query = (call.query.get('query') ?? '').toLowerCase();
  const found = [...guild.members.keys()].filter((id) => call.world.users.get(id)!.username.startsWith(query));
  return { body: found.map((id) => memberWithUserObject(call.world, guild, id)) };
}

function getMember(call: Call): Reply {
  const guild = accessGuild(call);
  const id = call.params['user'] === '@me' ? call.actor.userId : call.params['user']!;
  if (!call.world.users.has(id)) throw apiError(10013);
  if (!guild.members.has(id)) throw apiError(10007);
  return { body: memberWithUserObject(call.world, guild, id) };
}

function listRoles(call: Call): Reply {
  const guild = accessGuild(call);
  return { body: [...guild.roles.values()].map((role) => roleObject(role, call.world.applicationId)) };
}

function listActiveThreads(call: Call): Reply {
  const guild = accessGuild(call);
  const threads = [...call.world.channels.values()].filter(
    (channel) =>
      channel.guildId === guild.id &&
      channel.thread?.archived === false &&
      seesChannel(call.world, channel, call.actor.userId),
  );
  return {
    body: {
      threads: threads.map((thread) => channelObject(call.world, thread, call.actor.userId)),
      members: threads
        .filter((thread) => thread.thread!.members.has(call.actor.userId))
        .map((thread) => threadMemberObject(thread, call.actor.userId)),
      has_more: false,
    },
  };
}
