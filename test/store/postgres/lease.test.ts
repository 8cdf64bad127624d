import { afterEach, beforeEach, expect, test } from 'vitest';
import { shardLeases } from '../../../src/discord/gateway/shardLeases.ts';
import { takeLease, type Lease } from '../../../src/store/postgres/lease.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { startTcpProxy, type TcpProxy } from '../../fixtures/tcpProxy.ts';
import { newDatabase } from '../../fixtures/testStore.ts';

let proxy: TcpProxy;
/** A replica behind a connection that can be cut, and another one. */
let first: Store;
let second: Store;
const taken: Lease[] = [];

beforeEach(async () => {
  const database = await newDatabase();
  proxy = await startTcpProxy(database);
  first = await openStore(proxy.url);
  second = await openStore(database);
});
afterEach(async () => {
  proxy.mend();
  for (const lease of taken.splice(0)) await lease.release().catch(() => {});
  await first.close();
  await second.close();
  await proxy.close();
});

type Shards = Parameters<typeof shardLeases>[0];
const WHOLE: Shards = { SHARDS: undefined, SHARD_IDS: undefined };

async function take(
  store: Store,
  { shards = WHOLE, signal = AbortSignal.timeout(20_000) } = {},
): Promise<Lease | undefined> {
  const lease = await takeLease(store, { ...shardLeases(shards), signal, onError: () => {} });
  if (lease) taken.push(lease);
  return lease;
}
const now = AbortSignal.abort.bind(AbortSignal);
/** Tries once. */
const tryOnce = (store: Store, shards = WHOLE): Promise<Lease | undefined> =>
  take(store, { shards, signal: AbortSignal.timeout(1) });

test('a lease has one holder, and goes to the next one at once when it is given up', async () => {
  const lease = await take(first);
  expect(lease?.isHeld()).toBe(true);
  expect(await tryOnce(second)).toBeUndefined();
  await lease?.release();
  expect(lease?.isHeld()).toBe(false);
  expect((await tryOnce(second))?.isHeld()).toBe(true);
});

test('a waiting that is ended before it begins takes nothing', async () => {
  expect(await take(first, { signal: now() })).toBeUndefined();
  expect(await tryOnce(second)).toBeDefined();
});

test.each(['cut', 'freeze'] as const)(
  'a holder whose connection is %s lets go before another takes over',
  async (how) => {
    const lease = await take(first);
    const waiting = take(second);
    proxy[how]();
    let heldWhenTaken: boolean | undefined;
    const next = await waiting.then((found) => {
      heldWhenTaken = lease?.isHeld();
      return found;
    });
    expect(heldWhenTaken).toBe(false);
    expect(next?.isHeld()).toBe(true);
    await lease?.lost;
  },
);

test('a holder survives a connection that is cut for a moment', async () => {
  const lease = await take(first);
  proxy.cut();
  proxy.mend();
  await new Promise((resolve) => setTimeout(resolve, 9000));
  expect(lease?.isHeld()).toBe(true);
  expect(await tryOnce(second)).toBeUndefined();
});

const shards = (ids: readonly number[], total = 4): Shards => ({ SHARDS: total, SHARD_IDS: [...ids] });

test.each([
  ['whole and whole', WHOLE, WHOLE, false],
  ['whole and a shard', WHOLE, shards([0]), false],
  ['a shard and whole', shards([3]), WHOLE, false],
  ['different shards', shards([0, 1]), shards([2, 3]), true],
  ['overlapping shards', shards([0, 1]), shards([1, 2]), false],
  ['shards of different totals', shards([0]), shards([1], 2), false],
])('two processes may hold %s: %s', async (_, one, two, both) => {
  expect(await tryOnce(first, one)).toBeDefined();
  expect((await tryOnce(second, two)) !== undefined).toBe(both);
});
