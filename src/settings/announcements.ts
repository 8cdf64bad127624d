import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Store } from '../store/store.ts';

const rowSchema = z.object({
  id: z.string(),
  guild: z.string(),
  channel: z.string(),
  articles: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  about: z.enum(['new', 'replaced', 'removed']),
  title: z.string().nullable(),
  attempt: z.number(),
  first_tried: z.number(),
  sent_at: z.number().nullable(),
});

/** A claimed announcement of some articles to one server. Times are milliseconds since 1970. */
export interface AnnouncementClaim {
  readonly id: string;
  readonly guild: string;
  readonly channel: string;
  /** Ids; at least one. */
  readonly articles: readonly string[];
  /** What became of them. */
  readonly about: 'new' | 'replaced' | 'removed';
  /** Of an article that was removed; else null. */
  readonly title: string | null;
  readonly attempt: number;
  readonly firstTried: number;
  /** When a message with unknown outcome may have been sent. */
  readonly sentAt: number | null;
}

/** The outcome of an attempt; the reasons and details of `retry` are not stored. */
export type AnnouncementOutcome =
  | { readonly kind: 'posted'; readonly message: string }
  | { readonly kind: 'retry'; readonly notBefore: number; readonly sent: 'certainly-not' | 'maybe' }
  | { readonly kind: 'skipped' | 'failed' | 'uncertain'; readonly detail: string };

export interface NewAnnouncement {
  readonly guild: string;
  readonly channel: string;
  /** Ids of articles that may be new there. */
  readonly articles: readonly string[];
  /** Whether members see an article; one that they do not see counts as known from then on. */
  readonly isSeen: (article: string) => boolean;
  readonly now: number;
}

/**
 * Queues the articles that a server does not know yet for announcement, all in one message, and marks them as known.
 * Returns their ids. Each article is queued exactly once, even if the process dies.
 */
export async function addAnnouncement(
  store: Store,
  { guild, channel, articles, isSeen, now }: NewAnnouncement,
): Promise<readonly string[]> {
  if (articles.length === 0) return [];
  return store.write(async (transaction) => {
    const known = await transaction.selectFrom('announced').select('article').where('guild', '=', guild).execute();
    const knownIds = new Set(known.map(({ article }) => article));
    const unknown = articles.filter((article) => !knownIds.has(article));
    if (unknown.length === 0) return [];
    const fresh = await transaction
      .insertInto('announced')
      .values(unknown.map((article) => ({ guild, article, announced_at: now, lease_until: null })))
      .onConflict((conflict) => conflict.columns(['guild', 'article']).doNothing())
      .returning('article')
      .execute();
    const told = fresh.map(({ article }) => article).filter(isSeen);
    if (told.length === 0) return told;
    const values = pendingAnnouncement({ guild, channel, articles: told, about: 'new', title: null, now });
    await transaction.insertInto('announcement').values(values).execute();
    return told;
  });
}

/** What became of an article that a server has added itself. */
export interface AnnouncedChange {
  readonly kind: 'replaced' | 'removed';
  readonly guild: string;
  /** Where new articles are announced; undefined if nowhere, or if the article is not seen there. */
  readonly channel: string | undefined;
  readonly article: { readonly id: string; readonly title: string };
  readonly now: number;
}

/** Queues a change of an article for announcement. One that was removed counts as new if it is added again. */
export async function addChange(store: Store, { kind, guild, channel, article, now }: AnnouncedChange): Promise<void> {
  await store.write(async (transaction) => {
    const { id, title } = article;
    if (kind === 'removed')
      await transaction.deleteFrom('announced').where('guild', '=', guild).where('article', '=', id).execute();
    if (channel === undefined) return;
    const told = { about: kind, title: kind === 'removed' ? title : null };
    const values = pendingAnnouncement({ guild, channel, articles: [id], ...told, now });
    await transaction.insertInto('announcement').values(values).execute();
  });
}

function pendingAnnouncement({
  articles,
  now,
  ...rest
}: Pick<AnnouncementClaim, 'guild' | 'channel' | 'articles' | 'about' | 'title'> & { readonly now: number }) {
  return {
    id: randomBytes(9).toString('base64url'),
    ...rest,
    articles: JSON.stringify(articles),
    state: 'pending',
    detail: null,
    attempt: 0,
    not_before: now,
    lease_until: null,
    first_tried: null,
    sent_at: null,
    message: null,
    finished_at: null,
  };
}

/** Claims due announcements, including those of a process that died. Each goes to exactly one process. */
export async function claimAnnouncements(
  store: Store,
  { now, leaseMs, limit }: { readonly now: number; readonly leaseMs: number; readonly limit: number },
): Promise<readonly AnnouncementClaim[]> {
  const rows = await store.db
    .with('chosen', (db) =>
      db
        .selectFrom('announcement')
        .select('id')
        .where(isFree(now))
        .orderBy('not_before')
        .limit(limit)
        .$if(store.kind === 'postgres', (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('announcement')
    .set((set) => ({
      lease_until: now + leaseMs,
      attempt: set('attempt', '+', 1),
      first_tried: sql<number>`coalesce(first_tried, ${now})`,
    }))
    .where('id', 'in', (query) => query.selectFrom('chosen').select('chosen.id'))
    .where(isFree(now))
    .returningAll()
    .execute();
  return rows.map((row) => {
    const { first_tried: firstTried, sent_at: sentAt, ...rest } = rowSchema.parse(row);
    return { ...rest, firstTried, sentAt };
  });
}

/** Records that a message is about to be sent. Returns false if the claim is lost: then nothing may be sent. */
export async function noteAnnouncing(
  store: Store,
  { id, attempt }: AnnouncementClaim,
  { now, leaseMs }: { readonly now: number; readonly leaseMs: number },
): Promise<boolean> {
  const row = await store.db
    .updateTable('announcement')
    .set({ sent_at: now, lease_until: now + leaseMs })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'pending')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Records the outcome of a claim, unless it is lost. */
export async function finishAnnouncement(
  store: Store,
  { id, attempt }: AnnouncementClaim,
  { outcome, now }: { readonly outcome: AnnouncementOutcome; readonly now: number },
): Promise<void> {
  await store.db
    .updateTable('announcement')
    .set({ lease_until: null, ...outcomeColumns(outcome, now) })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'pending')
    .execute();
}

/** Returns when something is due next; undefined if nothing is. */
export async function nextAnnouncement(store: Store): Promise<number | undefined> {
  const row = await store.db
    .selectFrom('announcement')
    .select(sql<number | null>`min(coalesce(lease_until, not_before))`.as('next'))
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return row?.next ?? undefined;
}

function isFree(now: number) {
  return sql<boolean>`(state = 'pending' and not_before <= ${now} and (lease_until is null or lease_until <= ${now}))`;
}

function outcomeColumns(outcome: AnnouncementOutcome, now: number) {
  switch (outcome.kind) {
    case 'posted':
      return { state: 'posted', message: outcome.message, title: null, sent_at: null, finished_at: now };
    case 'retry':
      return { not_before: outcome.notBefore, ...(outcome.sent === 'maybe' ? {} : { sent_at: null }) };
    case 'skipped':
    case 'failed':
    case 'uncertain':
      return { state: outcome.kind, detail: outcome.detail, title: null, finished_at: now };
    default:
      return outcome satisfies never;
  }
}
