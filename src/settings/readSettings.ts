import type { Store } from '../store/store.ts';
import { settingsSchema, type Place, type Settings } from './settings.ts';

const WHOLE_SERVER = '';

/** Reads what holds in a channel: its own settings, and the server's where it has none. */
export async function readSettings(store: Store, place: Place): Promise<Settings> {
  const server = await readOwnSettings(store, { guild: place.guild });
  return place.channel === undefined ? server : { ...server, ...(await readOwnSettings(store, place)) };
}

/**
 * Reads what was set for exactly this place, the server or the channel. A stored value that cannot be read, or that this
 * version does not take (a zone that is gone), counts as not set and is reported.
 */
export async function readOwnSettings(store: Store, { guild, channel = WHOLE_SERVER }: Place): Promise<Settings> {
  const rows = await store.db
    .selectFrom('setting')
    .select(['name', 'value'])
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .execute();
  const entries = rows.flatMap((row) => Object.entries(readRow(store, { guild, channel, ...row })));
  return Object.fromEntries(entries);
}

interface Row {
  readonly guild: string;
  readonly channel: string;
  readonly name: string;
  readonly value: string;
}

function readRow(store: Store, { guild, channel, name, value }: Row): Settings {
  const parsed = settingsSchema.safeParse({ [name]: parseJson(value) });
  if (parsed.success) return parsed.data;
  const place = channel === WHOLE_SERVER ? `server ${guild}` : `channel ${channel} of server ${guild}`;
  const problem = parsed.error.issues[0]?.message ?? 'it is not valid';
  store.report(`The setting "${name}" of ${place} cannot be read and counts as not set: ${problem}.`);
  return {};
}

/** Reads JSON; what is none becomes a value that no setting takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
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
    const { announceChannel } = readRow(store, { guild, channel: WHOLE_SERVER, name: 'announceChannel', value });
    return announceChannel === undefined ? [] : [{ guild, channel: announceChannel }];
  });
}
