import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { groupWrites, type Write } from './groupWrites.ts';
import { makeFolder } from './makeFolder.ts';
import { migrate } from './migrate.ts';
import { createProbe } from './postgres/createProbe.ts';
import { isServerUrl, publicName } from './postgres/serverUrl.ts';
import { troubleOfServer } from './postgres/troubleOfServer.ts';
import { sqliteDialect } from './sqliteDialect.ts';
import { createStoreHealth, type HealthListener, type StoreHealth } from './storeHealth.ts';
import { trouble, troubleOf } from './storeTrouble.ts';
import { messageOf } from '../runtime/messageOf.ts';

/** An open database. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  /** The file, or the server and its database, without the password. */
  readonly name: string;
  readonly db: Kysely<Database>;
  /** Writes in a transaction shared with other concurrent writes. */
  readonly write: Write;
  /** The schema version. */
  readonly version: number;
  /** Writes a small test value. Throws one sentence if that fails, or if the file was found damaged and still is. */
  ping(): Promise<void>;
  /**
   * Checks a whole file for damage, and notifies the listener given to `openStore`; slow for a large one. Only checks
   * that a server answers.
   */
  check(): Promise<void>;
  /** Notifies the listener given to `openStore` of a stored value that cannot be read, in a sentence; once for each. */
  report(sentence: string): void;
  /** How many connections are in use or waited for; 0 for a file. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** An in-memory database, for tests and for a run that should leave nothing behind. */
export const IN_MEMORY = ':memory:';

/**
 * Opens the database, a SQLite file or the URL of a PostgreSQL database; creates the file if there is none, and migrates
 * the schema. Several processes may open the same one. Throws a `CannotOpen`. `listener` is notified of later trouble,
 * such as a full disk, and when it is over. Default: nobody.
 */
export async function openStore(database: string, listener: HealthListener = NOBODY): Promise<Store> {
  return isServerUrl(database) ? openServer(database, listener) : openFile(database, listener);
}

/** Why a database cannot be opened, in one sentence without its full stop. */
export class CannotOpen extends Error {
  /** Whether the same settings may work later. */
  readonly temporary: boolean;

  constructor(sentence: string, { temporary, cause }: { readonly temporary: boolean; readonly cause: unknown }) {
    super(sentence, { cause });
    this.temporary = temporary;
  }
}

async function openFile(file: string, listener: HealthListener): Promise<Store> {
  let opened = false;
  // Errors before this are thrown.
  const health = createStoreHealth((error) => troubleOf(error, file), {
    onTrouble: (trouble) => opened && listener.onTrouble(trouble),
    onRecovery: () => opened && listener.onRecovery(),
  });
  let db: Kysely<Database> | undefined;
  try {
    if (file !== IN_MEMORY) makeFolder(dirname(file));
    db = new Kysely<Database>({ dialect: sqliteDialect(file, health) });
    const version = await migrate(db, { now: Date.now(), kind: 'sqlite' });
    opened = true;
    const check = async (): Promise<void> => {
      const detail = await checkFile(db as Kysely<Database>);
      health.checked(detail === undefined ? undefined : trouble('damaged', { file, detail }));
    };
    const connections = (): number => 0;
    const { onUnreadable: report } = listener;
    return createStore(db, { kind: 'sqlite', name: file, version, health, check, connections, report });
  } catch (thrown) {
    await db?.destroy();
    const error = rootOf(thrown);
    const sentence = `Cannot open the database "${file}": ${explained(error)}`;
    throw new CannotOpen(sentence, { temporary: false, cause: thrown });
  }
}

/** Loads the driver on demand: most bots have a file. */
async function openServer(url: string, listener: HealthListener): Promise<Store> {
  const { postgresDialect } = await import('./postgres/postgresDialect.ts');
  const probe = createProbe();
  let opened = false;
  const health = createStoreHealth((error) => troubleOfServer(error, url), {
    onTrouble: (trouble) => {
      if (!opened) return;
      listener.onTrouble(trouble);
      probe.start();
    },
    onRecovery: () => opened && listener.onRecovery(),
  });
  const dialect = postgresDialect(url, health);
  const db = new Kysely<Database>({ dialect });
  try {
    const version = await migrate(db, { now: Date.now(), kind: 'postgres' });
    opened = true;
    const check = async (): Promise<void> => void (await sql`select count(*) from migration`.execute(db));
    const name = publicName(url);
    const { connections } = dialect;
    const { onUnreadable: report } = listener;
    const store = createStore(db, { kind: 'postgres', name, version, health, check, connections, report });
    probe.use({ ping: () => store.ping(), isOver: () => health.trouble() === undefined });
    return { ...store, close: () => probe.stop().then(() => store.close()) };
  } catch (thrown) {
    await db.destroy();
    const cause = rootOf(thrown);
    const found = troubleOfServer(cause, url);
    const sentence = found?.sentence ?? `Cannot open the database ${publicName(url)}: ${messageOf(cause)}`;
    throw new CannotOpen(sentence.replace(/\.$/u, ''), { temporary: found?.kind === 'unreachable', cause: thrown });
  }
}

function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error;
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

interface StoreParts extends Pick<Store, 'kind' | 'name' | 'version' | 'check' | 'connections'> {
  readonly health: StoreHealth;
  readonly report: HealthListener['onUnreadable'];
}

function createStore(
  db: Kysely<Database>,
  { kind, name, version, health, check, connections, report = () => {} }: StoreParts,
): Store {
  const reported = new Set<string>();
  const write = groupWrites(db);
  let pinging: Promise<void> | undefined;
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
    kind,
    name,
    db,
    write,
    version,
    // All concurrent callers share one wait for a locked database.
    ping: () => (pinging ??= ping().finally(() => (pinging = undefined))),
    check,
    connections,
    report(sentence) {
      if (!reported.has(sentence)) report(sentence);
      reported.add(sentence);
    },
    close: () => db.destroy(),
  };
}

/** Checks a whole SQLite file. Returns the damage in SQLite's words; undefined if there is none. */
async function checkFile(db: Kysely<Database>): Promise<string | undefined> {
  const [found] = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db).then(
    ({ rows }) => rows,
    (error: unknown) => [{ quick_check: String(error instanceof Error ? (error.cause ?? error) : error) }],
  );
  const detail = found?.quick_check ?? 'the check found nothing';
  return detail === 'ok' ? undefined : firstLine(detail);
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => !line.startsWith('***')) ?? text;
}
