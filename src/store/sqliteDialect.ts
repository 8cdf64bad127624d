import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  type SqliteDatabase,
  type SqliteDialectConfig,
} from 'kysely';
import type { StoreHealth } from './storeHealth.ts';
import { isBusy } from './isBusy.ts';
import { isWrite } from './isWrite.ts';

/** How long a statement waits for another writing process, and how much of that blocks this process. */
const PATIENCE_MS = 5000;
const BUSY_TIMEOUT_MS = 20;

/**
 * Opens a SQLite file (`:memory:` for none) as a Kysely dialect. Every acknowledged write is on the disk
 * (`synchronous=FULL`), and several processes may share the file (WAL).
 */
export function sqliteDialect(file: string, health: StoreHealth): Dialect {
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS, enableForeignKeyConstraints: true });
  try {
    database.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  } catch (error) {
    database.close();
    throw error;
  }
  const config = { database: shim(database) };
  const dialect = new SqliteDialect(config);
  dialect.createDriver = () => new SharedFileDriver(config, health);
  return dialect;
}

/** A SQLite driver for a file that other processes write to. */
class SharedFileDriver extends SqliteDriver {
  readonly #health: StoreHealth;

  constructor(config: SqliteDialectConfig, health: StoreHealth) {
    super(config);
    this.#health = health;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await super.acquireConnection(), this.#health);
  }

  /**
   * Takes the write lock when a transaction begins. A transaction that reads first and writes later would fail
   * immediately, without waiting, if another process has written in between.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Waits for a writing process without blocking the event loop, as SQLite's own waiting would. */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #health: StoreHealth;

  constructor(connection: DatabaseConnection, health: StoreHealth) {
    this.#connection = connection;
    this.#health = health;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    for (let waited = 0; ;) {
      try {
        const result = await this.#connection.executeQuery<Row>(query);
        if (isWrite(query)) this.#health.wrote();
        return result;
      } catch (error) {
        if (!isBusy(error) || waited >= PATIENCE_MS) throw this.#health.failed(error);
        const pause = 5 + Math.random() * 20;
        await setTimeout(pause);
        waited += pause + BUSY_TIMEOUT_MS;
      }
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, chunkSize ?? 1);
  }
}

function shim(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = database.prepare(text);
      const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}
