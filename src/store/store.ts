import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { groupWrites, type Write } from './groupWrites.ts';
import { makeFolder } from './makeFolder.ts';
import { migrate } from './migrate.ts';
import { sqliteDialect } from './sqliteDialect.ts';
import { createStoreHealth, type HealthListener, type StoreHealth } from './storeHealth.ts';
import { trouble } from './storeTrouble.ts';
import { messageOf } from '../runtime/messageOf.ts';

/** An open database. */
export interface Store {
  readonly db: Kysely<Database>;
  /** Writes in a transaction shared with other concurrent writes. */
  readonly write: Write;
  /** The schema version. */
  readonly version: number;
  /** Writes a small test value. Throws one sentence if that fails, or if the file was found damaged and still is. */
  ping(): Promise<void>;
  /** Checks the whole file for damage, and notifies the listener given to `openStore`. Slow for a large file. */
  check(): Promise<void>;
  /** Notifies the listener given to `openStore` of a stored value that cannot be read, in a sentence; once for each. */
  report(sentence: string): void;
  close(): Promise<void>;
}

/** An in-memory database, for tests and for a run that should leave nothing behind. */
export const IN_MEMORY = ':memory:';

/**
 * Opens the database, creates it if there is none, and migrates its schema. Several processes may open the same file.
 * Throws one sentence that says why it cannot: not a database, no permission, or newer than the program. `listener` is
 * notified of later trouble, such as a full disk, and when it is over. Default: nobody.
 */
export async function openStore(file: string, listener: HealthListener = NOBODY): Promise<Store> {
  let opened = false;
  // Errors before this are thrown.
  const health = createStoreHealth(file, {
    onTrouble: (trouble) => opened && listener.onTrouble(trouble),
    onRecovery: () => opened && listener.onRecovery(),
  });
  let db: Kysely<Database> | undefined;
  try {
    if (file !== IN_MEMORY) makeFolder(dirname(file));
    db = new Kysely<Database>({ dialect: sqliteDialect(file, health) });
    const version = await migrate(db, { now: Date.now() });
    opened = true;
    return createStore(db, { version, file, health, report: listener.onUnreadable });
  } catch (thrown) {
    await db?.destroy();
    const error = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
    throw new Error(`Cannot open the database "${file}": ${explained(error)}`, { cause: thrown });
  }
}

const NOBODY: HealthListener = { onTrouble: () => {}, onRecovery: () => {} };

const ADVICE: readonly (readonly [problem: RegExp, advice: string])[] = [
  [
    /not a database|malformed|table \S+ already exists/u,
    'the file is damaged or another program’s; put a backup in its place, or move it away to begin anew',
  ],
  [/full|ENOSPC/u, 'free some space on the disk'],
  [/^E[A-Z]+:|unable to open|readonly/u, 'set DATA_DIR to a folder that can be written'],
];

function explained(error: unknown): string {
  const message = messageOf(error);
  const advice = ADVICE.find(([problem]) => problem.test(message))?.[1];
  return advice === undefined ? message : `${message}; ${advice}`;
}

function createStore(
  db: Kysely<Database>,
  {
    version,
    file,
    health,
    report = () => {},
  }: {
    readonly version: number;
    readonly file: string;
    readonly health: StoreHealth;
    readonly report: HealthListener['onUnreadable'];
  },
): Store {
  const reported = new Set<string>();
  const write = groupWrites(db);
  let pinging: Promise<void> | undefined;
  async function check(): Promise<void> {
    const [found] = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db).then(
      ({ rows }) => rows,
      (error: unknown) => [{ quick_check: String(error instanceof Error ? (error.cause ?? error) : error) }],
    );
    const detail = found?.quick_check ?? 'the check found nothing';
    health.checked(detail === 'ok' ? undefined : trouble('damaged', { file, detail: firstLine(detail) }));
  }
  async function ping(): Promise<void> {
    if (health.trouble()?.kind === 'damaged') await check();
    const damage = health.trouble();
    if (damage?.kind === 'damaged') throw new Error(damage.sentence);
    const checked_at = Date.now();
    await write((transaction) =>
      transaction
        .insertInto('health')
        .values({ id: 1, checked_at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ checked_at }))
        .execute(),
    );
  }
  return {
    db,
    write,
    version,
    // All concurrent callers share one wait for a locked database.
    ping: () => (pinging ??= ping().finally(() => (pinging = undefined))),
    check,
    report(sentence) {
      if (!reported.has(sentence)) report(sentence);
      reported.add(sentence);
    },
    close: () => db.destroy(),
  };
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => !line.startsWith('***')) ?? text;
}
