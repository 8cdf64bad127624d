import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { ACCESS_FILE } from './access.ts';

const RETRY_MS = 20;
const PATIENCE_MS = 10_000;

/**
 * Runs a change of a corpus's `access.json`, reading and writing, while no other process does: two that read the same file would
 * lose one grant. The lock is the operating system's, on an empty file next to it, and ends with the process. Where no such file
 * can be made, nothing can be written either, and the change finds that out itself.
 *
 * @throws Error if another process has the lock for ten seconds.
 */
export async function withAccessLock<T>(corpus: string, change: () => Promise<T>): Promise<T> {
  const lock = openLock(join(corpus, `.${ACCESS_FILE}.lock`));
  if (lock === undefined) return change();
  try {
    const until = performance.now() + PATIENCE_MS;
    while (!isTaken(lock)) {
      if (performance.now() > until) throw new Error(`Cannot change "${ACCESS_FILE}": another process is changing it`);
      await wait(RETRY_MS);
    }
    return await change();
  } finally {
    lock.close();
  }
}

function openLock(file: string): DatabaseSync | undefined {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch {
    return undefined;
  }
}

function isTaken(lock: DatabaseSync): boolean {
  try {
    lock.exec('begin exclusive');
    return true;
  } catch (error) {
    if (error instanceof Error && /locked|busy/iu.test(error.message)) return false;
    throw error;
  }
}
