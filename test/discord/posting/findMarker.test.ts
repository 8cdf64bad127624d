import { SnowflakeUtil } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { findMarker, type Get } from '../../../src/discord/posting/findMarker.ts';

const NOW = Date.UTC(2026, 10, 23);
const MINUTE = 60_000;
const BOT = '1';
const search = { channel: 'c', guild: 'g', forum: false, bot: BOT, marker: 'run-1', since: NOW };

interface FakeMessage {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly components: readonly unknown[];
}

let increment = 0n;
function message(at: number, { marker = '', author = BOT } = {}): FakeMessage {
  increment += 1n;
  const id = SnowflakeUtil.generate({ timestamp: at, increment: increment % 4096n }).toString();
  const button = { type: 2, custom_id: `digest:${marker}:1` };
  const container = { type: 17, components: [{ type: 9, accessory: button }] };
  return { id, author: { id: author }, components: [{ type: 10, content: 'run-1' }, container] };
}

/** A channel with these messages, the oldest first; counts the requests. */
function channel(messages: readonly FakeMessage[]) {
  const queries: string[] = [];
  const get: Get = async (path, query) => {
    queries.push(`${path}?${query.toString()}`);
    const before = query.get('before');
    const older = messages.filter(({ id }) => before === null || BigInt(id) < BigInt(before));
    return older.slice(-Number(query.get('limit'))).toReversed();
  };
  return { get, queries };
}

const many = (count: number, at = NOW): FakeMessage[] =>
  Array.from({ length: count }, (_, index) => message(at + index));

describe('findMarker in a channel', () => {
  test('finds the message by the marker in a nested button', async () => {
    const own = message(NOW, { marker: 'run-1' });
    const { get } = channel([own, ...many(250, NOW + 1)]);
    expect(await findMarker(get, search)).toEqual({ kind: 'found', message: own.id });
  });

  test('ignores other users’ messages, and other text', async () => {
    const { get } = channel([message(NOW, { marker: 'run-1', author: '2' }), message(NOW, { marker: 'run-2' })]);
    expect(await findMarker(get, search)).toEqual({ kind: 'absent' });
  });

  test('looks back to the time of sending and five minutes more, for clocks that differ', async () => {
    const { get, queries } = channel([
      message(NOW - 10 * MINUTE, { marker: 'run-1' }),
      ...many(50, NOW - 6 * MINUTE),
      ...many(60, NOW - 4 * MINUTE),
      ...many(90),
    ]);
    expect(await findMarker(get, search)).toEqual({ kind: 'absent' });
    expect(queries).toHaveLength(2);
  });

  test.each([
    [999, 'absent'],
    [1000, 'unclear'],
  ])('after %i messages since then: %s', async (count, kind) => {
    expect(await findMarker(channel(many(count)).get, search)).toMatchObject({ kind });
  });
});

describe('findMarker in a forum', () => {
  const thread = (first: FakeMessage, changes = {}) => ({ id: first.id, parent_id: 'c', owner_id: BOT, ...changes });
  const forum =
    (active: readonly FakeMessage[], archived: readonly FakeMessage[] = []): Get =>
    async (path, query) => {
      if (path === '/guilds/g/threads/active') return { threads: active.map((first) => thread(first)) };
      if (path === '/channels/c/threads/archived/public') return { threads: archived.map((first) => thread(first)) };
      return [...active, ...archived].filter(
        ({ id }) => path === `/channels/${id}/messages` && query.get('around') === id,
      );
    };

  test.each(['active', 'archived'])('finds the post among the %s ones', async (where) => {
    const own = message(NOW, { marker: 'run-1' });
    const posts = [message(NOW), own];
    const get = where === 'active' ? forum(posts) : forum([message(NOW)], posts);
    expect(await findMarker(get, { ...search, forum: true })).toEqual({
      kind: 'found',
      message: own.id,
      channel: own.id,
    });
  });

  test.each([
    [50, 'absent'],
    [51, 'unclear'],
  ])('after %i posts since then: %s', async (count, kind) => {
    expect(await findMarker(forum(many(count)), { ...search, forum: true })).toMatchObject({ kind });
  });
});
