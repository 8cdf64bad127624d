import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { groupWrites, type Write } from './groupWrites.ts';
import { migrate } from './migrate.ts';
import { sqliteDialect } from './sqliteDialect.ts';

/** An open database. */
export interface Store {
  readonly db: Kysely<Database>;
  /** Writes in a transaction that it shares with what else is written at the same time. */
  readonly write: Write;
  /** The schema's version. */
  readonly version: number;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A database in memory, for tests and for a run that is to leave nothing behind. */
export const IN_MEMORY = ':memory:';

/**
 * Opens the database, creates it where there is none, and brings its schema up to date. Several processes may open the
 * same file. Throws one sentence that says why it cannot: not a database, no permission, or newer than the program.
 */
export async function openStore(file: string): Promise<Store> {
  let db: Kysely<Database> | undefined;
  try {
    if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true });
    db = new Kysely<Database>({ dialect: sqliteDialect(file) });
    const version = await migrate(db, { now: Date.now() });
    return createStore(db, version);
  } catch (error) {
    await db?.destroy();
    throw new Error(`Cannot open the database "${file}": ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function createStore(db: Kysely<Database>, version: number): Store {
  return {
    db,
    write: groupWrites(db),
    version,
    ping: async () => void (await sql`select 1`.execute(db)),
    close: () => db.destroy(),
  };
}
