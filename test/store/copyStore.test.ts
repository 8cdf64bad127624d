import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { copyStore } from '../../src/store/copyStore.ts';
import type { Database } from '../../src/store/database.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { addRun } from '../../src/schedule/runs/addRun.ts';
import { history } from '../../src/schedule/runs/history.ts';
import { addSchedule, MONDAY } from '../fixtures/schedules.ts';
import { newDatabase } from '../fixtures/testStore.ts';
import { temporaryFolder } from '../terminal/line.ts';

const TABLES = [
  'owner',
  'setting',
  'membership',
  'announced',
  'announcement',
  'gap',
  'vote',
  'schedule',
  'occurrence',
  'follow_up',
] as const;

async function newFile(): Promise<string> {
  return join(await temporaryFolder(), 'source.sqlite');
}

async function using<Result>(database: string, use: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(database);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Every row of every table, in an order of its own. */
const contents = (database: string): Promise<unknown> =>
  using(database, async ({ db }) => {
    const all: Record<string, readonly string[]> = {};
    for (const table of TABLES) {
      const rows = await db
        .selectFrom(table as 'setting')
        .selectAll()
        .execute();
      all[table] = rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted();
    }
    return all;
  });

test('copyStore copies every row there and back, and each copy reads as the source', async () => {
  const [file, middle, end] = [await newFile(), await newDatabase({ apart: true }), await newFile()];
  await using(file, async (store) => {
    const schedule = await addSchedule(store, { name: 'Übersicht – “1” \\ %' });
    for (let at = 0; at < 1001; at += 1) await addRun(store, schedule, MONDAY + at * 1000);
    await store.db.insertInto('owner').values({ id: 1, kind: 'room', application: '9', claimed_at: MONDAY }).execute();
    await store.db
      .insertInto('announced')
      .values({ guild: '1', article: 'a', announced_at: 2, lease_until: null })
      .execute();
  });
  const there = await copyStore({ from: file, to: middle });
  expect(there.map(({ table, rows }) => [table, rows])).toEqual([
    ['owner', 1],
    ['setting', 0],
    ['membership', 0],
    ['announced', 1],
    ['announcement', 0],
    ['gap', 0],
    ['vote', 0],
    ['schedule', 1],
    ['occurrence', 1001],
    ['follow_up', 0],
  ]);
  expect(await copyStore({ from: middle, to: end })).toEqual(there);
  const expected = await contents(file);
  expect(await contents(middle)).toEqual(expected);
  expect(await contents(end)).toEqual(expected);
});

test('copyStore keeps any text and number', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => !value.includes('\0'));
  const row = fc.record({
    guild: text,
    article: text,
    announced_at: fc.maxSafeInteger(),
    lease_until: fc.option(fc.maxSafeInteger()),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { selector: ({ guild, article }) => `${guild}\n${article}`, minLength: 1 }),
      async (rows) => {
        const [file, target] = [await newFile(), await newDatabase({ apart: true })];
        await using(file, ({ db }) => db.insertInto('announced').values(rows).execute());
        const copied = await copyStore({ from: file, to: target });
        expect(copied.find(({ table }) => table === 'announced')?.rows).toBe(rows.length);
        expect(await contents(target)).toEqual(await contents(file));
      },
    ),
    { numRuns: 8 },
  );
});

test.each(TABLES)('copyStore refuses a target with a row in %s, and changes nothing', async (table) => {
  const [file, target] = [await newFile(), await newDatabase({ apart: true })];
  await using(file, (store) => addSchedule(store));
  const rows: { readonly [Table in (typeof TABLES)[number]]: Partial<Database[Table]> } = {
    owner: { id: 1, kind: 'room', application: '9', claimed_at: 1 },
    setting: { guild: '1', channel: '', name: 'zone', value: '1' },
    membership: { application: '1', guild: '1' },
    announced: { guild: '1', article: 'a', announced_at: 1 },
    announcement: { id: '1', guild: '1', channel: '1', articles: '[]', state: 'posted', attempt: 1, not_before: 1 },
    gap: { guild: '1', day: '2026-11-30', article: 'a', question: 'why', times: 1 },
    vote: { guild: '1', answer: '1', voter: 'x', up: 1, day: '2026-11-30', article: 'a', question: 'why' },
    schedule: {},
    occurrence: {},
    follow_up: {},
  };
  await using(target, async (store) => {
    if (table === 'schedule' || table === 'occurrence' || table === 'follow_up') {
      const schedule = await addSchedule(store, { name: 'Theirs' });
      if (table !== 'schedule') await addRun(store, schedule, MONDAY);
    } else
      await store.db
        .insertInto(table as 'setting')
        .values(rows[table] as Database['setting'])
        .execute();
  });
  const before = await contents(target);
  await expect(copyStore({ from: file, to: target })).rejects.toThrow(
    /^Cannot copy .+ already has 1 rows in "\w+", and must be empty$/u,
  );
  expect(await contents(target)).toEqual(before);
});

test('copyStore refuses what is not there, what is the same, what is damaged, and what a bot uses', async () => {
  const [file, target] = [await newFile(), await newDatabase({ apart: true })];
  const copy = (from: string, to: string): Promise<unknown> => copyStore({ from, to });
  await expect(copy(file, target)).rejects.toThrow(`there is no file "${file}"`);
  await expect(copy(target, target)).rejects.toThrow('they are the same database');
  writeFileSync(file, 'no database'.repeat(100));
  await expect(copy(file, target)).rejects.toThrow('file is not a database');
  const good = await newFile();
  await using(good, async (store) => {
    await addSchedule(store);
    await expect(copy(good, target)).resolves.toBeDefined();
  });
  if (inject('postgres') === undefined) return;
  await using(target, async ({ name }) => {
    await expect(copy(target, await newFile())).rejects.toThrow(
      `another Rapporteur is connected to ${name}; stop it first`,
    );
  });
});

test('copyStore keeps nothing if what was written does not read the same', async () => {
  if (inject('postgres') === undefined) return;
  const [file, target] = [await newFile(), await newDatabase({ apart: true })];
  await using(file, async (store) => {
    const schedule = await addSchedule(store);
    await addRun(store, schedule, MONDAY);
  });
  await using(target, async ({ db }) => {
    await sql`create function spoil() returns trigger language plpgsql as $$ begin new.attempt := 7; return new; end $$`.execute(
      db,
    );
    await sql`create trigger spoil before insert on occurrence for each row execute function spoil()`.execute(db);
  });
  await expect(copyStore({ from: file, to: target })).rejects.toThrow(
    '"occurrence" does not read as it was written (1 rows sent, 1 read back)',
  );
  await using(target, async (store) => expect(await history(store, 'any', { limit: 1 })).toEqual([]));
  expect(await contents(target)).toMatchObject({ schedule: [], occurrence: [] });
});
