import type { Logger } from 'pino';
import { forgetOldGaps } from '../../settings/gaps.ts';
import { forgetLeft } from '../../settings/memberships.ts';
import { forgetOldVotes } from '../../settings/votes.ts';
import type { Store } from '../../store/store.ts';

/** Forgets what is too old to be kept of servers. Returns when the next one that removed the bot is due. */
export async function forgetServers(
  store: Store,
  { application, now, log }: { readonly application: string; readonly now: number; readonly log: Logger },
): Promise<number | undefined> {
  await forgetOldGaps(store, now);
  await forgetOldVotes(store, now);
  const { forgotten, next } = await forgetLeft(store, { application, now });
  if (forgotten.length > 0) log.info({ guilds: forgotten }, 'forgot servers that removed the bot 30 days ago');
  return next;
}
