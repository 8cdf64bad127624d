import type { TestProject } from 'vitest/node';
import { findPostgres, startPostgres } from './fixtures/startPostgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL database, if the tests of this project run on one. */
    readonly postgres: string | undefined;
    /** How interactions reach the bot, in tests in a room. Default: over the gateway. */
    readonly interactions: 'http' | undefined;
  }
}

/** Starts a server once for all tests that use one, or takes the one in `DATABASE_URL`. */
export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined) {
    provide('postgres', given);
    return undefined;
  }
  const server = await startPostgres(findPostgres() ?? '');
  provide('postgres', server.url);
  return () => server.stop();
}
