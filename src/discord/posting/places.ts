import { DiscordAPIError, type Client, type REST } from 'discord.js';
import { UNKNOWN_PARENT, type Audience } from '../../access/access.ts';
import { channelByRest } from './channelByRest.ts';
import type { ChannelView } from './createOutbox.ts';
import { lookUpChannel } from './lookUpChannel.ts';

/** Long enough for the requests of one digest, short enough for somebody who has just granted a permission. */
const REMEMBERED_MS = 10_000;

/** What posting asks about channels. */
export interface Places {
  /** The bot's user id. */
  readonly bot: string;
  readonly look: (channel: string) => Promise<ChannelView>;
  /** Finds the channel of the server that a thread belongs to. */
  readonly placeOf: (place: { readonly guild: string; readonly channel: string }) => Promise<Audience>;
}

/**
 * Looks channels up in the gateway client's cache, if this process is connected and in that server; over REST otherwise,
 * so that every replica can post.
 */
export function createPlaces({
  bot,
  client,
  rest,
}: {
  readonly bot: string;
  readonly client: () => Client<true> | undefined;
  readonly rest: REST;
}): Places {
  const remembered = new Map<string, { readonly at: number; readonly found: Promise<unknown> }>();

  /** Gets a resource; undefined if there is none, or the bot may not see it. */
  async function request(path: string): Promise<unknown> {
    try {
      return await rest.get(path as `/${string}`);
    } catch (error) {
      if (error instanceof DiscordAPIError && (error.status === 404 || error.status === 403)) return undefined;
      throw error;
    }
  }

  function get(path: string): Promise<unknown> {
    const now = Date.now();
    for (const [key, { at }] of remembered) if (now - at > REMEMBERED_MS) remembered.delete(key);
    const known = remembered.get(path)?.found;
    if (known) return known;
    const found = request(path);
    remembered.set(path, { at: now, found });
    found.catch(() => remembered.delete(path));
    return found;
  }

  async function look(channel: string): Promise<ChannelView> {
    const connected = client();
    if (connected?.channels.cache.has(channel)) return lookUpChannel(connected, channel);
    try {
      return await channelByRest(get, { channel, bot });
    } catch {
      return { kind: 'unknown' };
    }
  }

  return {
    bot,
    look,
    async placeOf({ guild, channel }) {
      const view = await look(channel);
      if (view.kind !== 'channel' || view.guild !== guild) return { guild, channel, parent: UNKNOWN_PARENT };
      return { guild, channel, ...(view.parent === undefined ? {} : { parent: view.parent }) };
    },
  };
}
