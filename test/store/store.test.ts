import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { newDatabase } from '../fixtures/testStore.ts';

let database: string;
const open: Store[] = [];

beforeEach(async () => {
  database = await newDatabase();
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
});

async function opened(): Promise<Store> {
  const store = await openStore(database);
  open.push(store);
  return store;
}

const setting = (value: string) => ({ guild: '1', channel: '', name: 'zone', value });

describe('openStore', () => {
  test('finds what was written when it opens it again', async () => {
    const first = await opened();
    await first.db.insertInto('setting').values(setting('"UTC"')).execute();
    const second = await opened();
    expect(await second.db.selectFrom('setting').select('value').execute()).toEqual([{ value: '"UTC"' }]);
    expect(second.version).toBe(MIGRATIONS.length);
  });

  test('refuses a database that is newer than the program, in one sentence', async () => {
    const store = await opened();
    await store.db
      .insertInto('migration')
      .values({ version: MIGRATIONS.length + 1, name: 'from the future', applied_at: 0 })
      .execute();
    await expect(openStore(database)).rejects.toThrow(
      new RegExp(
        `^Cannot open the database .+: it was written by a newer version of Rapporteur \\(schema ${MIGRATIONS.length + 1}, this one knows ${MIGRATIONS.length}\\); update Rapporteur, or set (?:DATA_DIR to another folder|DATABASE_URL to another database)$`,
        'u',
      ),
    );
  });

  test('lets two connections write at once, a transaction waiting for the other', async () => {
    const [first, second] = [await opened(), await opened()];
    await first.db.insertInto('setting').values(setting('0')).execute();
    const increment = (store: Store) =>
      store.db.transaction().execute(async (transaction) => {
        const { value } = await transaction
          .selectFrom('setting')
          .select('value')
          .$if(store.kind === 'postgres', (query) => query.forUpdate())
          .executeTakeFirstOrThrow();
        await transaction
          .updateTable('setting')
          .set({ value: String(Number(value) + 1) })
          .execute();
      });
    await Promise.all(Array.from({ length: 20 }, (_, round) => increment(round % 2 === 0 ? first : second)));
    expect(await second.db.selectFrom('setting').select('value').execute()).toEqual([{ value: '20' }]);
  });

  test('answers a ping until it is closed', async () => {
    const store = await openStore(database);
    await store.ping();
    await store.close();
    await expect(store.ping()).rejects.toThrow('driver has already been destroyed');
  });
});

describe('store.write', () => {
  const write = (store: Store, value: string) =>
    store.write(async (transaction) => {
      await transaction
        .insertInto('setting')
        .values({ ...setting(value), name: value })
        .execute();
      if (value === 'bad') throw new Error('no');
      return value;
    });
  const written = async (store: Store) => {
    const rows = await store.db.selectFrom('setting').select('value').orderBy('value').execute();
    return rows.map(({ value }) => value);
  };

  test('gives each its own result', async () => {
    const store = await opened();
    expect(await Promise.all(['a', 'b', 'c'].map((value) => write(store, value)))).toEqual(['a', 'b', 'c']);
    expect(await written(store)).toEqual(['a', 'b', 'c']);
  });

  test('lets one fail without the others', async () => {
    const store = await opened();
    const results = await Promise.allSettled(['a', 'bad', 'c', 'a'].map((value) => write(store, value)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(await written(store)).toEqual(['a', 'c']);
    await expect(write(store, 'bad')).rejects.toThrow('no');
  });
});

describe('migrate', () => {
  test('runs once, however many processes open a new database at the same time', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => opened()));
    expect(stores.map(({ version }) => version)).toEqual(stores.map(() => MIGRATIONS.length));
  });

  test('applies only the steps that are missing', async () => {
    const store = await opened();
    const extra = {
      name: 'extra',
      up: async (db: Store['db']) => void (await sql`create table extra (a text)`.execute(db)),
    };
    const migrations = [...MIGRATIONS, extra];
    expect(await migrate(store.db, { now: 1, kind: store.kind, migrations })).toBe(MIGRATIONS.length + 1);
    expect(await migrate(store.db, { now: 2, kind: store.kind, migrations })).toBe(MIGRATIONS.length + 1);
    const rows = await store.db.selectFrom('migration').select(['name', 'applied_at']).orderBy('version').execute();
    expect(rows.at(-1)).toEqual({ name: 'extra', applied_at: 1 });
  });

  test('leaves nothing of a step that fails', async () => {
    const store = await opened();
    const failing = {
      name: 'failing',
      up: async (db: Store['db']) => {
        await sql`create table half (a text)`.execute(db);
        await sql`create table half (a text)`.execute(db);
      },
    };
    const migrations = [...MIGRATIONS, failing];
    await expect(migrate(store.db, { now: 1, kind: store.kind, migrations })).rejects.toThrow('already exists');
    await expect(sql`select * from half`.execute(store.db)).rejects.toThrow(/no such table|does not exist/u);
  });
});
