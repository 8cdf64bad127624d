import { guildPermissions } from '../world/permission.ts';
import { commandObject } from './serialize.ts';
import type { World } from '../world/world.ts';
import type { Channel } from '../world/entities.ts';

/** The room as the automation contract describes it: its ids, its channels and members with their tokens, and the registered commands. */
export function roomObject(world: World): unknown {
  const home = world.guilds.get(world.homeGuildId)!;
  const of = (guildId: string): Channel[] =>
    [...world.channels.values()].filter((channel) => channel.guildId === guildId);
  const brief = (channel: Channel): unknown => ({
    id: channel.id,
    name: channel.name,
    type: channel.type,
    parent_id: channel.parentId,
    guild_id: channel.guildId,
  });
  return {
    application_id: world.applicationId,
    bot_id: world.applicationId,
    guild_id: home.id,
    guild_name: home.name,
    channels: of(home.id).map(brief),
    members: [...world.tokens].map(([token, id]) => ({
      id,
      name: world.users.get(id)!.globalName ?? world.users.get(id)!.username,
      username: world.users.get(id)!.username,
      token,
      permissions: guildPermissions(home, id).toString(),
      dm_channel_id: [...world.channels.values()].find((channel) => channel.recipients.includes(id))?.id,
    })),
    other_guilds: [...world.guilds.values()]
      .filter((guild) => guild !== home)
      .map((guild) => ({ id: guild.id, name: guild.name, channels: of(guild.id).map(brief) })),
    roles: [...home.roles.values()].map((role) => ({
      id: role.id,
      name: role.name,
      permissions: role.permissions.toString(),
    })),
    commands: [...world.commands.values()].map((command) => commandObject(world, command)),
  };
}
