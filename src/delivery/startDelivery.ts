import { randomBytes } from 'node:crypto';
import { SECONDS, type Metrics } from '../runtime/metrics.ts';
import { prune, queueLength, readRun } from '../schedule/runs/history.ts';
import { claimFollowUps, finishFollowUp, markFollowUpNotified, type FollowUp } from '../schedule/runs/followUps.ts';
import { claimDue, finishRun, renewClaim, type Claim, type RunOutcome } from '../schedule/runs/ledger.ts';
import { recordDueRuns } from '../schedule/runs/recordDueRuns.ts';
import { nextWake } from '../schedule/times/nextWake.ts';
import { resync } from '../schedule/runs/resync.ts';
import type { Run } from '../schedule/runs/run.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { readSchedule } from '../schedule/schedules.ts';
import { startTicker } from '../schedule/startTicker.ts';
import { claimNotices, markNotified } from '../schedule/runs/failureNotices.ts';
import { StoreFailure } from '../store/storeHealth.ts';
import { createPacer } from './createPacer.ts';
import { deliver } from './deliver.ts';
import { doFollowUp } from './doFollowUp.ts';
import type { DeliveryContext } from './delivery.ts';

/** A run that was not posted, or may not have been, with its digest. */
export interface Notice {
  readonly schedule: Schedule;
  readonly run: Run;
  /** What could not be done with its message, if it was posted. */
  readonly followUp?: FollowUp;
}

type LogLine = (event: Readonly<Record<string, unknown>>, message: string) => void;

/** The logger, by level. */
export interface DeliveryLog {
  readonly info: LogLine;
  readonly warn: LogLine;
  readonly error: LogLine;
}

export interface DeliveryOptions extends DeliveryContext {
  /**
   * Notifies the server's admin channel, or the digest's creator. Resolves to false if it could not, and should be
   * retried.
   */
  readonly notify: (notice: Notice) => Promise<boolean>;
  readonly metrics: Metrics;
  readonly log: DeliveryLog;
  /** This process's name in the ledger; must be unique. Default: random. */
  readonly owner?: string | undefined;
  /** How many runs are attempted at once. Default: 16. */
  readonly concurrency?: number | undefined;
  /** How many attempts begin per second. Default: 40, since Discord allows a bot 50 requests a second in all. */
  readonly perSecond?: number | undefined;
  /** How long finished runs are kept. Default: 180 days. */
  readonly keepMs?: number | undefined;
  /** See `recordDueRuns`. */
  readonly missedAfterMs?: number | undefined;
  /** See `startTicker`. */
  readonly maxSleepMs?: number | undefined;
}

export interface Delivery {
  /** Checks for due runs now, for example after a schedule was changed. */
  wake(): void;
  /** Starts no further attempts, and waits for those in progress. */
  close(): Promise<void>;
}

const CONCURRENCY = 16;
const PER_SECOND = 40;
const KEEP_MS = 180 * 86_400_000;
const PRUNE_EVERY_MS = 6 * 3_600_000;
const NOTICE_LEASE_MS = 60_000;
/** A run is given up after this many attempts that failed because of the bot itself. */
const BROKEN_ATTEMPTS = 3;
/** How long to wait for more attempts to end before starting others. */
const GATHER_MS = 100;
/** How soon to check again if something due could not be claimed. */
const RECHECK_MS = 1000;

/**
 * Starts posting due runs and sending notices of runs that could not be posted. Any number of processes may do so on
 * one database.
 */
export function startDelivery(options: DeliveryOptions): Delivery {
  const { store, clock, times, metrics, log, concurrency = CONCURRENCY } = options;
  const owner = options.owner ?? randomBytes(6).toString('base64url');
  const outcomes = metrics.counter('rapporteur_digests_total', 'Runs of digests by outcome and reason.', [
    'outcome',
    'reason',
  ]);
  const lateness = metrics.histogram('rapporteur_digest_lateness_seconds', 'From due to posted.', {
    buckets: SECONDS,
  });
  metrics.gauge('rapporteur_digest_queue', 'Runs that wait or are being attempted.', () => queueLength(store));
  const pacer = createPacer({ perSecond: options.perSecond ?? PER_SECOND, burst: concurrency });
  const underWay = new Set<Promise<void>>();
  const state = { closed: false, synced: false, waking: false, pruned: clock.now() };

  function track(work: Promise<void>): void {
    underWay.add(work);
    void work.finally(() => {
      underWay.delete(work);
      wakeSoon();
    });
  }

  /** One check for all attempts that end at about the same time. */
  function wakeSoon(): void {
    if (state.waking || state.closed) return;
    state.waking = true;
    clock.after(GATHER_MS, () => {
      state.waking = false;
      if (!state.closed) ticker.wake();
    });
  }

  async function attempt(claim: Claim): Promise<void> {
    const ids = { occurrence: claim.id, schedule: claim.schedule, attempt: claim.attempt };
    const renewal = startLeaseRenewal(claim, options);
    try {
      const outcome = await deliver(claim, options).catch((error: unknown): RunOutcome => {
        // Nothing can be written down now; the lease runs out.
        if (error instanceof StoreFailure) throw error;
        log.error({ ...ids, err: error }, 'a digest failed');
        if (claim.attempt >= BROKEN_ATTEMPTS && claim.sentAt !== null)
          return { kind: 'uncertain', reason: 'unknown-outcome', detail: claim.id, notify: true };
        if (claim.attempt >= BROKEN_ATTEMPTS)
          return { kind: 'failed', reason: 'broken', detail: claim.id, notify: true };
        return { kind: 'retry', notBefore: clock.now() + times.flightMs, sent: 'maybe' };
      });
      const now = clock.now();
      const kept = outcome.kind !== 'lost' && (await finishRun(store, claim, { outcome, now }));
      if (!kept) return log.warn(ids, 'a digest was taken over by another process, or deleted');
      const reason = 'reason' in outcome ? outcome.reason : '';
      const late = (now - claim.due) / 1000;
      const detail = 'detail' in outcome ? outcome.detail : undefined;
      const wentWrong =
        outcome.kind === 'failed' || outcome.kind === 'uncertain' || (outcome.kind === 'retry' && detail !== undefined);
      const line = { ...ids, outcome: outcome.kind, reason, ...(detail === undefined ? {} : { detail }), late };
      if (wentWrong) log.error(line, 'a digest could not be posted');
      else log.info(line, 'attempted a digest');
      if (outcome.kind === 'retry') return;
      outcomes.add({ outcome: outcome.kind, reason });
      if (outcome.kind === 'posted') lateness.observe(late);
    } catch (error) {
      // Its lease expires; the next claim finds out whether it was posted.
      log.error({ ...ids, err: error }, 'a digest could not be written down');
    } finally {
      renewal.stop();
    }
  }

  async function notify(run: Run): Promise<void> {
    try {
      const schedule = await readSchedule(store, run.schedule);
      if (!schedule || (await options.notify({ schedule, run }))) await markNotified(store, run.id);
    } catch (error) {
      log.error({ occurrence: run.id, err: error }, 'nobody could be notified of a digest');
    }
  }

  async function follow(followUp: FollowUp): Promise<void> {
    const ids = { occurrence: followUp.run, followUp: followUp.kind, attempt: followUp.attempt };
    try {
      const outcome = await doFollowUp(followUp, options);
      await finishFollowUp(store, followUp, { outcome, now: clock.now() });
      if (outcome.kind === 'failed') log.error({ ...ids, detail: outcome.detail }, 'a posted digest lacks something');
      else log.info({ ...ids, outcome: outcome.kind }, 'followed a posted digest up');
    } catch (error) {
      // Its lease expires, and it is tried again.
      log.error({ ...ids, err: error }, 'a posted digest could not be followed up');
    }
  }

  async function notifyOfFollowUp(followUp: FollowUp): Promise<void> {
    try {
      const run = await readRun(store, followUp.run);
      const schedule = run && (await readSchedule(store, run.schedule));
      if (!run || !schedule || (await options.notify({ schedule, run, followUp })))
        await markFollowUpNotified(store, followUp);
    } catch (error) {
      log.error({ occurrence: followUp.run, err: error }, 'nobody could be notified of a digest');
    }
  }

  async function tick(now: number): Promise<number | undefined> {
    if (!state.synced) await resync(store, now);
    state.synced = true;
    await recordDueRuns(store, {
      now,
      missedAfterMs: options.missedAfterMs,
      onUnreadable: (ids) => log.error({ schedules: ids }, 'schedules that this version cannot read do not run'),
    });
    const free = state.closed ? 0 : concurrency - underWay.size;
    const limit = Math.min(free, pacer.allowed(clock.now()));
    if (limit > 0) {
      const claims = await claimDue(store, { owner, now: clock.now(), leaseMs: times.leaseMs, limit });
      pacer.spend(claims.length);
      for (const claim of claims) track(attempt(claim));
      const notices = await claimNotices(store, { now, leaseMs: NOTICE_LEASE_MS, limit });
      for (const run of notices) track(notify(run));
      const lease = { now, leaseMs: NOTICE_LEASE_MS, limit };
      for (const followUp of await claimFollowUps(store, lease)) track(follow(followUp));
      for (const followUp of await claimFollowUps(store, lease, { tell: true })) track(notifyOfFollowUp(followUp));
    }
    if (now - state.pruned > PRUNE_EVERY_MS) {
      state.pruned = now;
      await prune(store, now - (options.keepMs ?? KEEP_MS));
    }
    const next = await nextWake(store);
    if (next === undefined || next > now) return next;
    return clock.now() + (pacer.wait(clock.now()) === 0 ? RECHECK_MS : GATHER_MS);
  }

  const ticker = startTicker({
    clock,
    tick,
    clockWentBack: async (now) => {
      log.warn({ now }, 'the clock was put back');
      await resync(store, now);
    },
    onError: (error) => log.error({ err: error }, 'looking for due digests failed'),
    maxSleepMs: options.maxSleepMs,
  });
  return {
    wake: () => ticker.wake(),
    async close() {
      state.closed = true;
      await ticker.close();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** Renews the lease of a claim until stopped. */
function startLeaseRenewal(claim: Claim, { store, clock, times, log }: DeliveryOptions) {
  const state = { stopped: false, cancel: (): void => {} };
  const renewLater = (): void => {
    if (state.stopped) return;
    state.cancel = clock.after(times.leaseMs / 3, () => {
      renewClaim(store, claim, { now: clock.now(), leaseMs: times.leaseMs }).then(
        (kept) => kept && renewLater(),
        (error: unknown) => log.error({ occurrence: claim.id, err: error }, 'a claim could not be kept'),
      );
    });
  };
  renewLater();
  return {
    stop() {
      state.stopped = true;
      state.cancel();
    },
  };
}
