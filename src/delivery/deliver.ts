import { lastFinished } from '../schedule/runs/history.ts';
import { noteSending, PLAN_ENDS, type Claim, type RunOutcome } from '../schedule/runs/ledger.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { FollowUpKind } from '../schedule/runs/followUps.ts';
import { readSchedule } from '../schedule/schedules.ts';
import type { DeliveryContext } from './delivery.ts';
import type { SendResult } from './outbox.ts';

/** What to record for a claim; `lost` if another process has taken it over, or the schedule is deleted. */
export type Attempt = RunOutcome | { readonly kind: 'lost' };

/**
 * Attempts one run: resolves an earlier attempt with unknown outcome, checks permissions, renders, and sends. Records
 * nothing except that a message is about to be sent; the caller records the outcome. A message is never sent while an
 * earlier one may still appear.
 */
export async function deliver(claim: Claim, context: DeliveryContext): Promise<Attempt> {
  const schedule = await readSchedule(context.store, claim.schedule);
  if (!schedule) return { kind: 'lost' };
  if (claim.sentAt !== null) {
    const found = await findEarlier(claim, schedule, { context, sentAt: claim.sentAt });
    if (found) return found;
    if (hasGivenUp(claim, context)) return unreachable('none-arrived');
  }
  return (await reasonNotTo(claim, schedule, context)) ?? post(claim, schedule, context);
}

async function findEarlier(
  claim: Claim,
  schedule: Schedule,
  { context, sentAt }: { readonly context: DeliveryContext; readonly sentAt: number },
): Promise<RunOutcome | undefined> {
  const { outbox, clock, times } = context;
  if (clock.now() < sentAt + times.flightMs) {
    return { kind: 'retry', notBefore: sentAt + times.flightMs, sent: 'maybe' };
  }
  const limit = timeLimit(context, times.leaseMs);
  const channel = claim.channel ?? schedule.channel;
  const search = { channel, marker: claim.id, since: sentAt, signal: limit.signal };
  const result = await outbox.find(search).finally(limit.cancel);
  switch (result.kind) {
    case 'found':
      return withFollowUps({ kind: 'posted', message: result.message, channel: result.channel }, schedule);
    case 'absent':
      return undefined;
    case 'busy':
      if (hasGivenUp(claim, context)) return uncertain(result.detail);
      return {
        kind: 'retry',
        notBefore: retryAt(claim, context, result.retryAfterMs),
        sent: 'maybe',
        detail: result.detail,
      };
    case 'unclear':
      if (claim.manual || result.reason === 'incomplete') return uncertain(result.detail);
      return { ...uncertain(result.detail), disable: result.reason };
    default:
      return result satisfies never;
  }
}

async function reasonNotTo(
  claim: Claim,
  schedule: Schedule,
  { outbox, clock, times }: DeliveryContext,
): Promise<RunOutcome | undefined> {
  const now = clock.now();
  if (schedule.disabled !== null) return { kind: 'skipped', reason: 'disabled' };
  if (!claim.manual) {
    if (schedule.pausedUntil !== null && now < schedule.pausedUntil) return { kind: 'skipped', reason: 'paused' };
    const waited = now - claim.due;
    // Does not apply to a run that was being retried all along; that has its own limit.
    const begins = claim.firstTried === claim.leaseUntil - times.leaseMs;
    if (begins && !claim.missed && waited > times.queueMs) {
      if (schedule.late.kind === 'skip') return { kind: 'skipped', reason: 'missed' };
      if (waited > schedule.late.hours * 3_600_000) return { kind: 'skipped', reason: 'too-late' };
    }
  }
  const may = await outbox.preflight(schedule.channel, schedule.guild);
  switch (may.kind) {
    case 'missing':
      return refused(claim, 'forbidden', may.permissions.join(', '));
    case 'blocked':
      return refused(claim, 'forbidden', may.by);
    case 'gone':
    case 'elsewhere':
      return refused(claim, 'gone');
    case 'ok':
    case 'unknown':
      return undefined;
    default:
      return may satisfies never;
  }
}

async function post(claim: Claim, schedule: Schedule, context: DeliveryContext): Promise<Attempt> {
  const { store, outbox, render, clock, times } = context;
  const position = (claim.sentAt === null ? null : claim.position) ?? schedule.position;
  const late = claim.missed || (!claim.manual && clock.now() - claim.due > times.lateMs);
  const rendered = await render({ schedule, run: claim, position, late });
  if (rendered.kind === 'busy') {
    if (hasGivenUp(claim, context)) return unreachable(rendered.detail);
    return { kind: 'retry', notBefore: retryAt(claim, context), sent: 'certainly-not' };
  }
  if (rendered.kind === 'nothing') return { kind: 'skipped', reason: 'nothing', detail: rendered.detail };
  if (rendered.kind === 'content-gone') {
    // Reported at the first run that finds it gone, not at each later one.
    const before = await lastFinished(store, claim);
    const notify = before?.reason !== 'content-gone' || before.detail !== rendered.detail;
    return { kind: 'failed', reason: 'content-gone', detail: rendered.detail, notify };
  }
  const next = rendered.next === undefined ? null : (rendered.next ?? PLAN_ENDS);
  const { channel } = schedule;
  if (!(await noteSending(store, claim, { now: clock.now(), channel, position, next }))) return { kind: 'lost' };
  const limit = timeLimit(context, times.sendTimeoutMs);
  const { payload, title } = rendered;
  const message = { channel, payload, title, tag: schedule.tag, nonce: claim.id, signal: limit.signal };
  const result = await outbox.send(message).finally(limit.cancel);
  return withFollowUps(outcomeOf(result, claim, context), schedule);
}

function outcomeOf(result: SendResult, claim: Claim, context: DeliveryContext): RunOutcome {
  switch (result.kind) {
    case 'posted':
      return { kind: 'posted', message: result.message, channel: result.channel };
    case 'rejected':
      if (result.reason !== 'refused') return refused(claim, result.reason, result.detail);
      return { kind: 'failed', reason: 'refused', detail: result.detail, notify: true };
    case 'busy':
      if (hasGivenUp(claim, context)) return unreachable(result.detail);
      return {
        kind: 'retry',
        notBefore: retryAt(claim, context, result.retryAfterMs),
        sent: 'certainly-not',
        detail: result.detail,
      };
    case 'unknown':
      return {
        kind: 'retry',
        notBefore: context.clock.now() + context.times.flightMs,
        sent: 'maybe',
        detail: result.detail,
      };
    default:
      return result satisfies never;
  }
}

/** Adds what a digest wants done with a message that was posted. */
function withFollowUps(outcome: RunOutcome, { publish, thread }: Schedule): RunOutcome {
  const kinds: FollowUpKind[] = [...(publish ? (['publish'] as const) : []), ...(thread ? (['thread'] as const) : [])];
  return outcome.kind === 'posted' && kinds.length > 0 ? { ...outcome, followUps: kinds } : outcome;
}

function hasGivenUp({ firstTried }: Claim, { clock, times }: DeliveryContext): boolean {
  return clock.now() - firstTried > times.giveUpMs;
}

function retryAt({ attempt }: Claim, { clock, times, random }: DeliveryContext, retryAfterMs = 0): number {
  const [first, longest] = times.backoffMs;
  const pause = Math.min(longest, first * 2 ** Math.min(attempt - 1, 30));
  return clock.now() + Math.ceil(Math.max(retryAfterMs, pause * (0.5 + random() / 2)));
}

function timeLimit({ clock }: DeliveryContext, ms: number) {
  const controller = new AbortController();
  return { signal: controller.signal, cancel: clock.after(ms, () => controller.abort()) };
}

function unreachable(detail: string): RunOutcome {
  return { kind: 'failed', reason: 'unreachable', detail, notify: true };
}

function uncertain(detail: string): RunOutcome & { readonly kind: 'skipped' | 'failed' | 'uncertain' } {
  return { kind: 'uncertain', reason: 'unknown-outcome', detail, notify: true };
}

/**
 * A run that the channel refuses stops the schedule, unless a member asked for the run: the schedule will notice by
 * itself.
 */
function refused({ manual }: Claim, reason: 'forbidden' | 'gone', detail?: string): RunOutcome {
  return { kind: 'failed', reason, detail, notify: true, disable: manual ? undefined : reason };
}
