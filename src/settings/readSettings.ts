import { UNKNOWN_PARENT } from '../access/access.ts';
import type { Store } from '../store/store.ts';
import { settingsSchema, type Place, type Settings } from './settings.ts';

const WHOLE_SERVER = '';

/**
 * Reads the settings in effect in a place: a thread's override its channel's, which override the server's. Articles can
 * only be narrowed: those in effect are allowed by every level that sets any.
 */
export async function readSettings(store: Store, { guild, channel, parent }: Place): Promise<Settings> {
  const places = [undefined, parent === UNKNOWN_PARENT ? undefined : parent, channel];
  const levels: Settings[] = [];
  for (const place of new Set(places)) levels.push(await readOwnSettings(store, { guild, channel: place }));
  const narrowing = parent === UNKNOWN_PARENT ? [...levels, ...(await everyChannels(store, guild))] : levels;
  const sets = narrowing.flatMap(({ articles }) => articles ?? []);
  const allowed = sets.filter((id) => narrowing.every(({ articles }) => articles?.includes(id) ?? true));
  return {
    ...Object.assign({}, ...levels),
    ...(narrowing.some(({ articles }) => articles) ? { articles: [...new Set(allowed)] } : {}),
  };
}

/** A channel that could not be looked up may be a thread of any of the server's channels. */
async function everyChannels(store: Store, guild: string): Promise<readonly Settings[]> {
  const channels = await channelsWithSettings(store, guild);
  return Promise.all(channels.map((channel) => readOwnSettings(store, { guild, channel })));
}

/**
 * Reads the settings of exactly this place, the server or the channel. A stored value that cannot be read, or is no
 * longer valid (such as a zone that was removed), counts as not set and is reported.
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
  const problem = parsed.error.issues[0]?.message ?? 'invalid';
  store.report(`The setting "${name}" of ${place} cannot be read and counts as not set: ${problem}.`);
  return {};
}

/** Parses JSON; invalid JSON becomes a value that no setting accepts. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Lists the channels of a server that have their own settings. */
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

/** Finds the ask channel of a server; undefined if it has none. */
export async function askChannelOf(store: Store, guild: string): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('setting')
    .select('value')
    .where('guild', '=', guild)
    .where('channel', '=', WHOLE_SERVER)
    .where('name', '=', 'askChannel')
    .executeTakeFirst();
  return row && readRow(store, { guild, channel: WHOLE_SERVER, name: 'askChannel', ...row }).askChannel;
}

/** Lists the servers with announcements on, and the channel of each. */
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
