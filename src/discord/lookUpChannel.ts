import { ChannelFlags, DiscordAPIError, type Client } from 'discord.js';
import type { ChannelView } from './createOutbox.ts';

/** Looks at a channel through the gateway client, whose cache follows every change of channels, roles and overwrites. */
export async function lookUpChannel(client: Client<true>, id: string): Promise<ChannelView> {
  try {
    const channel = await client.channels.fetch(id);
    if (!channel) return { kind: 'gone' };
    if (channel.isDMBased()) return { kind: 'unknown' };
    const permissions = channel.permissionsFor(client.user)?.bitfield;
    if (permissions === undefined) return { kind: 'unknown' };
    const locked = channel.isThread() && channel.locked === true;
    const requiresTag = channel.isThreadOnly() && channel.flags.has(ChannelFlags.RequireTag);
    return { kind: 'channel', type: channel.type, guild: channel.guildId, permissions, locked, requiresTag };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 404) return { kind: 'gone' };
    return { kind: 'unknown' };
  }
}
