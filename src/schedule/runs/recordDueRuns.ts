import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import { nextOccurrences, type Occurrence } from '../times/nextOccurrences.ts';
import { occurrenceRow } from './occurrenceRow.ts';
import { recordPausedRuns } from './recordPausedRuns.ts';
import type { RunReason } from './run.ts';
import { readableSchedules, type Schedule } from '../schedule.ts';
import { nextDue } from '../schedules.ts';
import { lastOf } from '../../runtime/entryAt.ts';

/** A run noticed later than this was missed: a process that is awake notices within a second or two. */
const MISSED_AFTER_MS = 10_000;
/** How many missed runs of a schedule are recorded, and how far back to look for them. */
const MISSED_MAX = 100;
const MISSED_WINDOW_MS = 31 * 86_400_000;
/** Few enough not to block the event loop. */
const BATCH = 40;

/** The time, in milliseconds since 1970, and how late a run counts as missed. */
export interface RecordOptions {
  readonly now: number;
  /** Default: 10 s. */
  readonly missedAfterMs?: number | undefined;
  /** Called with the ids of schedules whose rows this version cannot read; they do not run. */
  readonly onUnreadable?: ((ids: readonly string[]) => void) | undefined;
}

/**
 * Records every due run in the ledger once, however many processes do so. The latest missed run is posted late if the
 * schedule wants that and no other is due; the rest are skipped, with the reason. Returns how many schedules had runs
 * due.
 */
export async function recordDueRuns(store: Store, options: RecordOptions): Promise<number> {
  let total = 0;
  if (!(await isAnyDue(store, options.now))) return total;
  for (;;) {
    const count = await store.db
      .transaction()
      .execute((transaction) => recordBatch(transaction, { ...options, kind: store.kind }));
    total += count;
    if (count < BATCH) return total;
    // Lets other work run between two batches, such as answering an interaction.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Checks without a transaction, which would block other processes' writes each time. */
async function isAnyDue(store: Store, now: number): Promise<boolean> {
  const row = await store.db
    .selectFrom('schedule')
    .select('id')
    .where('next_due', '<=', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function recordBatch(
  transaction: Transaction<Database>,
  { now, kind, missedAfterMs = MISSED_AFTER_MS, onUnreadable }: RecordOptions & Pick<Store, 'kind'>,
): Promise<number> {
  const rows = await transaction
    .selectFrom('schedule')
    .selectAll()
    .where('next_due', '<=', now)
    .orderBy('next_due')
    .limit(BATCH)
    // What another process is recording is left to it.
    .$if(kind === 'postgres', (query) => query.forNoKeyUpdate().skipLocked())
    .execute();
  const schedules = readableSchedules(rows);
  const unreadable = rows.filter(({ id }) => schedules.every((schedule) => schedule.id !== id)).map(({ id }) => id);
  if (unreadable.length > 0) {
    // If it stayed due, it would come first forever.
    await transaction.updateTable('schedule').set({ next_due: null }).where('id', 'in', unreadable).execute();
    onUnreadable?.(unreadable);
  }
  for (const schedule of schedules) {
    await recordPausedRuns(transaction, schedule, now);
    const due = occurrencesDue(schedule, now);
    const values = due.map((occurrence) => judge({ schedule, due, occurrence, now, missedAfterMs }));
    if (values.length > 0) {
      await transaction
        .insertInto('occurrence')
        .values(values)
        .onConflict((conflict) => conflict.columns(['schedule', 'local', 'utc_offset']).doNothing())
        .execute();
    }
    await transaction
      .updateTable('schedule')
      .set({ cursor: now, next_due: nextDue({ ...schedule, cursor: now }) })
      .where('id', '=', schedule.id)
      .execute();
  }
  return rows.length;
}

function occurrencesDue({ rule, zone, cursor, pausedUntil }: Schedule, now: number): readonly Occurrence[] {
  let after = Math.max(cursor, pausedUntil ?? cursor, now - MISSED_WINDOW_MS);
  const due: Occurrence[] = [];
  for (;;) {
    const found = nextOccurrences(rule, zone, { after, count: MISSED_MAX }).filter(({ instant }) => instant <= now);
    due.push(...found);
    if (found.length < MISSED_MAX) return due.slice(-MISSED_MAX);
    after = lastOf(found).instant;
  }
}

interface Judgement {
  readonly schedule: Schedule;
  readonly due: readonly Occurrence[];
  readonly occurrence: Occurrence;
  readonly now: number;
  readonly missedAfterMs: number;
}

function judge({ schedule, due, occurrence, now, missedAfterMs }: Judgement): Insertable<Database['occurrence']> {
  const row = occurrenceRow(schedule, occurrence, now);
  if (now - occurrence.instant <= missedAfterMs) return row;
  const reason = reasonToSkip(schedule.late, { last: occurrence === due.at(-1), lateBy: now - occurrence.instant });
  if (reason === undefined) return { ...row, missed: 1 };
  return { ...row, missed: 1, state: 'skipped', reason, finished_at: now };
}

function reasonToSkip(
  late: Schedule['late'],
  { last, lateBy }: { readonly last: boolean; readonly lateBy: number },
): RunReason | undefined {
  if (late.kind === 'skip') return 'missed';
  if (lateBy > late.hours * 3_600_000) return 'too-late';
  return last ? undefined : 'superseded';
}
