import type { Store } from '../store/store.ts';

/** How many rows of each kind were deleted. */
export interface Forgotten {
  readonly settings: number;
  readonly schedules: number;
  readonly occurrences: number;
}

/** Deletes everything that is stored about a server: its settings, schedules, and their history. */
export async function forget(store: Store, guild: string): Promise<Forgotten> {
  return store.write(async (transaction) => {
    const occurrences = await transaction
      .deleteFrom('occurrence')
      .where('schedule', 'in', (query) => query.selectFrom('schedule').select('id').where('guild', '=', guild))
      .executeTakeFirst();
    const schedules = await transaction.deleteFrom('schedule').where('guild', '=', guild).executeTakeFirst();
    const settings = await transaction.deleteFrom('setting').where('guild', '=', guild).executeTakeFirst();
    await transaction.deleteFrom('announcement').where('guild', '=', guild).execute();
    await transaction.deleteFrom('membership').where('guild', '=', guild).execute();
    await transaction.deleteFrom('gap').where('guild', '=', guild).execute();
    await transaction.deleteFrom('vote').where('guild', '=', guild).execute();
    await transaction.deleteFrom('announced').where('guild', '=', guild).execute();
    return {
      settings: Number(settings.numDeletedRows),
      schedules: Number(schedules.numDeletedRows),
      occurrences: Number(occurrences.numDeletedRows),
    };
  });
}
