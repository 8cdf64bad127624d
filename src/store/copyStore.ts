import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import type { Database } from './database.ts';
import { lockStore } from './lockStore.ts';
import { isServerUrl, publicName } from './postgres/serverUrl.ts';
import { openStore, type Store } from './store.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';
import { messageOf } from '../runtime/messageOf.ts';

type Table = Exclude<keyof Database, 'migration' | 'health' | 'lease' | 'interaction'>;

/** The tables with their primary keys; a table comes after those it refers to. */
const KEYS: Readonly<Record<Table, readonly string[]>> = {
  owner: ['id'],
  setting: ['guild', 'channel', 'name'],
  membership: ['application', 'guild'],
  announced: ['guild', 'article'],
  announcement: ['id'],
  gap: ['guild', 'day', 'article', 'question'],
  vote: ['guild', 'answer', 'voter'],
  schedule: ['id'],
  occurrence: ['id'],
  follow_up: ['run', 'kind'],
};
const TABLES = Object.keys(KEYS) as readonly Table[];

/** How many rows are read and written at once. */
const PAGE = 500;

/** The rows of one table that were copied. */
export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
  /** A checksum over all rows, the same on both sides; 64 hex digits. */
  readonly checksum: string;
}

/**
 * Copies everything that a bot has stored from one database into another, empty one: files and servers, either way. All
 * or nothing: what was written is read back, and kept only if each table has as many rows as the source, with the same
 * values. Throws one sentence if it cannot, or if a bot uses either of them.
 */
export async function copyStore({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}): Promise<readonly CopiedTable[]> {
  const names = `${publicName(from)} to ${publicName(to)}`;
  const closing: (() => unknown)[] = [];
  try {
    if (from === to) throw new Error('they are the same database');
    if (!isServerUrl(from) && !existsSync(from)) throw new Error(`there is no file "${from}"`);
    const source = await openAlone(from, closing);
    const target = await openAlone(to, closing);
    return await target.db.transaction().execute(async (transaction) => {
      for (const table of TABLES) {
        const { count } = await countRows(transaction, table);
        if (count > 0) throw new Error(`${target.name} already has ${count} rows in "${table}", and must be empty`);
      }
      const copied: CopiedTable[] = [];
      for (const table of TABLES) copied.push(await copyTable(source.db, transaction, table));
      return copied;
    });
  } catch (error) {
    throw new Error(`Cannot copy ${names}: ${messageOf(error)}`, { cause: error });
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** Opens a database that no bot uses: what it would write meanwhile would be missing from the copy. */
async function openAlone(database: string, closing: (() => unknown)[]): Promise<Store> {
  if (!isServerUrl(database)) {
    const lock = lockStore(database);
    if (lock.kind === 'refused') throw new Error(lock.reason.replace(/\.$/u, ''));
    closing.push(lock.unlock);
  }
  const store = await openStore(database);
  closing.push(() => store.close());
  if (store.kind === 'sqlite') return store;
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = 'rapporteur' and pid <> pg_backend_pid()`.execute(
    store.db,
  );
  if (rows.length > 0) throw new Error(`another Rapporteur is connected to ${store.name}; stop it first`);
  return store;
}

async function copyTable(source: Kysely<Database>, target: Kysely<Database>, table: Table): Promise<CopiedTable> {
  const sent = createChecksum();
  for await (const rows of pages(source, table)) {
    for (const row of rows) sent.add(row);
    await target.insertInto(table).values(rows).execute();
  }
  const kept = createChecksum();
  for await (const rows of pages(target, table)) for (const row of rows) kept.add(row);
  const [rows, checksum] = [kept.rows(), kept.text()];
  if (rows !== sent.rows() || checksum !== sent.text())
    throw new Error(`"${table}" does not read as it was written (${sent.rows()} rows sent, ${rows} read back)`);
  return { table, rows, checksum };
}

type Row = Readonly<Record<string, unknown>>;

/** Reads a table in the order of its key, which each kind of database sorts in its own way. */
async function* pages(db: Kysely<Database>, table: Table): AsyncGenerator<readonly Row[]> {
  const key = KEYS[table];
  const columns = sql.join(key.map((name) => sql.ref(name)));
  for (let last: Row | undefined; ;) {
    const after = last && sql`where (${columns}) > (${sql.join(key.map((name) => last?.[name]))})`;
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${after ?? sql``} order by ${columns} limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = lastOf(rows);
  }
}

async function countRows(db: Kysely<Database>, table: Table): Promise<{ readonly count: number }> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  return entryAt(rows, 0);
}

/** Sums the hashes of rows, so that their order does not matter. */
function createChecksum() {
  let [rows, sum] = [0, 0n];
  return {
    add(row: Row): void {
      const values = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
      const hash = createHash('sha256').update(JSON.stringify(values)).digest('hex');
      sum = BigInt.asUintN(256, sum + BigInt(`0x${hash}`));
      rows += 1;
    },
    rows: () => rows,
    text: () => sum.toString(16).padStart(64, '0'),
  };
}
