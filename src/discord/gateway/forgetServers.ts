import type { Logger } from 'pino';
import type { App } from '../../app/app.ts';
import { forgetOldGaps } from '../../settings/gaps.ts';
import { forgetLeft } from '../../settings/memberships.ts';
import { forgetOldVotes } from '../../settings/votes.ts';

/** Where what is kept of servers is: the store, and the articles that they have added. */
export type KeptOfServers = Pick<App, 'store'> & Partial<Pick<App, 'added'>>;

/**
 * Forgets what is too old to be kept of servers, and the articles that those added which removed the bot 30 days ago.
 * Returns when the next one that removed the bot is due.
 */
export async function forgetServers(
  app: KeptOfServers,
  { application, now, log }: { readonly application: string; readonly now: number; readonly log: Logger },
): Promise<number | undefined> {
  const store = await app.store();
  await forgetOldGaps(store, now);
  await forgetOldVotes(store, now);
  const forgetElsewhere = async (guild: string): Promise<boolean> => {
    const { left, reason } = (await app.added?.forget(guild)) ?? { left: 0 };
    if (left > 0) log.error({ guild, left, reason }, 'articles of a server that removed the bot could not be deleted');
    return left === 0;
  };
  const { forgotten, next } = await forgetLeft(store, { application, now, forgetElsewhere });
  if (forgotten.length > 0) log.info({ guilds: forgotten }, 'forgot servers that removed the bot 30 days ago');
  return next;
}
