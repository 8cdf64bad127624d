import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore, type Store } from '../../../src/store/store.ts';
import type { Trouble } from '../../../src/store/storeTrouble.ts';
import { startTcpProxy, type TcpProxy } from '../../fixtures/tcpProxy.ts';
import { newDatabase } from '../../fixtures/testStore.ts';

let proxy: TcpProxy;
let store: Store;
/** The same database, reached directly. */
let other: Store;
let told: (Trouble['kind'] | 'well')[];

beforeEach(async () => {
  const database = await newDatabase();
  proxy = await startTcpProxy(database);
  told = [];
  store = await openStore(proxy.url, {
    onTrouble: ({ kind }) => told.push(kind),
    onRecovery: () => told.push('well'),
  });
  other = await openStore(database);
});
afterEach(async () => {
  proxy.mend();
  await store.close();
  await other.close();
  await proxy.close();
});

const insert = (name: string) => (db: Pick<Store['db'], 'insertInto'>) =>
  db.insertInto('setting').values({ guild: '1', channel: '', name, value: '1' }).execute();
const names = async (): Promise<readonly string[]> => {
  const rows = await other.db.selectFrom('setting').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
};
const read = () => store.db.selectFrom('setting').selectAll().execute();

test('a connection that was cut while nobody used it is replaced without a word', async () => {
  await store.write(insert('a'));
  proxy.cut();
  proxy.mend();
  await store.write(insert('b'));
  expect(await read()).toHaveLength(2);
  expect([await names(), told]).toEqual([['a', 'b'], []]);
});

test('a short outage is waited out', async () => {
  proxy.cut();
  const waiting = Promise.all([read(), store.write(insert('a'))]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  proxy.mend();
  await waiting;
  expect([await names(), told]).toEqual([['a'], []]);
});

test('a longer outage is reported once, keeps the store from being ready, and its end is noticed by itself', async () => {
  proxy.cut();
  const results = await Promise.allSettled([read(), store.write(insert('a')), store.ping()]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await expect(store.ping()).rejects.toThrow(/^The (?:database|connection to the database) postgres:.+\.$/u);
  expect(told).toEqual(['unreachable']);
  proxy.mend();
  await vi.waitFor(() => expect(told).toEqual(['unreachable', 'well']), { timeout: 10_000 });
  await store.ping();
  expect(await names()).toEqual([]);
});

test('a transaction whose connection is cut before it ends is repeated, and its work is there once', async () => {
  let runs = 0;
  await store.write(async (transaction) => {
    runs += 1;
    await insert('a')(transaction);
    if (runs === 1) proxy.cut();
    proxy.mend();
    await insert('b')(transaction);
  });
  expect([runs, await names()]).toEqual([2, ['a', 'b']]);
});

test.each([1, 3])('%i writes whose connection is cut while they are committed are never repeated', async (count) => {
  let commits = 0;
  proxy.onRequest = (text) => {
    if (!text.includes('commit')) return;
    commits += 1;
    proxy.cut();
    proxy.mend();
  };
  const results = await Promise.allSettled(Array.from({ length: count }, (_, at) => store.write(insert(`a${at}`))));
  expect(results.map(({ status }) => status)).toEqual(Array.from({ length: count }, () => 'rejected'));
  expect(commits).toBe(1);
});

test('a deadlock between two processes ends with both transactions done', async () => {
  for (const name of ['a', 'b']) await store.write(insert(name));
  const update = (own: Store, [first, second]: readonly [string, string]) =>
    own.write(async (transaction) => {
      for (const name of [first, second]) {
        const { value } = await transaction
          .selectFrom('setting')
          .select('value')
          .where('name', '=', name)
          .forUpdate()
          .executeTakeFirstOrThrow();
        await new Promise((resolve) => setTimeout(resolve, 100));
        await transaction
          .updateTable('setting')
          .set({ value: String(Number(value) + 1) })
          .where('name', '=', name)
          .execute();
      }
    });
  await Promise.all([update(store, ['a', 'b']), update(other, ['b', 'a'])]);
  expect((await read()).map(({ value }) => value)).toEqual(['3', '3']);
});
