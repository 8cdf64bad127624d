import { ANNOUNCEMENT_TITLES } from '../reply/words/messages/announcement.ts';
import { noteAnnouncing, type AnnouncementClaim, type AnnouncementOutcome } from '../settings/announcements.ts';
import type { DeliveryContext } from './delivery.ts';

/** How long an announcement is retried, from its first attempt; granting a missing permission may take a day. */
const GIVE_UP_MS = 86_400_000;

export interface AnnouncementContext extends Pick<DeliveryContext, 'store' | 'outbox' | 'clock' | 'random' | 'times'> {
  /** Builds the message, with the id in the `custom_id` of a button; undefined if there is nothing left to announce. */
  readonly renderAnnouncement: (claim: AnnouncementClaim) => Promise<unknown>;
}

/** The outcome of an attempt, with the error if there was one; `lost` if another process has taken it over. */
export type AnnouncementAttempt =
  | (AnnouncementOutcome & { readonly problem?: string | undefined })
  | { readonly kind: 'lost' };

/**
 * Attempts one announcement, as `deliver` does a digest: if the outcome of an earlier attempt is unknown, the message
 * is looked for before another is sent, and in doubt none is. Unlike a digest it is retried when the channel refuses
 * it, since it has no later run. Rejects if it cannot be rendered: the claim's lease ends and it is retried, for a day
 * at most.
 */
export async function deliverAnnouncement(
  claim: AnnouncementClaim,
  context: AnnouncementContext,
): Promise<AnnouncementAttempt> {
  const { outbox, clock, times } = context;
  if (claim.sentAt !== null) {
    const lands = claim.sentAt + times.flightMs;
    if (clock.now() < lands) return { kind: 'retry', notBefore: lands, sent: 'maybe' };
    const limit = timeLimit(context, times.leaseMs);
    const search = { channel: claim.channel, marker: claim.id, since: claim.sentAt };
    const found = await outbox.find({ ...search, signal: limit.signal }).finally(limit.cancel);
    if (found.kind === 'found') return { kind: 'posted', message: found.message };
    if (found.kind === 'unclear' || (found.kind === 'busy' && hasGivenUp(claim, context)))
      return { kind: 'uncertain', detail: found.detail, problem: found.detail };
    if (found.kind === 'busy')
      return { ...again(claim, context, found.retryAfterMs), sent: 'maybe', problem: found.detail };
  }
  return post(claim, context);
}

async function post(claim: AnnouncementClaim, context: AnnouncementContext): Promise<AnnouncementAttempt> {
  const { store, outbox, clock, times } = context;
  let payload: unknown;
  try {
    payload = await context.renderAnnouncement(claim);
  } catch (error) {
    if (!hasGivenUp(claim, context)) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', detail, problem: detail };
  }
  if (payload === undefined) return { kind: 'skipped', detail: 'not-shown' };
  if (!(await noteAnnouncing(store, claim, { now: clock.now(), leaseMs: times.leaseMs }))) return { kind: 'lost' };
  const limit = timeLimit(context, times.sendTimeoutMs);
  const { channel, id: nonce } = claim;
  const result = await outbox
    .send({ channel, payload, title: ANNOUNCEMENT_TITLES[claim.about], nonce, signal: limit.signal })
    .finally(limit.cancel);
  switch (result.kind) {
    case 'posted':
      return { kind: 'posted', message: result.message };
    case 'unknown':
      return { kind: 'retry', notBefore: clock.now() + times.flightMs, sent: 'maybe', problem: result.detail };
    case 'rejected':
    case 'busy':
      if (hasGivenUp(claim, context)) return { kind: 'failed', detail: result.detail, problem: result.detail };
      return {
        ...again(claim, context, result.kind === 'busy' ? result.retryAfterMs : undefined),
        sent: 'certainly-not',
        problem: result.detail,
      };
    default:
      return result satisfies never;
  }
}

function hasGivenUp({ firstTried }: AnnouncementClaim, { clock }: AnnouncementContext): boolean {
  return clock.now() - firstTried > GIVE_UP_MS;
}

function again({ attempt }: AnnouncementClaim, { clock, times, random }: AnnouncementContext, retryAfterMs = 0) {
  const [first, longest] = times.backoffMs;
  const pause = Math.min(longest, first * 2 ** Math.min(attempt - 1, 30));
  return {
    kind: 'retry',
    notBefore: clock.now() + Math.ceil(Math.max(retryAfterMs, pause * (0.5 + random() / 2))),
  } as const;
}

function timeLimit({ clock }: AnnouncementContext, ms: number) {
  const controller = new AbortController();
  return { signal: controller.signal, cancel: clock.after(ms, () => controller.abort()) };
}
