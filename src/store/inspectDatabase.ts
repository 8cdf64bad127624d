import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';

/**
 * Reads a whole database, and returns its schema version. Changes nothing. Throws half a sentence if the file is
 * missing, damaged, not a Rapporteur database, or newer than the program.
 */
export function inspectDatabase(file: string): { readonly version: number } {
  if (!existsSync(file)) throw new Error(`there is no file "${file}"`);
  let version: number;
  try {
    const db = new DatabaseSync(file, { timeout: 5000 });
    try {
      const check = db.prepare('pragma integrity_check(1)').get() as { readonly integrity_check: string };
      if (check.integrity_check !== 'ok') throw new Error(check.integrity_check);
      const row = db.prepare('select max(version) as version from migration').get() as {
        readonly version: number | null;
      };
      version = row.version ?? 0;
    } finally {
      db.close();
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    throw new Error(`"${file}" is damaged or not a database of Rapporteur`, { cause: error });
  }
  if (version > MIGRATIONS.length)
    throw new Error(
      `"${file}" was written by a newer version of Rapporteur (schema ${version}, this one knows ${MIGRATIONS.length}); update Rapporteur first`,
    );
  return { version };
}

/** SQLite's codes for a damaged file, a file that is not a database, and an invalid statement (a missing table). */
const UNREADABLE: readonly number[] = [1, 11, 26];

/** Whether the file itself is at fault, rather than its permissions, the disk, or another program. */
export function isUnreadable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return !('errcode' in error) || UNREADABLE.includes(Number(error.errcode) & 0xff);
}
