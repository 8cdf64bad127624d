import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from './makeFolder.ts';
import { isBusy } from './isBusy.ts';

/** The lock of a database, or who has it. */
export type Locking =
  | { readonly kind: 'locked'; readonly unlock: () => void }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Takes the lock that only one bot at a time may hold; other programs, such as the terminal, open the database without
 * it. It is an operating-system lock on a file next to the database: it ends with its process in any case, and does not
 * depend on process ids, which are reused. Throws SQLite's error if the file cannot be created.
 */
export function lockStore(database: string): Locking {
  const folder = dirname(database);
  makeFolder(folder);
  const lock = new DatabaseSync(`${database}.lock`, { timeout: 0 });
  try {
    // Others can still read the holder's name while a write transaction is open.
    lock.exec('begin immediate; create table if not exists holder (name text, since text); delete from holder');
    const name = `process ${process.pid} on ${hostname()}`;
    lock.prepare('insert into holder values (?, ?)').run(name, new Date().toISOString());
    lock.exec('commit; begin immediate');
  } catch (error) {
    const holder = isBusy(error) ? holderOf(lock) : undefined;
    lock.close();
    if (holder === undefined) throw error;
    const reason = `Another Rapporteur is using "${folder}" (${holder}): stop it, or set DATA_DIR to another folder for this one.`;
    return { kind: 'refused', reason };
  }
  return { kind: 'locked', unlock: () => lock.close() };
}

function holderOf(lock: DatabaseSync): string {
  try {
    const row = lock.prepare('select name, since from holder').get();
    return row ? `${String(row['name'])}, since ${String(row['since'])}` : 'which has just started';
  } catch {
    return 'which has just started';
  }
}
