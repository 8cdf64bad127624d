import {
  type AnnouncementClaim,
  claimAnnouncements,
  finishAnnouncement,
  nextAnnouncement,
} from '../settings/announcements.ts';
import { startTicker } from '../schedule/startTicker.ts';
import { deliverAnnouncement, type AnnouncementContext } from './deliverAnnouncement.ts';
import type { Delivery, DeliveryLog } from './startDelivery.ts';

export interface AnnouncementsOptions extends AnnouncementContext {
  readonly log: DeliveryLog;
  /** Adds new articles to the queue; called each time before the queue is read. */
  readonly addNew: () => Promise<void>;
}

/** How many announcements are attempted at the same time. */
const AT_ONCE = 4;

/** Starts posting queued announcements; each is retried until it is posted or given up. */
export function startAnnouncements(options: AnnouncementsOptions): Delivery {
  const { store, clock, times, log } = options;

  async function attempt(claim: AnnouncementClaim): Promise<void> {
    const { guild, channel, articles } = claim;
    const ids = { announcement: claim.id, server: guild, channel, articles, attempt: claim.attempt };
    try {
      const outcome = await deliverAnnouncement(claim, options);
      if (outcome.kind === 'lost') return log.warn(ids, 'an announcement was taken over by another process');
      await finishAnnouncement(store, claim, { outcome, now: clock.now() });
      const { problem: reason } = outcome;
      if (reason !== undefined)
        log.error({ ...ids, outcome: outcome.kind, reason }, 'new articles could not be announced');
      else log.info({ ...ids, outcome: outcome.kind }, 'attempted an announcement');
    } catch (error) {
      // Its lease expires; the next claim finds out whether it was posted.
      log.error({ ...ids, err: error }, 'an announcement failed');
    }
  }

  const ticker = startTicker({
    clock,
    async tick() {
      await options.addNew();
      const now = clock.now();
      const claims = await claimAnnouncements(store, { now, leaseMs: times.leaseMs, limit: AT_ONCE });
      await Promise.all(claims.map(attempt));
      return nextAnnouncement(store);
    },
    onError: (error) => log.error({ err: error }, 'looking for new articles to announce failed'),
  });
  return { wake: () => ticker.wake(), close: () => ticker.close() };
}
