import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FILES_TABLE, flush, type Backup } from './backup.ts';
import { inspectDatabase, isUnreadable } from './inspectDatabase.ts';
import { messageOf } from '../runtime/messageOf.ts';

/** What was restored, and where the previous files are now. */
export interface Restored extends Backup {
  readonly aside: readonly string[];
}

/**
 * Restores a backup in place of a database, with its other files. What it replaces is kept under names that end in
 * `.before-TIME`; `time` must be new. The database is swapped in one step: killed at any moment, the folder has the old
 * one or the new one. Throws one sentence if it cannot, or if any program has the database open.
 */
export function restoreBackup(
  backup: string,
  { database, time }: { readonly database: string; readonly time: string },
): Restored {
  const folder = dirname(database);
  const half = `${database}.restoring.tmp`;
  try {
    const { version } = inspectDatabase(backup);
    mkdirSync(folder, { recursive: true });
    closeOff(database);
    rmSync(half, { force: true });
    copyFileSync(backup, half);
    const files = takeFiles(half);
    const aside = [
      // A leftover log that SQLite could not read would be applied to the new database.
      ...['-wal', '-shm'].flatMap((ending) => setAside(`${database}${ending}`, { time, moved: true })),
      ...files.flatMap(({ name }) => setAside(join(folder, name), { time, moved: true })),
      ...setAside(database, { time, moved: false }),
    ];
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes, { mode: 0o600, flush: true });
    flush(half);
    renameSync(half, database);
    flush(folder);
    return { version, files: files.map(({ name }) => name), aside };
  } catch (error) {
    rmSync(half, { force: true });
    const detail = messageOf(error);
    throw new Error(`Cannot restore "${backup}": ${detail}`, { cause: error });
  }
}

/**
 * Makes sure that nobody has the database open: only then does SQLite leave WAL mode, and merge the log into the file.
 */
function closeOff(database: string): void {
  if (!existsSync(database)) return;
  try {
    const db = new DatabaseSync(database, { timeout: 100 });
    try {
      db.exec('pragma journal_mode = delete; begin exclusive; rollback');
    } finally {
      db.close();
    }
  } catch (error) {
    // A damaged database is no reason against restoring a backup, but for it.
    if (isUnreadable(error)) return;
    throw new Error(`a bot or another program uses "${database}"; stop it first`, { cause: error });
  }
}

interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Removes the other files from a copy of a backup, which makes it a plain database. */
function takeFiles(copy: string): readonly KeptFile[] {
  const db = new DatabaseSync(copy);
  try {
    const known = db.prepare(`select 1 from sqlite_schema where type = 'table' and name = ?`).get(FILES_TABLE);
    if (known === undefined) return [];
    const rows = db
      .prepare(`select name, bytes from ${FILES_TABLE} order by name`)
      .all() as unknown as readonly KeptFile[];
    db.exec(`drop table ${FILES_TABLE}`);
    // A name must be a file directly in the folder, even in a forged backup.
    return rows.filter(({ name }) => /^[\w-][\w.-]*$/u.test(name) && basename(name) === name);
  } finally {
    db.close();
  }
}

function setAside(
  path: string,
  { time, moved }: { readonly time: string; readonly moved: boolean },
): readonly string[] {
  if (!existsSync(path)) return [];
  const aside = `${path}.before-${time}`;
  if (moved) renameSync(path, aside);
  else linkSync(path, aside);
  return [aside];
}
