import { Routes, SnowflakeUtil } from 'discord.js';
import type { FindResult } from '../../delivery/outbox.ts';

/** Where to look for the bot's message. */
export interface MarkerPlace {
  readonly channel: string;
  readonly guild: string;
  readonly forum: boolean;
  /** The bot's user id. */
  readonly bot: string;
}

/** Sends a GET request to Discord's API; rejects as discord.js does. */
export type Get = (path: `/${string}`, query: URLSearchParams) => Promise<unknown>;

interface FoundMessage {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly components?: readonly unknown[];
}

interface FoundThread {
  readonly id: string;
  readonly parent_id: string | null;
  readonly owner_id: string;
}

const PAGE = 100;
const MAX_PAGES = 10;
const MAX_THREADS = 50;
/** Maximum difference between this machine's clock and Discord's, which message ids are based on. */
const CLOCK_ERROR_MS = 300_000;

/**
 * Looks for the bot's message that has a marker in one of its `custom_id`s, among all posted since a given time; in a
 * forum among the first messages of its posts, open and archived. Gives up after 1,000 messages or 50 posts.
 */
export async function findMarker(
  get: Get,
  search: MarkerPlace & { readonly marker: string; readonly since: number },
): Promise<FindResult> {
  return search.forum ? findPost(get, search) : findMessage(get, search);
}

type Search = Parameters<typeof findMarker>[1];

async function findMessage(get: Get, search: Search): Promise<FindResult> {
  let before: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before !== undefined && { before }) });
    const messages = (await get(Routes.channelMessages(search.channel), query)) as readonly FoundMessage[];
    const found = messages.find((message) => isMarked(message, search));
    if (found) return { kind: 'found', message: found.id };
    before = messages.at(-1)?.id;
    if (messages.length < PAGE || before === undefined || !isRecent(before, search)) return { kind: 'absent' };
  }
  return { kind: 'unclear', reason: 'incomplete', detail: `more than ${PAGE * MAX_PAGES} messages since` };
}

async function findPost(get: Get, search: Search): Promise<FindResult> {
  const active = await get(Routes.guildActiveThreads(search.guild), new URLSearchParams());
  const archived = await get(
    Routes.channelThreads(search.channel, 'public'),
    new URLSearchParams({ limit: String(PAGE) }),
  );
  const threads = [active, archived].flatMap((list) => (list as { readonly threads: readonly FoundThread[] }).threads);
  const own = threads.filter(
    ({ id, parent_id, owner_id }) => parent_id === search.channel && owner_id === search.bot && isRecent(id, search),
  );
  for (const { id } of own.slice(0, MAX_THREADS)) {
    // The first message of a post has the id of its thread; if it was deleted, the request finds nothing.
    const messages = (await get(
      Routes.channelMessages(id),
      new URLSearchParams({ around: id, limit: '1' }),
    )) as readonly FoundMessage[];
    if (messages.some((message) => isMarked(message, search))) return { kind: 'found', message: id, channel: id };
  }
  if (own.length <= MAX_THREADS) return { kind: 'absent' };
  return { kind: 'unclear', reason: 'incomplete', detail: `more than ${MAX_THREADS} posts since` };
}

function isRecent(id: string, { since }: Search): boolean {
  return SnowflakeUtil.timestampFrom(id) >= since - CLOCK_ERROR_MS;
}

function isMarked({ author, components = [] }: FoundMessage, { bot, marker }: Search): boolean {
  return author.id === bot && components.some((component) => hasMarker(component, marker));
}

function hasMarker(component: unknown, marker: string): boolean {
  if (Array.isArray(component)) return component.some((inner) => hasMarker(inner, marker));
  if (typeof component !== 'object' || component === null) return false;
  return Object.entries(component).some(([key, value]) =>
    key === 'custom_id' && typeof value === 'string' ? value.includes(marker) : hasMarker(value, marker),
  );
}
