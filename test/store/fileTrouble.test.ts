import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { troubleOf, type Trouble } from '../../src/store/storeTrouble.ts';

let folder: string;
let store: Store;
let told: (Trouble | 'well')[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trouble-'));
  told = [];
  store = await openStore(join(folder, 'rapporteur.sqlite'), {
    onTrouble: (trouble) => told.push(trouble),
    onRecovery: () => told.push('well'),
  });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const fill = (name: string): Promise<unknown> =>
  store.db
    .insertInto('setting')
    .values({ guild: '1', channel: '', name, value: 'x'.repeat(50_000) })
    .execute();

test('a full disk is named once, keeps the store from being ready, and is over with the next write', async () => {
  await store.ping();
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
  await sql`pragma max_page_count = ${sql.raw(String(rows[0]!.page_count))}`.execute(store.db);
  await expect(fill('a')).rejects.toThrow(/^The disk that holds the database ".*" is full .*\.$/u);
  await expect(fill('b')).rejects.toThrow('is full');
  expect(told).toMatchObject([{ kind: 'full' }]);
  await sql`pragma max_page_count = 100000`.execute(store.db);
  await fill('c');
  await store.ping();
  expect(told).toMatchObject([{ kind: 'full' }, 'well']);
});

test('an error of one statement is no trouble', async () => {
  await store.db.insertInto('setting').values({ guild: '1', channel: '', name: 'a', value: '1' }).execute();
  const again = store.db.insertInto('setting').values({ guild: '1', channel: '', name: 'a', value: '1' }).execute();
  await expect(again).rejects.toThrow('UNIQUE');
  expect(told).toEqual([]);
});

test.each([
  [11, 'damaged'],
  [267, 'damaged'],
  [26, 'damaged'],
  [13, 'full'],
  [5, 'locked'],
  [261, 'locked'],
  [8, 'unusable'],
  [778, 'unusable'],
  [19, undefined],
  [1, undefined],
])('SQLite’s code %i means %s', (errcode, kind) => {
  expect(troubleOf(Object.assign(new Error('what it says'), { errcode }), 'a.sqlite')?.kind).toBe(kind);
});
