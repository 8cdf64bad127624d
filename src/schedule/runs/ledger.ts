import { sql, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import { addFollowUps, type FollowUpKind } from './followUps.ts';
import { parseRun, type Run, type RunReason } from './run.ts';
import type { DisabledReason } from '../schedule.ts';

/** A run claimed by one process; everything done with it is refused once another process has taken it over. */
export type Claim = Run & { readonly owner: string; readonly leaseUntil: number; readonly firstTried: number };

/** Who claims, until when, and how many at most. Times are milliseconds. */
export interface ClaimOptions {
  readonly owner: string;
  readonly now: number;
  readonly leaseMs: number;
  readonly limit: number;
}

/** The outcome of an attempt. `notify` requests a failure notice. */
export type RunOutcome =
  /** `channel`: where the message is, if not where it was sent; `followUps`: what is still to be done with it. */
  | {
      readonly kind: 'posted';
      readonly message: string | null;
      readonly channel?: string | undefined;
      readonly followUps?: readonly FollowUpKind[];
    }
  | {
      readonly kind: 'retry';
      readonly notBefore: number;
      readonly sent: 'certainly-not' | 'maybe';
      /** The error; absent if the run only waits until an earlier message would have appeared. */
      readonly detail?: string;
    }
  | {
      readonly kind: 'skipped' | 'failed' | 'uncertain';
      readonly reason: RunReason;
      readonly detail?: string | undefined;
      readonly notify?: boolean;
      readonly disable?: DisabledReason | undefined;
    };

/** A run that was due this long without an attempt gets its full retry time: the bot was offline. */
const ABSENT_MS = 600_000;

type WithCandidate = Database & { candidate: Database['occurrence'] };

/** The position of a reading plan that has ended. */
export const PLAN_ENDS = -1;

/**
 * Claims due runs, earliest first: waiting ones, and those whose claim has expired. A run is only claimed once all
 * earlier runs of its schedule are finished. Each run goes to exactly one process.
 */
export async function claimDue(store: Store, { owner, now, leaseMs, limit }: ClaimOptions): Promise<readonly Claim[]> {
  const rows = await store.db
    .with('chosen', (db) =>
      db
        .selectFrom('occurrence as candidate')
        .select('candidate.id')
        .where(isFree('candidate', now))
        .where((eb) => eb.not(eb.exists(earlierUnfinished(eb))))
        .orderBy('candidate.due')
        .limit(limit)
        // Other processes take other runs, rather than waiting for these.
        .$if(store.kind === 'postgres', (query) => query.forUpdate('candidate').skipLocked()),
    )
    .updateTable('occurrence')
    .set((set) => ({
      state: 'claimed',
      owner,
      lease_until: now + leaseMs,
      attempt: set('attempt', '+', 1),
      first_tried: sql<number>`case when first_tried is null or coalesce(lease_until, not_before) < ${now - ABSENT_MS}
        then ${now} else first_tried end`,
    }))
    .where('id', 'in', (query) => query.selectFrom('chosen').select('chosen.id'))
    .where(isFree('occurrence', now))
    .returningAll()
    .execute();
  return rows.map((row) => parseRun(row) as Claim).sort((a, b) => a.due - b.due);
}

/** What is about to be sent and where, and the schedule's position once it is posted. */
export interface Sending {
  readonly now: number;
  readonly channel: string;
  readonly position: number;
  /** Null for content without a position. */
  readonly next: number | null;
}

/** Records that a message is about to be sent. Returns false if the claim is lost: then nothing may be sent. */
export async function noteSending(
  store: Store,
  claim: Claim,
  { now, channel, position, next }: Sending,
): Promise<boolean> {
  const row = await store.write((transaction) =>
    transaction
      .updateTable('occurrence')
      .set({ sent_at: now, channel, position, next_position: next })
      .where('id', '=', claim.id)
      .where('state', '=', 'claimed')
      .where('owner', '=', claim.owner)
      .where('attempt', '=', claim.attempt)
      .where('lease_until', '>', now)
      .returning('id')
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Extends a claim. Returns false if it is lost. */
export async function renewClaim(
  store: Store,
  claim: Claim,
  { now, leaseMs }: { readonly now: number; readonly leaseMs: number },
): Promise<boolean> {
  const row = await store.write((transaction) =>
    transaction
      .updateTable('occurrence')
      .set({ lease_until: now + leaseMs })
      .where('id', '=', claim.id)
      .where('state', '=', 'claimed')
      .where('owner', '=', claim.owner)
      .where('attempt', '=', claim.attempt)
      .returning('id')
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/**
 * Records the outcome of a claim, and in the same transaction advances a reading plan or disables the schedule. Returns
 * false, and changes nothing, if the claim is lost.
 */
export async function finishRun(
  store: Store,
  claim: Claim,
  { outcome, now }: { readonly outcome: RunOutcome; readonly now: number },
): Promise<boolean> {
  return store.write(async (transaction) => {
    const row = await transaction
      .updateTable('occurrence')
      .set(runColumns(outcome, now))
      .where('id', '=', claim.id)
      .where('state', '=', 'claimed')
      .where('owner', '=', claim.owner)
      .where('attempt', '=', claim.attempt)
      .returning(['schedule', 'next_position'])
      .executeTakeFirst();
    if (!row) return false;
    const next = row.next_position;
    const update = transaction.updateTable('schedule').where('id', '=', row.schedule);
    if (outcome.kind === 'posted') await addFollowUps(transaction, claim.id, { kinds: outcome.followUps ?? [], now });
    if (outcome.kind === 'posted' && next === PLAN_ENDS) {
      await update.set({ disabled: 'ended', next_due: null }).execute();
    } else if (outcome.kind === 'posted' && next !== null) {
      await update.set({ position: next }).execute();
    } else if ('disable' in outcome && outcome.disable !== undefined) {
      await update.set({ disabled: outcome.disable, next_due: null }).where('disabled', 'is', null).execute();
    }
    return true;
  });
}

function runColumns(outcome: RunOutcome, now: number) {
  const free = { owner: null, lease_until: null };
  switch (outcome.kind) {
    case 'posted':
      return {
        ...free,
        state: 'posted',
        message: outcome.message,
        finished_at: now,
        sent_at: null,
        ...(outcome.channel === undefined ? {} : { channel: outcome.channel }),
      };
    case 'retry': {
      const retry = { ...free, state: 'pending', not_before: outcome.notBefore };
      return outcome.sent === 'maybe' ? retry : { ...retry, sent_at: null };
    }
    case 'skipped':
    case 'failed':
    case 'uncertain':
      return {
        ...free,
        state: outcome.kind,
        reason: outcome.reason,
        detail: outcome.detail ?? null,
        finished_at: now,
        tell_after: outcome.notify ? now : null,
      };
    default:
      return outcome satisfies never;
  }
}

function earlierUnfinished(eb: ExpressionBuilder<WithCandidate, 'candidate'>) {
  return eb
    .selectFrom('occurrence as earlier')
    .select('earlier.id')
    .whereRef('earlier.schedule', '=', 'candidate.schedule')
    .where('earlier.state', 'in', ['pending', 'claimed'])
    .where((inner) =>
      inner.or([
        inner('earlier.due', '<', inner.ref('candidate.due')),
        inner.and([
          inner('earlier.due', '=', inner.ref('candidate.due')),
          inner('earlier.id', '<', inner.ref('candidate.id')),
        ]),
      ]),
    );
}

function isFree(table: string, now: number): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<SqlBool>`((${column('state')} = 'pending' and ${column('not_before')} <= ${now})
    or (${column('state')} = 'claimed' and ${column('lease_until')} <= ${now}))`;
}
