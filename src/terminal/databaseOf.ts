import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, databaseFile, type Config } from '../runtime/config.ts';

/**
 * The database that the terminal uses: the one in `DATABASE_URL`; or else a bot's file if there is one, whether or not this shell knows its token; otherwise what a
 * start would use.
 */
export function databaseOf(config: Config): string {
  if (config.DATABASE_URL !== undefined) return config.DATABASE_URL;
  const bots = join(config.DATA_DIR, DATABASE_FILE);
  return existsSync(bots) ? bots : databaseFile(config);
}
