import { ChannelFlags, DiscordAPIError, type Client } from 'discord.js';
import { UNKNOWN_PARENT } from '../../access/access.ts';
import type { ChannelView } from './createOutbox.ts';

/** Looks up a channel through the gateway client, whose cache follows all changes of channels, roles and overwrites. */
export async function lookUpChannel(client: Client<true>, id: string): Promise<ChannelView> {
  try {
    const channel = await client.channels.fetch(id);
    if (!channel) return { kind: 'gone' };
    if (channel.isDMBased()) return { kind: 'unknown' };
    const permissions = channel.permissionsFor(client.user)?.bitfield;
    if (permissions === undefined) return { kind: 'unknown' };
    const { type, guildId: guild } = channel;
    const parent = channel.isThread() ? (channel.parentId ?? UNKNOWN_PARENT) : undefined;
    const locked = channel.isThread() && channel.locked === true;
    const requiresTag = channel.isThreadOnly() && channel.flags.has(ChannelFlags.RequireTag);
    const tags = channel.isThreadOnly()
      ? { tags: channel.availableTags.map((tag) => ({ id: tag.id, name: tag.name, moderated: tag.moderated })) }
      : {};
    return { kind: 'channel', type, guild, parent, permissions, locked, requiresTag, ...tags };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 404) return { kind: 'gone' };
    return { kind: 'unknown' };
  }
}
