import { existsSync, mkdirSync } from 'node:fs';
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
    if (file !== IN_MEMORY) makeFolder(dirname(file));
    db = new Kysely<Database>({ dialect: sqliteDialect(file) });
    const version = await migrate(db, { now: Date.now() });
    return createStore(db, version);
  } catch (error) {
    await db?.destroy();
    throw new Error(`Cannot open the database "${file}": ${explained(error)}`, { cause: error });
  }
}

const ADVICE: readonly (readonly [problem: RegExp, advice: string])[] = [
  [
    /not a database|malformed|table \S+ already exists/u,
    'the file is damaged or another program’s; put a backup in its place, or move it away to begin anew',
  ],
  [/full|ENOSPC/u, 'free some space on the disk'],
  [/^E[A-Z]+:|unable to open|readonly/u, 'set DATA_DIR to a folder that can be written'],
];

function explained(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const advice = ADVICE.find(([problem]) => problem.test(message))?.[1];
  return advice === undefined ? message : `${message}; ${advice}`;
}

/** Makes a folder and those above it. Node's own way of doing that never ends where the system refuses it, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
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
