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
  /** Writes in a transaction that it shares with what else is written at the same time. */
  readonly write: Write;
  /** The schema's version. */
  readonly version: number;
  /** Writes a little. Throws one sentence if that fails, or if the file was found damaged and still is. */
  ping(): Promise<void>;
  /** Looks through the whole file for damage, and tells whom `openStore` was given. Takes time with a large file. */
  check(): Promise<void>;
  /** Tells whom `openStore` was given of something stored that cannot be read, in a sentence; of each once. */
  report(sentence: string): void;
  close(): Promise<void>;
}

/** A database in memory, for tests and for a run that is to leave nothing behind. */
export const IN_MEMORY = ':memory:';

/**
 * Opens the database, creates it if there is none, and brings its schema up to date. Several processes may open the
 * same file. Throws one sentence that says why it cannot: not a database, no permission, or newer than the program.
 * `listener` is told of trouble that comes later, such as a full disk, and that it is over. Default: nobody.
 */
export async function openStore(file: string, listener: HealthListener = NOBODY): Promise<Store> {
  let opened = false;
  // What goes wrong before is thrown.
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
    // A database that is locked is waited for, by however many who ask, once.
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
