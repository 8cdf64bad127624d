import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { isWrite } from '../isWrite.ts';
import type { StoreHealth } from '../storeHealth.ts';
import { connectionConfig, prepareConnection } from './connection.ts';
import { isConnectionLost, LostCommit, NotConnected } from './lostConnection.ts';

/** How long a lost connection is tried again before a statement fails, and the pauses between. */
const PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;
const CONNECTIONS = 10;

interface ServerDialect extends Dialect {
  /** How many connections are in use or waited for. */
  readonly connections: () => number;
}

/**
 * Opens a PostgreSQL database as a Kysely dialect. A statement that certainly had no effect (a read, or the start of a
 * transaction) is repeated over a new connection if the old one is lost; any other fails, and its caller finds out what
 * became of it.
 */
export function postgresDialect(url: string, health: StoreHealth): ServerDialect {
  const pool = new pg.Pool({ ...connectionConfig(url), max: CONNECTIONS });
  // The next statement notices, and reports it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    connections: () => pool.totalCount - pool.idleCount + pool.waitingCount,
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PooledDriver(pool, { url, health }),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PooledDriver implements Driver {
  readonly #url: string;
  readonly #health: StoreHealth;
  readonly #pool: pg.Pool;
  readonly #prepared = new WeakSet<pg.PoolClient>();
  #closed = false;

  constructor(pool: pg.Pool, { url, health }: { readonly url: string; readonly health: StoreHealth }) {
    this.#pool = pool;
    this.#url = url;
    this.#health = health;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await this.#connect(), this.#health, () => this.#connect());
  }

  async beginTransaction(connection: DatabaseConnection, _settings: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A lost connection has rolled back by itself.
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => (connection as PatientConnection).drop());
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as PatientConnection).release();
  }

  async destroy(): Promise<void> {
    this.#closed = true;
    await this.#pool.end();
  }

  async #connect(): Promise<pg.PoolClient> {
    // While the trouble is known, nobody waits for its end.
    const deadline = Date.now() + (this.#health.trouble()?.kind === 'unreachable' ? 0 : PATIENCE_MS);
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      if (this.#closed) throw new Error('driver has already been destroyed');
      try {
        return await this.#connectOnce();
      } catch (error) {
        if (!isConnectionLost(error) || Date.now() + pause > deadline)
          throw new NotConnected(this.#health.failed(error));
      }
      await setTimeout(pause);
    }
  }

  async #connectOnce(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect();
    if (this.#prepared.has(client)) return client;
    try {
      await prepareConnection(client, this.#url);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.#prepared.add(client);
    return client;
  }
}

class PatientConnection implements DatabaseConnection {
  #client: pg.PoolClient | undefined;
  readonly #health: StoreHealth;
  readonly #connect: () => Promise<pg.PoolClient>;
  #inTransaction = false;

  constructor(client: pg.PoolClient, health: StoreHealth, connect: () => Promise<pg.PoolClient>) {
    this.#client = client;
    this.#health = health;
    this.#connect = connect;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    for (let tries = 0; ; tries += 1) {
      try {
        const result = await this.#execute<Row>(query);
        if (query.sql === 'begin') this.#inTransaction = true;
        if (query.sql === 'commit' || query.sql === 'rollback') this.#inTransaction = false;
        if (isWrite(query) || this.#health.trouble()?.kind === 'unreachable') this.#health.wrote();
        return result;
      } catch (error) {
        if (error instanceof NotConnected) throw error;
        if (!isConnectionLost(error)) throw this.#health.failed(error);
        this.drop();
        if (tries === 0 && !this.#inTransaction && isWithoutEffect(query)) continue;
        const failure = this.#health.failed(error);
        throw query.sql === 'commit' ? new LostCommit(failure) : failure;
      }
    }
  }

  // oxlint-disable-next-line require-yield -- the interface has it, and nothing here streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('this driver does not stream');
  }

  /** Closes the connection, whose state is unknown. */
  drop(): void {
    this.#client?.release(true);
    this.#client = undefined;
  }

  release(): void {
    this.#client?.release();
    this.#client = undefined;
  }

  async #execute<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#client === undefined && this.#inTransaction) throw new Error('Connection terminated');
    this.#client ??= await this.#connect();
    const { command, rowCount, rows } = await this.#client.query<Row & object>(sql, [...parameters]);
    if (sql === 'commit' && command === 'ROLLBACK') throw new Error('the transaction had failed before its end');
    return rowCount === null ? { rows } : { rows, numAffectedRows: BigInt(rowCount) };
  }
}

function isWithoutEffect({ sql, query }: CompiledQuery): boolean {
  return sql === 'begin' || query.kind === 'SelectQueryNode';
}
