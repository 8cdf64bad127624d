import type { Store } from '../store/store.ts';
import { forget } from './forget.ts';

/** An application's membership of a server. Both ids are Discord's snowflakes. */
export interface Membership {
  /** A store may have served another application before, such as the local room. */
  readonly application: string;
  readonly guild: string;
}

/** How long a server's data is kept after the bot was removed from it. */
export const KEPT_AFTER_LEAVING_MS = 30 * 86_400_000;

/** Records that the bot is a member of a server. Data from before it was removed is kept. */
export async function noteMember(store: Store, { application, guild }: Membership): Promise<void> {
  await store.db
    .insertInto('membership')
    .values({ application, guild, left_at: null })
    .onConflict((conflict) => conflict.columns(['application', 'guild']).doUpdateSet({ left_at: null }))
    .execute();
}

/** Records that the bot is no longer a member of a server, and stops the server's digests until they are resumed. */
export async function noteLeft(
  store: Store,
  { application, guild, now }: Membership & { readonly now: number },
): Promise<void> {
  await store.write(async (transaction) => {
    await transaction
      .insertInto('membership')
      .values({ application, guild, left_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['application', 'guild'])
          .doUpdateSet({ left_at: now })
          .where('membership.left_at', 'is', null),
      )
      .execute();
    await transaction
      .updateTable('schedule')
      .set({ disabled: 'left', next_due: null })
      .where('guild', '=', guild)
      .where('disabled', 'is', null)
      .execute();
  });
}

/** Lists the servers that the bot was a member of at the last check. */
export async function notedMemberships(store: Store, application: string): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('membership')
    .select('guild')
    .where('application', '=', application)
    .where('left_at', 'is', null)
    .orderBy('guild')
    .execute();
  return rows.map(({ guild }) => guild);
}

/**
 * Deletes all data of servers that an application left at least 30 days ago. Returns those servers, and when the next
 * one is due. A server that another application is a member of is kept: settings and schedules do not say whose they
 * are, and a store may have been used by two before it had an owner. One of which `forgetElsewhere` cannot forget all that
 * is kept outside the store stays in it, and is tried again.
 */
export async function forgetLeft(
  store: Store,
  {
    application,
    now,
    forgetElsewhere = async () => true,
  }: {
    readonly application: string;
    readonly now: number;
    readonly forgetElsewhere?: (guild: string) => Promise<boolean>;
  },
): Promise<{ readonly forgotten: readonly string[]; readonly next: number | undefined }> {
  const rows = await store.db
    .selectFrom('membership')
    .select(['guild', 'left_at'])
    .where('application', '=', application)
    .where('left_at', 'is not', null)
    .where('guild', 'not in', (query) => query.selectFrom('membership').select('guild').where('left_at', 'is', null))
    .orderBy('left_at')
    .execute();
  const forgotten: string[] = [];
  for (const { guild, left_at: left } of rows) {
    if (left === null) continue;
    if (left + KEPT_AFTER_LEAVING_MS > now) return { forgotten, next: left + KEPT_AFTER_LEAVING_MS };
    if (!(await forgetElsewhere(guild))) continue;
    await forget(store, guild);
    forgotten.push(guild);
  }
  return { forgotten, next: undefined };
}
