import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.ts';
import { canRepeat, LostCommit } from './postgres/lostConnection.ts';

/**
 * Runs work in a transaction and resolves once that is on the disk. If the work rejects, so does this, and nothing is
 * changed.
 */
export type Write = <Result>(work: (transaction: Transaction<Database>) => Promise<Result>) => Promise<Result>;

/** How often a transaction is repeated. */
const TRIES = 3;

interface Waiting {
  readonly work: (transaction: Transaction<Database>) => Promise<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Groups concurrent writes into one transaction, so that they wait for the disk once. If one of the group fails, each
 * is run in its own transaction, so that none fails because of another; work may therefore run twice. A transaction that
 * failed because of other processes, or of a lost connection, is repeated, unless it may have been committed.
 */
export function groupWrites(db: Kysely<Database>): Write {
  let waiting: Waiting[] = [];
  let scheduled = false;

  async function flush(): Promise<void> {
    const group = waiting;
    waiting = [];
    scheduled = false;
    try {
      const results = await db.transaction().execute(async (transaction) => {
        const done: unknown[] = [];
        for (const { work } of group) done.push(await work(transaction));
        return done;
      });
      for (const [at, { resolve }] of group.entries()) resolve(results[at] as never);
    } catch (error) {
      const isFinal = error instanceof LostCommit || (group.length === 1 && !canRepeat(error));
      for (const each of group) {
        if (isFinal) each.reject(error);
        else await repeat(each.work).then(each.resolve as () => void, each.reject);
      }
    }
  }

  async function repeat(work: Waiting['work']): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (tries === TRIES || !canRepeat(error)) throw error;
      }
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (scheduled) return;
      scheduled = true;
      setImmediate(() => void flush());
    });
}
