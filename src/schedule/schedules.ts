import { randomBytes } from 'node:crypto';
import { sql, type Insertable, type Transaction, type Updateable } from 'kysely';
import type { Database } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { nextOccurrences } from './times/nextOccurrences.ts';
import { recordPausedRuns } from './runs/recordPausedRuns.ts';
import {
  parseSchedule,
  PAUSED_FOR_GOOD,
  readableSchedules,
  scheduleDraftSchema,
  type Schedule,
  type ScheduleDraft,
} from './schedule.ts';

/** The result of storing a schedule: its name may be taken, or the server may be at its limit. */
export type Stored =
  | { readonly kind: 'stored'; readonly schedule: Schedule }
  | { readonly kind: 'taken' }
  | { readonly kind: 'full'; readonly limit: number }
  | { readonly kind: 'missing' };

/** Milliseconds since 1970, and how many schedules a server may have. */
export interface StoreOptions {
  readonly now: number;
  /** Default: 25. */
  readonly limit?: number | undefined;
}

const SCHEDULES_PER_SERVER = 25;

/** Stores a new schedule, which runs from now on. Throws a `ZodError` for an invalid draft. */
export async function createSchedule(
  store: Store,
  draft: ScheduleDraft,
  { now, limit = SCHEDULES_PER_SERVER }: StoreOptions,
): Promise<Stored> {
  const checked = scheduleDraftSchema.parse(draft);
  return store.write(async (transaction) => {
    await lockGuild(store, transaction, checked.guild);
    const others = await transaction
      .selectFrom('schedule')
      .select('name_key')
      .where('guild', '=', checked.guild)
      .execute();
    if (others.some(({ name_key: key }) => key === nameKey(checked.name))) return { kind: 'taken' };
    if (others.length >= limit) return { kind: 'full', limit };
    const row = await transaction
      .insertInto('schedule')
      .values({
        id: randomBytes(9).toString('base64url'),
        created_at: now,
        position: 0,
        paused_until: null,
        disabled: null,
        cursor: now,
        next_due: dueAfter(checked, now),
        ...draftColumns(checked),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { kind: 'stored', schedule: parseSchedule(row) };
  });
}

/** Lists the schedules of a server by name. Rows that this version cannot read are left out. */
export async function listSchedules(store: Store, guild: string): Promise<readonly Schedule[]> {
  const rows = await store.db
    .selectFrom('schedule')
    .selectAll()
    .where('guild', '=', guild)
    .orderBy('name_key')
    .execute();
  return readableSchedules(rows);
}

/** Finds a server's schedule by its name, ignoring case. */
export async function findSchedule(
  store: Store,
  { guild, name }: { readonly guild: string; readonly name: string },
): Promise<Schedule | undefined> {
  const row = await store.db
    .selectFrom('schedule')
    .selectAll()
    .where('guild', '=', guild)
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row && parseSchedule(row);
}

/** Finds a schedule by its id. */
export async function readSchedule(store: Store, id: string): Promise<Schedule | undefined> {
  const row = await store.db.selectFrom('schedule').selectAll().where('id', '=', id).executeTakeFirst();
  return row && parseSchedule(row);
}

/** What `editSchedule` can change: anything a member sets, and the position of a reading plan. */
export type ScheduleChanges = Partial<Omit<ScheduleDraft, 'guild' | 'creator'>> & { readonly position?: number };

/** Changes a schedule; runs due before now are not affected. Throws a `ZodError` for invalid changes. */
export async function editSchedule(
  store: Store,
  id: string,
  { changes, now }: { readonly changes: ScheduleChanges; readonly now: number },
): Promise<Stored> {
  return store.write(async (transaction) => {
    const old = await transaction
      .selectFrom('schedule')
      .selectAll()
      .where('id', '=', id)
      .$if(store.kind === 'postgres', (query) => query.forNoKeyUpdate())
      .executeTakeFirst();
    if (!old) return { kind: 'missing' };
    const before = parseSchedule(old);
    const schedule = { ...before, ...changes, cursor: now };
    const draft = scheduleDraftSchema.parse(schedule);
    await lockGuild(store, transaction, draft.guild);
    const other = await transaction
      .selectFrom('schedule')
      .select('id')
      .where('guild', '=', draft.guild)
      .where('name_key', '=', nameKey(draft.name))
      .where('id', '<>', id)
      .executeTakeFirst();
    if (other) return { kind: 'taken' };
    await recordPausedRuns(transaction, before, now);
    const row = await transaction
      .updateTable('schedule')
      .set({ ...draftColumns(draft), position: schedule.position, cursor: now, next_due: nextDue(schedule) })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return { kind: 'stored', schedule: parseSchedule(row) };
  });
}

/** Pauses a schedule until a given time, or until it is resumed. */
export async function pauseSchedule(
  store: Store,
  schedule: Schedule,
  { now, until = PAUSED_FOR_GOOD }: { readonly now: number; readonly until?: number | undefined },
): Promise<Schedule> {
  return changeSchedule(store, schedule, { pausedUntil: until, cursor: now });
}

/** Ends a pause, or enables a disabled schedule; a reading plan that has ended starts over. */
export async function resumeSchedule(
  store: Store,
  schedule: Schedule,
  { now }: { readonly now: number },
): Promise<Schedule> {
  const position = schedule.disabled === 'ended' ? 0 : schedule.position;
  return changeSchedule(store, schedule, { pausedUntil: null, disabled: null, position, cursor: now });
}

/** Deletes a schedule and its history. Returns whether there was one. */
export async function deleteSchedule(store: Store, id: string): Promise<boolean> {
  const row = await store.db.deleteFrom('schedule').where('id', '=', id).returning('id').executeTakeFirst();
  return row !== undefined;
}

/**
 * Finds when to check a schedule next: at its next run after its cursor, or at the end of a pause that skips runs, so
 * that these are recorded. Null if it does not run.
 */
export function nextDue(schedule: Omit<Schedule, 'nextDue'>): number | null {
  const { disabled, pausedUntil, cursor } = schedule;
  if (disabled !== null || pausedUntil === PAUSED_FOR_GOOD) return null;
  const next = dueAfter(schedule, cursor);
  if (pausedUntil === null || pausedUntil <= cursor || next === null || next > pausedUntil) return next;
  return pausedUntil;
}

function dueAfter({ rule, zone }: Pick<Schedule, 'rule' | 'zone'>, after: number): number | null {
  return nextOccurrences(rule, zone, { after, count: 1 })[0]?.instant ?? null;
}

async function changeSchedule(
  store: Store,
  schedule: Schedule,
  changes: Partial<Schedule> & Pick<Schedule, 'cursor'>,
): Promise<Schedule> {
  const next = { ...schedule, ...changes };
  const set: Updateable<Database['schedule']> = {
    paused_until: next.pausedUntil,
    disabled: next.disabled,
    cursor: next.cursor,
    next_due: nextDue(next),
  };
  if (changes.position !== undefined && changes.position !== schedule.position) set.position = changes.position;
  const row = await store.write(async (transaction) => {
    await recordPausedRuns(transaction, schedule, changes.cursor);
    return transaction
      .updateTable('schedule')
      .set(set)
      .where('id', '=', schedule.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
  return parseSchedule(row);
}

/**
 * Makes other transactions that change the names of a server's schedules wait for this one. In SQLite each waits for
 * the whole database anyway.
 */
async function lockGuild({ kind }: Store, transaction: Transaction<Database>, guild: string): Promise<void> {
  if (kind === 'postgres')
    await sql`select pg_advisory_xact_lock(hashtext(current_schema()), hashtext(${guild}))`.execute(transaction);
}

function draftColumns(draft: ScheduleDraft) {
  return {
    guild: draft.guild,
    channel: draft.channel,
    name: draft.name,
    name_key: nameKey(draft.name),
    content: JSON.stringify(draft.content),
    rule: JSON.stringify(draft.rule),
    zone: draft.zone,
    late_hours: draft.late.kind === 'late' ? draft.late.hours : null,
    creator: draft.creator,
    mention: draft.mention ?? null,
    tag: draft.tag ?? null,
    publish: draft.publish ? 1 : 0,
    thread: draft.thread ? 1 : 0,
  } satisfies Partial<Insertable<Database['schedule']>>;
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}
