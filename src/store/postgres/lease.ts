import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { Store } from '../store.ts';

/** How long a lease lasts by the server's clock, from when the server has renewed it. */
const LEASE_MS = 8000;
/**
 * How long its holder relies on it, from before it asked for it. The rest is for clocks that run at different speeds, and
 * for what was begun in the last moment.
 */
const RELIED_ON_MS = 6000;
const RENEW_EVERY_MS = 2000;
/** How often others try to take a lease. */
const TRY_EVERY_MS = 1000;
const LOCK = 5702;

/** A right that one process at a time has, until it gives it up, dies, or cannot reach the database. */
export interface Lease {
  /** Whether this process has it for certain, at this moment; computes only. */
  isHeld(): boolean;
  /** Resolves once it is not certain any more, and soon another process may have it. */
  readonly lost: Promise<void>;
  /** Gives it up, so that another process can take it at once. */
  release(): Promise<void>;
}

interface LeaseOptions {
  /** What to hold, all of it or nothing. */
  readonly names: readonly string[];
  /** Whether a lease that another process holds excludes these. */
  readonly excludes: (name: string) => boolean;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Called with an error of the database while waiting, which goes on. */
  readonly onError: (error: unknown) => void;
}

/** Waits until the leases are free, and takes them. Undefined if the signal ended that. */
export async function takeLease(store: Store, options: LeaseOptions): Promise<Lease | undefined> {
  const holder = randomBytes(9).toString('base64url');
  while (!options.signal.aborted) {
    const lease = await tryLease(store, { ...options, holder }).catch(options.onError);
    if (lease) return lease;
    await wait(TRY_EVERY_MS, undefined, { signal: options.signal }).catch(() => {});
  }
  return undefined;
}

async function tryLease(
  store: Store,
  { names, excludes, holder }: LeaseOptions & { readonly holder: string },
): Promise<Lease | undefined> {
  const asked = moment();
  const isTaken = await store.write(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCK}, hashtext(current_schema()))`.execute(transaction);
    const others = await transaction
      .selectFrom('lease')
      .select('name')
      .where('holder', '<>', holder)
      .where('held_until', '>', serverTime)
      .execute();
    if (others.some(({ name }) => excludes(name))) return false;
    await takeNow(transaction, { names, holder });
    return true;
  });
  return isTaken ? keepLease(store, { names, holder, asked }) : undefined;
}

async function takeNow(
  transaction: Transaction<Database>,
  { names, holder }: { readonly names: readonly string[]; readonly holder: string },
): Promise<void> {
  const until = sql<number>`${serverTime} + ${sql.lit(LEASE_MS)}`;
  await transaction
    .insertInto('lease')
    .values(names.map((name) => ({ name, holder, held_until: until })))
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ holder, held_until: until }))
    .execute();
}

/** Milliseconds since 1970 by the server's clock, which all processes share. */
const serverTime = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** Renews a lease until it is lost or given up. */
function keepLease(
  store: Store,
  { names, holder, asked }: { readonly names: readonly string[]; readonly holder: string; readonly asked: Moment },
): Lease {
  const lost = Promise.withResolvers<void>();
  let confirmed = asked;
  let ended = false;
  const end = (): void => {
    ended = true;
    clearInterval(timer);
    lost.resolve();
  };
  const isHeld = (): boolean => !ended && elapsedSince(confirmed) < RELIED_ON_MS;
  let renewing = false;
  const renew = async (): Promise<void> => {
    // Whoever was stopped must not renew what others may have taken over meanwhile.
    if (!isHeld()) return end();
    if (renewing) return;
    renewing = true;
    const now = moment();
    try {
      const rows = await store.db
        .updateTable('lease')
        .set({ held_until: sql<number>`${serverTime} + ${sql.lit(LEASE_MS)}` })
        .where('name', 'in', names)
        .where('holder', '=', holder)
        .where('held_until', '>', serverTime)
        .returning('name')
        .execute();
      if (rows.length < names.length) end();
      else confirmed = now;
    } catch {
      // The store has reported it; the next try may succeed in time.
    } finally {
      renewing = false;
    }
  };
  const timer = setInterval(() => void renew(), RENEW_EVERY_MS);
  const watch = setInterval(() => {
    if (isHeld()) return;
    clearInterval(watch);
    end();
  }, RENEW_EVERY_MS / 10).unref();
  return {
    isHeld,
    lost: lost.promise,
    async release() {
      end();
      clearInterval(watch);
      await store.db.deleteFrom('lease').where('name', 'in', names).where('holder', '=', holder).execute();
    },
  };
}

/** A point in time by two clocks: one is never put back, the other goes on while the machine is suspended. */
interface Moment {
  readonly steady: number;
  readonly wall: number;
}

function moment(): Moment {
  return { steady: performance.now(), wall: Date.now() };
}

function elapsedSince({ steady, wall }: Moment): number {
  return Math.max(performance.now() - steady, Date.now() - wall);
}
