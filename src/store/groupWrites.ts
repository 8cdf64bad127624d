import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.ts';
import { entryAt } from '../runtime/entryAt.ts';

/**
 * Runs work in a transaction and resolves once that is on the disk. If the work rejects, so does this, and nothing is
 * changed.
 */
export type Write = <Result>(work: (transaction: Transaction<Database>) => Promise<Result>) => Promise<Result>;

interface Waiting {
  readonly work: (transaction: Transaction<Database>) => Promise<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Groups concurrent writes into one transaction, so that they wait for the disk once. If one of the group fails, each
 * is run in its own transaction, so that none fails because of another; work may therefore run twice.
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
      if (group.length === 1) entryAt(group, 0).reject(error);
      else
        for (const each of group)
          await db
            .transaction()
            .execute(each.work)
            .then(each.resolve as () => void, each.reject);
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
