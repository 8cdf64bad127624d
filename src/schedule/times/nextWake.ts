import type { Store } from '../../store/store.ts';

/** Finds the next moment at which there is something to do: a run falls due, an attempt, a claim that runs out, a telling. */
export async function nextWake(store: Store): Promise<number | undefined> {
  const [schedule, pending, claimed, telling] = await Promise.all([
    store.db
      .selectFrom('schedule')
      .select(({ fn }) => fn.min('next_due').as('at'))
      .executeTakeFirst(),
    store.db
      .selectFrom('occurrence')
      .select(({ fn }) => fn.min('not_before').as('at'))
      .where('state', '=', 'pending')
      .executeTakeFirst(),
    store.db
      .selectFrom('occurrence')
      .select(({ fn }) => fn.min('lease_until').as('at'))
      .where('state', '=', 'claimed')
      .executeTakeFirst(),
    store.db
      .selectFrom('occurrence')
      .select(({ fn }) => fn.min('tell_after').as('at'))
      .executeTakeFirst(),
  ]);
  const times = [schedule, pending, claimed, telling].flatMap((row) => row?.at ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}
