import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import type { World } from './world.ts';
import type { Channel, Guild } from './entities.ts';

/** Every permission bit that Discord knows. */
export const ALL_PERMISSIONS: bigint = Object.values(Bit).reduce((all, bit) => all | bit, 0n);

/** Whether a bit field holds all of the wanted bits. */
export function holds(permissions: bigint, wanted: bigint): boolean {
  return (permissions & wanted) === wanted;
}

/** A member's permissions in a server as a whole; none for somebody who is no member. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  let permissions = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roles) permissions |= guild.roles.get(id)?.permissions ?? 0n;
  return holds(permissions, Bit.Administrator) ? ALL_PERMISSIONS : permissions;
}

/**
 * A user's permissions in a channel, its overwrites applied (a thread takes its parent's), with the permissions that others imply.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  if (channel.guildId === undefined) return channel.recipients.includes(userId) ? ALL_PERMISSIONS : 0n;
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  if (!guild || !member) return 0n;
  const base = guildPermissions(guild, userId);
  if (base === ALL_PERMISSIONS) return ALL_PERMISSIONS;

  const parent = channel.thread && channel.parentId ? world.channels.get(channel.parentId) : undefined;
  const overwrites = (parent ?? channel).overwrites;
  const apply = (permissions: bigint, allow: bigint, deny: bigint): bigint => (permissions & ~deny) | allow;

  let permissions = base;
  const everyone = overwrites.find((overwrite) => overwrite.id === guild.id);
  if (everyone) permissions = apply(permissions, everyone.allow, everyone.deny);
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of overwrites) {
    if (overwrite.type !== 0 || overwrite.id === guild.id || !member.roles.includes(overwrite.id)) continue;
    allow |= overwrite.allow;
    deny |= overwrite.deny;
  }
  permissions = apply(permissions, allow, deny);
  const own = overwrites.find((overwrite) => overwrite.type === 1 && overwrite.id === userId);
  if (own) permissions = apply(permissions, own.allow, own.deny);

  if (!holds(permissions, Bit.ViewChannel)) return 0n;
  const sends = channel.thread ? Bit.SendMessagesInThreads : Bit.SendMessages;
  if (!holds(permissions, sends)) {
    permissions &= ~(Bit.MentionEveryone | Bit.SendTTSMessages | Bit.AttachFiles | Bit.EmbedLinks | Bit.SendPolls);
  }
  return permissions;
}

/** Whether a user sees a channel: by permission, and a private thread only as its member or as one who manages threads. */
export function seesChannel(world: World, channel: Channel, userId: string): boolean {
  const permissions = channelPermissions(world, channel, userId);
  if (!holds(permissions, Bit.ViewChannel)) return false;
  if (channel.type !== 12) return true;
  return channel.thread?.members.has(userId) === true || holds(permissions, Bit.ManageThreads);
}
