import type { Store } from '../store/store.ts';

/** An article, or the greeting, as one server is told of it. */
export interface Announcement {
  readonly guild: string;
  readonly article: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How long a process has for posting what it claimed, before another takes it for dead. */
const ANNOUNCE_LEASE_MS = 60_000;

/**
 * Takes the announcing of an article to a server on. Returns false if the server knows of it, or another process is
 * posting it: of several processes exactly one gets true. A claim that is neither noted as known nor released within
 * the lease, since its process died, can be claimed again, so that nothing is lost.
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

/** Notes that a server knows of an article: it was posted, or is not to be. */
export async function noteAnnounced(store: Store, { guild, article, now }: Announcement): Promise<void> {
  await store.db
    .insertInto('announced')
    .values({ guild, article, announced_at: now, lease_until: null })
    .onConflict((conflict) => conflict.columns(['guild', 'article']).doUpdateSet({ lease_until: null }))
    .execute();
}

/** Takes a claim back, so that the article is announced again; for an announcement that could not be posted. */
export async function releaseAnnouncement(store: Store, { guild, article }: Omit<Announcement, 'now'>): Promise<void> {
  await store.db.deleteFrom('announced').where('guild', '=', guild).where('article', '=', article).execute();
}
