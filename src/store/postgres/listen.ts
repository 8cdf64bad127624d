import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { connectionConfig, prepareConnection } from './connection.ts';

const CHANNEL = 'rapporteur';
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;
/** How often a connection that nothing comes from is tried. */
const TRY_EVERY_MS = 5000;

/** Hears what other processes on the same database say. */
interface Listening {
  close(): Promise<void>;
}

/**
 * Listens for words that other processes say (`say`), over a connection of its own. `missed` is called each time after
 * that connection was lost, since words may have been said meanwhile.
 */
export function startListening(
  url: string,
  { heard, missed }: { readonly heard: (word: string) => void; readonly missed: () => void },
): Listening {
  const closing = new AbortController();
  let client: pg.Client | undefined;

  async function listenOnce(): Promise<void> {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const own = new pg.Client(connectionConfig(url));
    client = own;
    own.on('error', () => end());
    own.on('end', () => end());
    try {
      await own.connect();
      await prepareConnection(own, url);
      const { rows } = await own.query<{ schema: string }>('select current_schema() as schema');
      const schema = rows[0]?.schema ?? '';
      own.on('notification', ({ payload = '' }) => {
        if (payload.startsWith(`${schema} `)) heard(payload.slice(schema.length + 1));
      });
      await own.query(`listen ${CHANNEL}`);
      connected();
      const timer = setInterval(() => void own.query('select 1').catch(() => end()), TRY_EVERY_MS).unref();
      await ended;
      clearInterval(timer);
    } finally {
      await own.end().catch(() => {});
    }
  }

  let pause = FIRST_PAUSE_MS;
  let before = false;
  function connected(): void {
    pause = FIRST_PAUSE_MS;
    if (before) missed();
    before = true;
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      // The store reports the trouble.
      await listenOnce().catch(() => {});
      await setTimeout(pause, undefined, { signal: closing.signal, ref: false }).catch(() => {});
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    }
  }

  const running = loop();
  return {
    async close() {
      closing.abort();
      await client?.end().catch(() => {});
      await running;
    },
  };
}
