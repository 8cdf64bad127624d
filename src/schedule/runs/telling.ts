import type { Store } from '../../store/store.ts';
import { parseRun, type Run } from './run.ts';

/** After this long nobody is told any more: it stands in the history. */
const TELL_FOR_MS = 24 * 3_600_000;

/** Until when one process has the telling to itself; milliseconds. */
export interface TellOptions {
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
}

/**
 * Takes on outcomes that somebody is still to be told of. Of several processes one gets each, until its lease is over;
 * so an outcome is told at least once, and twice only where a process dies between telling and noting it.
 */
export async function claimTellings(store: Store, { now, leaseMs, limit }: TellOptions): Promise<readonly Run[]> {
  const rows = await store.db
    .updateTable('occurrence')
    .set({ tell_after: now + leaseMs })
    .where('id', 'in', (query) =>
      query
        .selectFrom('occurrence')
        .select('id')
        .where('tell_after', '<=', now)
        .where('finished_at', '>', now - TELL_FOR_MS)
        .orderBy('tell_after')
        .limit(limit),
    )
    .where('tell_after', '<=', now)
    .returningAll()
    .execute();
  return rows.map(parseRun);
}

/** Notes that somebody was told of an outcome. */
export async function noteTold(store: Store, id: string): Promise<void> {
  await store.db.updateTable('occurrence').set({ tell_after: null }).where('id', '=', id).execute();
}
