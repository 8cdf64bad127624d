import type { App } from '../app/app.ts';
import type { Article } from '../article/article.ts';
import { ANNOUNCE_LEASE_MS } from '../settings/announced.ts';
import { announceArticles } from './announceArticles.ts';
import type { BotOptions } from './bot.ts';
import { createRest } from './createRest.ts';

/** What tells servers of new articles. */
export interface Announcing {
  /** Looks for what is new, after the looks that were asked for before; what goes wrong is logged. */
  announce(): void;
  /** Looks no more. */
  close(): void;
}

/** Begins to tell servers of new articles: now, and once more when what a process that died had taken on is free again. */
export function startAnnouncing(
  { token, api, log }: Pick<BotOptions, 'token' | 'api' | 'log'>,
  { app, readerAddress }: { readonly app: App; readonly readerAddress: () => string | undefined },
): Announcing {
  const rest = createRest({ token, api });
  const linkTo = ({ id, url }: Article): string | undefined => {
    const address = readerAddress();
    return address === undefined ? url : `${address.replace(/\/+$/u, '')}/read/${id}`;
  };
  const look = (): Promise<void> =>
    announceArticles({ app, rest, linkTo, now: Date.now(), log: (event, message) => log.info(event, message) });
  let last = Promise.resolve();
  const announce = (): void => {
    last = last.then(look).catch((error: unknown) => log.error({ err: error }, 'new articles could not be announced'));
  };
  announce();
  const again = setTimeout(announce, ANNOUNCE_LEASE_MS + 1000);
  return { announce, close: () => clearTimeout(again) };
}
