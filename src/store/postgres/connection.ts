import type { ClientBase, ClientConfig } from 'pg';
import { UnfitServer, unfitServer, type ServerFacts } from './troubleOfServer.ts';

/** PostgreSQL's type `bigint`; none of our values comes near 2^53, so a number holds it. */
const INT8 = 20;
const CONNECT_TIMEOUT_MS = 5000;
/** How long one statement may take: at the server, and until this process stops waiting for it. */
const STATEMENT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 15_000;

/** Returns the settings of every connection to a server. */
export function connectionConfig(url: string): ClientConfig {
  return {
    connectionString: url,
    application_name: 'rapporteur',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
  };
}

/**
 * Prepares a new connection. A process that is stopped, or whose network is gone, must not keep its locks: the server
 * ends transactions that stand still, and notices within seconds that nobody is at the other end. Throws an
 * `UnfitServer` for one that is too old or can only be read.
 */
export async function prepareConnection(client: ClientBase, url: string): Promise<void> {
  client.setTypeParser(INT8, Number);
  const { rows } = await client.query<ServerFacts>(`
    select current_setting('server_version_num')::int as version,
      current_setting('transaction_read_only') = 'on' as "readOnly",
      set_config('statement_timeout', '${STATEMENT_TIMEOUT_MS}', false),
      set_config('idle_in_transaction_session_timeout', '${STATEMENT_TIMEOUT_MS}', false),
      set_config('tcp_keepalives_idle', '4', false),
      set_config('tcp_keepalives_interval', '2', false),
      set_config('tcp_keepalives_count', '3', false)`);
  const [facts] = rows;
  const trouble = facts && unfitServer(facts, url);
  if (trouble) throw new UnfitServer(trouble);
}
