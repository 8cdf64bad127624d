import type { Store } from '../../store/store.ts';
import { parseRun, RUN_STATES, type Run, type RunState } from './run.ts';

/** Lists the runs of a schedule, the latest first. */
export async function history(
  store: Store,
  schedule: string,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<readonly Run[]> {
  const rows = await store.db
    .selectFrom('occurrence')
    .selectAll()
    .where('schedule', '=', schedule)
    .orderBy('due', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(parseRun);
}

/** Finds the last finished run of a schedule, except for the given one. */
export async function lastFinished(
  store: Store,
  { schedule, id }: Pick<Run, 'schedule' | 'id'>,
): Promise<Run | undefined> {
  const row = await store.db
    .selectFrom('occurrence')
    .selectAll()
    .where('schedule', '=', schedule)
    .where('id', '<>', id)
    .where('state', 'not in', ['pending', 'claimed'])
    .orderBy('due', 'desc')
    .executeTakeFirst();
  return row && parseRun(row);
}

/** Finds a run by its id. */
export async function readRun(store: Store, id: string): Promise<Run | undefined> {
  const row = await store.db.selectFrom('occurrence').selectAll().where('id', '=', id).executeTakeFirst();
  return row && parseRun(row);
}

/** Counts the runs of all schedules by state. */
export async function countRuns(store: Store): Promise<Readonly<Record<RunState, number>>> {
  const rows = await store.db
    .selectFrom('occurrence')
    .select(({ fn }) => ['state', fn.countAll<number | string>().as('count')])
    .groupBy('state')
    .execute();
  const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
  return Object.fromEntries(RUN_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<RunState, number>;
}

/** Counts the runs that are waiting or being attempted. */
export async function queueLength(store: Store): Promise<number> {
  const { count } = await store.db
    .selectFrom('occurrence')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('state', 'in', ['pending', 'claimed'])
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Deletes finished runs that were due before a given time. Returns how many. */
export async function prune(store: Store, before: number): Promise<number> {
  const { numDeletedRows } = await store.db
    .deleteFrom('occurrence')
    .where('due', '<', before)
    .where('state', 'not in', ['pending', 'claimed'])
    .where('tell_after', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
