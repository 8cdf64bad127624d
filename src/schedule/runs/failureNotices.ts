import type { Store } from '../../store/store.ts';
import { parseRun, type Run } from './run.ts';

/** After this long no notice is sent; the history has the outcome. */
const NOTIFY_FOR_MS = 24 * 3_600_000;

/** How long one process leases notices, and how many at once. Times are milliseconds. */
export interface NoticeOptions {
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
}

/**
 * Claims runs whose failure still has to be reported. Each is leased to one process at a time, so it is reported at
 * least once, and twice only if a process dies between sending the notice and marking it.
 */
export async function claimNotices(store: Store, { now, leaseMs, limit }: NoticeOptions): Promise<readonly Run[]> {
  const rows = await store.db
    .with('chosen', (db) =>
      db
        .selectFrom('occurrence')
        .select('id')
        .where('tell_after', '<=', now)
        .where('finished_at', '>', now - NOTIFY_FOR_MS)
        .orderBy('tell_after')
        .limit(limit)
        .$if(store.kind === 'postgres', (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('occurrence')
    .set({ tell_after: now + leaseMs })
    .where('id', 'in', (query) => query.selectFrom('chosen').select('chosen.id'))
    .where('tell_after', '<=', now)
    .returningAll()
    .execute();
  return rows.map(parseRun);
}

/** Marks a run as reported. */
export async function markNotified(store: Store, id: string): Promise<void> {
  await store.db.updateTable('occurrence').set({ tell_after: null }).where('id', '=', id).execute();
}
