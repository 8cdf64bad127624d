import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { botIsMember, mayUseCommand } from '../world/commandAccess.ts';
import type { MemberView, ViewChannel, ViewUser } from './events.ts';
import { channelPermissions, holds, seesChannel } from '../world/permission.ts';
import { commandObject } from '../objects/serialize.ts';
import type { World } from '../world/world.ts';
import type { Channel } from '../world/entities.ts';

/** What a member sees of the room besides messages. */
export function memberView(world: World, userId: string): MemberView {
  const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(userId));
  const channels = visibleChannels(world, userId);
  const commands = [...world.commands.values()].filter((command) =>
    channels.some((channel) => mayUseCommand(world, command, { channel: world.channels.get(channel.id)!, userId })),
  );
  return {
    user: viewUser(world, userId),
    bot: viewUser(world, world.applicationId),
    application_id: world.applicationId,
    guilds: guilds.map((guild) => ({ id: guild.id, name: guild.name, bot: guild.members.has(world.applicationId) })),
    channels,
    users: [...world.users.keys()].map((id) => viewUser(world, id)),
    roles: guilds.flatMap((guild) =>
      [...guild.roles.values()].map((role) => ({
        id: role.id,
        guild_id: guild.id,
        name: role.name,
        color: role.color,
      })),
    ),
    commands: commands.map((command) => commandObject(world, command)),
  };
}

/** A channel as a member sees it. */
export function viewChannel(world: World, channel: Channel, userId: string): ViewChannel {
  const permissions = channelPermissions(world, channel, userId);
  const here = channel.guildId === undefined || botIsMember(world, channel);
  return {
    id: channel.id,
    type: channel.type,
    name: channel.guildId === undefined ? otherName(world, channel, userId) : channel.name,
    ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
    parent_id: channel.parentId,
    topic: channel.topic,
    position: channel.position,
    permissions: permissions.toString(),
    bot: here || holds(permissions, Bit.UseApplicationCommands),
  };
}

function visibleChannels(world: World, userId: string): ViewChannel[] {
  const seen = [...world.channels.values()].filter((channel) => seesChannel(world, channel, userId));
  const ordered: Channel[] = [];
  for (const guild of world.guilds.values()) {
    const own = seen.filter((channel) => channel.guildId === guild.id);
    for (const channel of own.filter((each) => !each.thread).toSorted((a, b) => a.position - b.position)) {
      ordered.push(channel, ...own.filter((each) => each.thread && each.parentId === channel.id));
    }
  }
  ordered.push(...seen.filter((channel) => channel.guildId === undefined));
  return ordered.map((channel) => viewChannel(world, channel, userId));
}

function viewUser(world: World, id: string): ViewUser {
  const user = world.users.get(id)!;
  const home = world.guilds.get(world.homeGuildId);
  const roles = (home?.members.get(id)?.roles ?? []).map((roleId) => home!.roles.get(roleId)!);
  const coloured = roles.filter((role) => role.color !== 0).toSorted((a, b) => b.position - a.position)[0];
  return {
    id,
    username: user.username,
    global_name: user.globalName,
    bot: user.bot,
    ...(coloured ? { color: `#${coloured.color.toString(16).padStart(6, '0')}` } : {}),
  };
}

function otherName(world: World, channel: Channel, userId: string): string {
  const other = channel.recipients.find((id) => id !== userId) ?? userId;
  return world.users.get(other)?.username ?? '';
}
