import type { App } from '../../app/app.ts';
import type { Article } from '../../article/article.ts';
import { DELIVERY_TIMES } from '../../delivery/delivery.ts';
import { startAnnouncements } from '../../delivery/startAnnouncements.ts';
import { systemClock } from '../../schedule/times/clock.ts';
import { announceArticles } from './announceArticles.ts';
import type { BotOptions } from '../bot.ts';
import { createOutbox } from './createOutbox.ts';
import type { Places } from './places.ts';
import { createTokenGuard } from '../gateway/tokenGuard.ts';
import type { LinkSigner } from '../../reader/linkSigner.ts';
import { signedUrl } from '../../reader/signedLinks.ts';
import { renderAnnouncement } from './renderAnnouncement.ts';

/** Announces new articles to servers. */
export interface Announcing {
  /** Looks for new articles; errors are logged and retried. */
  announce(): void;
  /** Stops looking, and waits for what is in progress. */
  close(): Promise<void>;
}

interface AnnouncingOptions {
  readonly app: App;
  readonly places: Places;
  readonly readerAddress: () => string | undefined;
  readonly signer: LinkSigner;
}

/** Starts announcing new articles: those added since the last time, and each one that is added later. */
export async function startAnnouncing(
  {
    token,
    api,
    log,
    guard = createTokenGuard({ token, api, log }),
  }: Pick<BotOptions, 'token' | 'api' | 'log' | 'guard'>,
  { app, places, readerAddress, signer }: AnnouncingOptions,
): Promise<Announcing> {
  const store = await app.store();
  const { bot, look } = places;
  const linkTo = ({ id, url }: Article): string | undefined => {
    const address = readerAddress();
    if (address === undefined) return url;
    return signedUrl(`${address.replace(/\/+$/u, '')}/read/${id}`, { access: app.access, signer });
  };
  let complete = false;
  const announcements = startAnnouncements({
    store,
    outbox: createOutbox({ token, api, bot, look, createRest: guard.createRest }),
    clock: systemClock,
    random: Math.random,
    times: DELIVERY_TIMES,
    log,
    renderAnnouncement: (claim) => renderAnnouncement(claim, { app, look, linkTo }),
    async addNew() {
      if (complete) return;
      // Set first, so that a change made meanwhile is picked up next time.
      complete = true;
      try {
        const all = await announceArticles({
          app,
          look,
          now: Date.now(),
          log: (event, message) => log.error(event, message),
        });
        complete &&= all;
      } catch (error) {
        complete = false;
        throw error;
      }
    },
  });
  return {
    announce() {
      complete = false;
      announcements.wake();
    },
    close: () => announcements.close(),
  };
}
