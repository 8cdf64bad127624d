import type { Store } from '../../store/store.ts';
import type { Schedule } from '../schedule.ts';
import { occurrenceAt } from '../times/nextOccurrences.ts';
import { occurrenceRow } from './occurrenceRow.ts';

/** Adds a run requested by a member to the ledger, due now. Returns its id. */
export async function addRun(store: Store, schedule: Schedule, now: number): Promise<string> {
  const occurrence = occurrenceAt(now, schedule.zone);
  const row = { ...occurrenceRow(schedule, occurrence, now), manual: 1 };
  await store.write(async (transaction) => {
    // Comes after the runs that another process is recording for the schedule at this moment, as it is due after them.
    if (store.kind === 'postgres')
      await transaction
        .selectFrom('schedule')
        .select('id')
        .where('id', '=', schedule.id)
        .forNoKeyUpdate()
        .executeTakeFirst();
    await transaction
      .insertInto('occurrence')
      .values(row)
      .onConflict((conflict) => conflict.columns(['schedule', 'local', 'utc_offset']).doNothing())
      .execute();
  });
  return row.id;
}
