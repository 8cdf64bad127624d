import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inspectDatabase } from './inspectDatabase.ts';
import { messageOf } from '../runtime/messageOf.ts';

/** The table of a backup that contains the other files of the data folder; the bot's own database has no such table. */
export const FILES_TABLE = 'backup_file';

/** Everything in the data folder that is not a database or a lock, and cannot be rebuilt from the articles. */
const NOT_KEPT = /\.sqlite|\.lock$|\.tmp|^snapshots$/u;
const FILE_MAX_BYTES = 1_000_000;

/** The contents of a backup. */
export interface Backup {
  /** The schema's version. */
  readonly version: number;
  /** Names of the other files of the data folder, such as keys. */
  readonly files: readonly string[];
}

/**
 * Writes a copy of a database, and of the small files next to it, into one new file that only its owner can read.
 * Others may use the database at the same time: the copy is its state at one moment. The file appears complete or not
 * at all. Throws one sentence that says why it cannot.
 */
export function writeBackup(database: string, target: string): Backup {
  const half = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    if (existsSync(target)) throw new Error('it exists already; choose another name');
    const { version } = inspectDatabase(database);
    // SQLite fills an existing empty file, so nobody else can ever read it.
    closeSync(openSync(half, 'wx', 0o600));
    const source = new DatabaseSync(database, { timeout: 5000 });
    try {
      source.prepare('vacuum into ?').run(half);
    } finally {
      source.close();
    }
    const files = addFiles(half, dirname(database));
    inspectDatabase(half);
    flush(half);
    renameSync(half, target);
    flush(dirname(target));
    return { version, files };
  } catch (error) {
    rmSync(half, { force: true });
    const detail = messageOf(error);
    throw new Error(`Cannot write the backup "${target}": ${detail}`, { cause: error });
  }
}

function addFiles(backup: string, folder: string): readonly string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !NOT_KEPT.test(entry.name),
  );
  const db = new DatabaseSync(backup);
  try {
    db.exec(`create table ${FILES_TABLE} (name text primary key not null, bytes blob not null)`);
    const insert = db.prepare(`insert into ${FILES_TABLE} values (?, ?)`);
    const kept: string[] = [];
    for (const { name } of files) {
      const bytes = readFileSync(join(folder, name));
      if (bytes.length > FILE_MAX_BYTES) continue;
      insert.run(name, bytes);
      kept.push(name);
    }
    return kept;
  } finally {
    db.close();
  }
}

/** Waits until a file, or the entries of a folder, are on the disk. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
