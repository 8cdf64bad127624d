import type { Store } from '../store/store.ts';

/** An article, or the greeting, to be announced to one server. */
export interface Announcement {
  readonly guild: string;
  readonly article: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How long a process may take to post what it claimed, before it is assumed dead. */
const ANNOUNCE_LEASE_MS = 60_000;

/**
 * Claims the announcement of an article to a server. Returns false if the server knows it, or another process is
 * posting it: exactly one process gets true. A claim that is neither marked as known nor released within its lease,
 * because its process died, can be claimed again, so that nothing is lost.
 */
export async function claimAnnouncement(store: Store, { guild, article, now }: Announcement): Promise<boolean> {
  const lease = now + ANNOUNCE_LEASE_MS;
  const row = await store.db
    .insertInto('announced')
    .values({ guild, article, announced_at: now, lease_until: lease })
    .onConflict((conflict) =>
      conflict
        .columns(['guild', 'article'])
        .doUpdateSet({ announced_at: now, lease_until: lease })
        .where('announced.lease_until', '<=', now),
    )
    .returning('article')
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks an article as known to a server: it was posted, or should not be. */
export async function noteAnnounced(store: Store, { guild, article, now }: Announcement): Promise<void> {
  await store.db
    .insertInto('announced')
    .values({ guild, article, announced_at: now, lease_until: null })
    .onConflict((conflict) => conflict.columns(['guild', 'article']).doUpdateSet({ lease_until: null }))
    .execute();
}

/** Releases a claim, so that an article that could not be posted is announced again. */
export async function releaseAnnouncement(store: Store, { guild, article }: Omit<Announcement, 'now'>): Promise<void> {
  await store.db.deleteFrom('announced').where('guild', '=', guild).where('article', '=', article).execute();
}
