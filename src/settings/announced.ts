import type { Store } from '../store/store.ts';

/** An article, as one server is told of it. */
export interface Announcement {
  readonly guild: string;
  readonly article: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Notes that a server knows of an article. Returns whether it did not before: of several processes exactly one gets
 * true, and announces it. Also used, without announcing, for the articles there are when a server asks to be told.
 */
export async function claimAnnouncement(store: Store, { guild, article, now }: Announcement): Promise<boolean> {
  const row = await store.db
    .insertInto('announced')
    .values({ guild, article, announced_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('article')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a claim back, so that the article is announced again; for an announcement that could not be posted. */
export async function releaseAnnouncement(store: Store, { guild, article }: Omit<Announcement, 'now'>): Promise<void> {
  await store.db.deleteFrom('announced').where('guild', '=', guild).where('article', '=', article).execute();
}
