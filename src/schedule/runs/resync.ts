import type { Store } from '../../store/store.ts';
import { readableSchedules } from '../schedule.ts';
import { nextDue } from '../schedules.ts';
import { lastOf } from '../../runtime/entryAt.ts';

/** Few enough not to block the event loop. */
const BATCH = 40;
/** Runs further ahead than this were recorded while the clock was wrong. */
const AHEAD_MS = 600_000;

/**
 * Recomputes when each schedule runs next: at the start, because the zone data may have changed, and after the clock
 * was put back, because nothing would run until the old time is reached again. Runs in the ledger are never repeated.
 * Returns how many schedules changed.
 */
export async function resync(store: Store, now: number): Promise<number> {
  // Skipped and waiting runs become due again at their time; posted ones stay posted.
  await store.db
    .deleteFrom('occurrence')
    .where('due', '>', now + AHEAD_MS)
    .where('state', 'in', ['skipped', 'pending'])
    .execute();
  let changed = 0;
  let last = '';
  for (;;) {
    const rows = await store.db
      .selectFrom('schedule')
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const old of readableSchedules(rows)) {
      const schedule = { ...old, cursor: Math.min(old.cursor, now) };
      const due = nextDue(schedule);
      if (due === old.nextDue && schedule.cursor === old.cursor) continue;
      const row = await store.db
        .updateTable('schedule')
        .set({ cursor: schedule.cursor, next_due: due })
        .where('id', '=', old.id)
        .where('cursor', '=', old.cursor)
        .returning('id')
        .executeTakeFirst();
      if (row) changed += 1;
    }
    if (rows.length < BATCH) return changed;
    last = lastOf(rows).id;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
