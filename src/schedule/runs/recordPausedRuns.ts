import type { Transaction } from 'kysely';
import type { Database } from '../../store/database.ts';
import { nextOccurrences, type Occurrence } from '../times/nextOccurrences.ts';
import { occurrenceRow } from './occurrenceRow.ts';
import type { Schedule } from '../schedule.ts';
import { lastOf } from '../../runtime/entryAt.ts';

/** How many of the latest runs in a pause are recorded, and how far back to look for them. */
const RECORDED_MAX = 100;
const WINDOW_MS = 31 * 86_400_000;

/** Records the runs that a schedule missed while paused, from its cursor until now, as skipped. */
export async function recordPausedRuns(
  transaction: Transaction<Database>,
  schedule: Pick<Schedule, 'id' | 'rule' | 'zone' | 'cursor' | 'pausedUntil' | 'disabled'>,
  now: number,
): Promise<void> {
  if (schedule.pausedUntil === null || schedule.disabled !== null) return;
  const until = Math.min(schedule.pausedUntil, now);
  const missed = occurrencesUntil(schedule, { after: Math.max(schedule.cursor, now - WINDOW_MS), until });
  if (missed.length === 0) return;
  await transaction
    .insertInto('occurrence')
    .values(
      missed.map((occurrence) => ({
        ...occurrenceRow(schedule, occurrence, now),
        state: 'skipped',
        reason: 'paused',
        finished_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['schedule', 'local', 'utc_offset']).doNothing())
    .execute();
}

function occurrencesUntil(
  { rule, zone }: Pick<Schedule, 'rule' | 'zone'>,
  { after, until }: { readonly after: number; readonly until: number },
): readonly Occurrence[] {
  const all: Occurrence[] = [];
  for (let from = after; from < until;) {
    const found = nextOccurrences(rule, zone, { after: from, count: RECORDED_MAX });
    const within = found.filter(({ instant }) => instant <= until);
    all.push(...within);
    if (within.length < RECORDED_MAX) break;
    from = lastOf(within).instant;
  }
  return all.slice(-RECORDED_MAX);
}
