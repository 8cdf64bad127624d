import type { Store } from './store.ts';

/**
 * Notes that an interaction is being answered. False if it was noted before, by this process or another one. Each is
 * written by itself: processes that note the same two in opposite order in one transaction would wait for each other.
 */
export async function claimInteraction(
  store: Store,
  { id, now }: { readonly id: string; readonly now: number },
): Promise<boolean> {
  const noted = await store.db
    .insertInto('interaction')
    .values({ id, received_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return noted.length > 0;
}

/** Forgets the interactions that were received before a moment. */
export async function forgetInteractions(store: Store, before: number): Promise<void> {
  await store.db.deleteFrom('interaction').where('received_at', '<', before).execute();
}
