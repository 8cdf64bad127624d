import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { channelPermissions, holds } from './permission.ts';
import type { World } from './world.ts';
import type { Channel, Command } from './entities.ts';

/** Where a command is used: 0 in a server, 1 in a direct message with the bot. */
export function contextOf(channel: Channel): 0 | 1 {
  return channel.guildId === undefined ? 1 : 0;
}

/** Whether the bot is a member of the channel's server. */
export function botIsMember(world: World, channel: Channel): boolean {
  return channel.guildId !== undefined && world.guilds.get(channel.guildId)?.members.has(world.applicationId) === true;
}

/**
 * Whether a member is offered a command in a channel: it is registered for that place, for servers or for users, and the member holds
 * `use application commands` and the command's `default_member_permissions`. Every member has installed the bot for themselves.
 */
export function mayUseCommand(world: World, command: Command, use: { channel: Channel; userId: string }): boolean {
  const { channel, userId } = use;
  const { definition } = command;
  if (command.guildId !== undefined && command.guildId !== channel.guildId) return false;
  if (channel.guildId !== undefined) {
    const permissions = channelPermissions(world, channel, userId);
    if (!holds(permissions, Bit.UseApplicationCommands)) return false;
    const wanted = definition.default_member_permissions;
    const installed = botIsMember(world, channel);
    const open = world.openCommands.has(command.id);
    if (installed && !open && wanted !== null && !holdsDefault(permissions, BigInt(wanted))) return false;
    if (!installed && !definition.integration_types.includes(1)) return false;
  }
  return definition.contexts === null || definition.contexts.includes(contextOf(channel));
}

/** `"0"` leaves a command to administrators. */
function holdsDefault(permissions: bigint, wanted: bigint): boolean {
  return wanted === 0n ? holds(permissions, Bit.Administrator) : holds(permissions, wanted);
}
