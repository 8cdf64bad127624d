import type { Store } from '../../store/store.ts';

/** Finds the next time something happens: a run or an attempt is due, a lease ends, or a notice is due. */
export async function nextWake(store: Store): Promise<number | undefined> {
  const [schedule, pending, claimed, notice, followUp, failure] = await Promise.all([
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
    store.db
      .selectFrom('follow_up')
      .select(({ fn }) => fn.min('not_before').as('at'))
      .where('state', '=', 'pending')
      .executeTakeFirst(),
    store.db
      .selectFrom('follow_up')
      .select(({ fn }) => fn.min('tell_after').as('at'))
      .executeTakeFirst(),
  ]);
  const times = [schedule, pending, claimed, notice, followUp, failure].flatMap((row) => row?.at ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}
