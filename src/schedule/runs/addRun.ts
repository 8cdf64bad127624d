import type { Store } from '../../store/store.ts';
import type { Schedule } from '../schedule.ts';
import { occurrenceAt } from '../times/nextOccurrences.ts';
import { occurrenceRow } from './occurrenceRow.ts';

/** Adds a run requested by a member to the ledger, due now. Returns its id. */
export async function addRun(store: Store, schedule: Schedule, now: number): Promise<string> {
  const occurrence = occurrenceAt(now, schedule.zone);
  const row = { ...occurrenceRow(schedule, occurrence, now), manual: 1 };
  await store.db
    .insertInto('occurrence')
    .values(row)
    .onConflict((conflict) => conflict.columns(['schedule', 'local', 'utc_offset']).doNothing())
    .execute();
  return row.id;
}
