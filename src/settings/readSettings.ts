import type { Store } from '../store/store.ts';
import { settingsSchema, type Place, type Settings } from './settings.ts';

const WHOLE_SERVER = '';

/** Reads what holds in a channel: its own settings, and the server's where it has none. */
export async function readSettings(store: Store, place: Place): Promise<Settings> {
  const server = await readOwnSettings(store, { guild: place.guild });
  return place.channel === undefined ? server : { ...server, ...(await readOwnSettings(store, place)) };
}

/**
 * Reads what was set for exactly this place, the server or the channel. A stored value that this version does not
 * take (a zone that is gone) counts as not set.
 */
export async function readOwnSettings(store: Store, { guild, channel = WHOLE_SERVER }: Place): Promise<Settings> {
  const rows = await store.db
    .selectFrom('setting')
    .select(['name', 'value'])
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .execute();
  const entries = rows.flatMap(({ name, value }) => {
    const parsed = settingsSchema.safeParse({ [name]: JSON.parse(value) as unknown });
    return parsed.success ? Object.entries(parsed.data) : [];
  });
  return Object.fromEntries(entries);
}

/** Lists the channels of a server that have settings of their own. */
export async function channelsWithSettings(store: Store, guild: string): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('setting')
    .select('channel')
    .distinct()
    .where('guild', '=', guild)
    .where('channel', '<>', WHOLE_SERVER)
    .orderBy('channel')
    .execute();
  return rows.map(({ channel }) => channel);
}

/** Lists the servers that want new articles announced, with the channel in which. */
export async function announceChannels(
  store: Store,
): Promise<readonly { readonly guild: string; readonly channel: string }[]> {
  const rows = await store.db
    .selectFrom('setting')
    .select(['guild', 'value'])
    .where('name', '=', 'announceChannel')
    .where('channel', '=', WHOLE_SERVER)
    .orderBy('guild')
    .execute();
  return rows.flatMap(({ guild, value }) => {
    const { announceChannel } = settingsSchema.parse({ announceChannel: JSON.parse(value) as unknown });
    return announceChannel === undefined ? [] : [{ guild, channel: announceChannel }];
  });
}
