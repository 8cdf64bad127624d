import { z } from 'zod';
import type { Transaction } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';

/** What is done with a message after it was posted: published to the servers that follow the channel, or discussed. */
const FOLLOW_UP_KINDS = ['publish', 'thread'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

const rowSchema = z.object({
  run: z.string(),
  kind: z.enum(FOLLOW_UP_KINDS),
  state: z.enum(['pending', 'done', 'failed']),
  since: z.coerce.number(),
  attempt: z.coerce.number(),
  detail: z.string().nullable(),
});
/** Something to do with a run's message; `since` is when that was posted, in milliseconds since 1970. */
export type FollowUp = Readonly<z.infer<typeof rowSchema>>;

/** Adds what to do with a message to the ledger, in the transaction that records that it was posted. */
export async function addFollowUps(
  transaction: Transaction<Database>,
  run: string,
  { kinds, now }: { readonly kinds: readonly FollowUpKind[]; readonly now: number },
): Promise<void> {
  if (kinds.length === 0) return;
  await transaction
    .insertInto('follow_up')
    .values(kinds.map((kind) => ({ run, kind, state: 'pending', since: now, not_before: now, attempt: 0 })))
    .onConflict((conflict) => conflict.columns(['run', 'kind']).doNothing())
    .execute();
}

/** How long one process leases them, and how many at once. Times are milliseconds. */
export interface FollowUpOptions {
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
}

/**
 * Claims what has to be done, or, with `tell`, what has failed and must be reported. Each is leased to one process at a
 * time; doing it twice does no harm, since Discord publishes a message and opens its thread only once.
 */
export async function claimFollowUps(
  store: Store,
  { now, leaseMs, limit }: FollowUpOptions,
  { tell = false }: { readonly tell?: boolean } = {},
): Promise<readonly FollowUp[]> {
  const state = tell ? 'failed' : 'pending';
  const due = tell ? ('tell_after' as const) : ('not_before' as const);
  const rows = await store.db
    .selectFrom('follow_up')
    .select(['run', 'kind'])
    .where('state', '=', state)
    .where(due, '<=', now)
    .orderBy(due)
    .limit(limit)
    .execute();
  const claimed: FollowUp[] = [];
  for (const { run, kind } of rows) {
    const row = await store.db
      .updateTable('follow_up')
      .set((set) => ({ [due]: now + leaseMs, ...(tell ? {} : { attempt: set('attempt', '+', 1) }) }))
      .where('run', '=', run)
      .where('kind', '=', kind)
      .where('state', '=', state)
      .where(due, '<=', now)
      .returningAll()
      .executeTakeFirst();
    if (row) claimed.push(rowSchema.parse(row));
  }
  return claimed;
}

/** What became of it; a failure is reported from now on. */
export type FollowUpOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'retry'; readonly notBefore: number };

/** Records what became of it. */
export async function finishFollowUp(
  store: Store,
  { run, kind }: Pick<FollowUp, 'run' | 'kind'>,
  { outcome, now }: { readonly outcome: FollowUpOutcome; readonly now: number },
): Promise<void> {
  await store.db
    .updateTable('follow_up')
    .set(
      outcome.kind === 'retry'
        ? { not_before: outcome.notBefore }
        : outcome.kind === 'done'
          ? { state: 'done' }
          : { state: 'failed', detail: outcome.detail, tell_after: now },
    )
    .where('run', '=', run)
    .where('kind', '=', kind)
    .where('state', '=', 'pending')
    .execute();
}

/** Marks a failure as reported. */
export async function markFollowUpNotified(store: Store, { run, kind }: Pick<FollowUp, 'run' | 'kind'>): Promise<void> {
  await store.db
    .updateTable('follow_up')
    .set({ tell_after: null })
    .where('run', '=', run)
    .where('kind', '=', kind)
    .execute();
}

/** Lists what could not be done with the messages of some runs. */
export async function failedFollowUps(store: Store, runs: readonly string[]): Promise<readonly FollowUp[]> {
  if (runs.length === 0) return [];
  const rows = await store.db
    .selectFrom('follow_up')
    .selectAll()
    .where('run', 'in', runs)
    .where('state', '=', 'failed')
    .orderBy('kind')
    .execute();
  return rows.map((row) => rowSchema.parse(row));
}
