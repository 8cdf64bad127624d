import { Events, type Client } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../../app/app.ts';
import { systemClock, type Clock } from '../../schedule/times/clock.ts';
import { startTicker } from '../../schedule/startTicker.ts';
import { noteLeft, noteMember, notedMemberships } from '../../settings/memberships.ts';
import { forgetServers, type KeptOfServers } from './forgetServers.ts';

const MAX_SLEEP_MS = 3_600_000;

interface FollowOptions {
  readonly client: Client<true>;
  readonly app: Pick<App, 'access'> & KeptOfServers;
  readonly log: Logger;
  readonly clock?: Clock;
  /** Whether changes of a server come to this client. Default: those of every server. */
  readonly isOurs?: (guild: string) => boolean;
}

/** Keeps track of which servers the bot is in. */
export interface Following {
  /** Resolves once the changes made while the bot was offline have been recorded. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Keeps track of which servers the bot is in, including changes while it was offline. A server that removes the bot has
 * its digests stopped, and is forgotten after 30 days unless the bot comes back. A server that is only unavailable
 * still counts. Warns if several servers see every article.
 */
export function followMemberships({
  client,
  app,
  log,
  clock = systemClock,
  isOurs = () => true,
}: FollowOptions): Following {
  const application = client.application.id;
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): void => {
    last = last
      .then(work)
      .catch((error: unknown) => log.error({ err: error }, 'a change of servers could not be noted'));
  };
  const joined = (guild: string): void => inTurn(async () => noteMember(await app.store(), { application, guild }));
  const left = (guild: string): void =>
    inTurn(async () => {
      await noteLeft(await app.store(), { application, guild, now: clock.now() });
      log.info({ guild }, 'removed from a server; its digests are stopped, and in 30 days it is forgotten');
    });
  const warn = (): void => {
    const servers = client.guilds.cache.size;
    if (servers > 1 && app.access().kind === 'open')
      log.warn({ servers }, 'everybody in all servers sees every article; `rapporteur access grant` keeps them apart');
  };
  const onJoined = ({ id }: { readonly id: string }): void => {
    joined(id);
    warn();
  };
  const onLeft = ({ id }: { readonly id: string }): void => left(id);
  client.on(Events.GuildCreate, onJoined);
  client.on(Events.GuildDelete, onLeft);
  inTurn(async () => {
    const known = await notedMemberships(await app.store(), application);
    for (const guild of known) if (isOurs(guild) && !client.guilds.cache.has(guild)) left(guild);
    for (const guild of client.guilds.cache.keys()) joined(guild);
  });
  warn();
  const ticker = startTicker({
    clock,
    maxSleepMs: MAX_SLEEP_MS,
    tick: async (now) => forgetServers(app, { application, now, log }),
    onError: (error) => log.error({ err: error }, 'servers that removed the bot could not be forgotten'),
  });
  return {
    ready: settled(() => last),
    async close() {
      client.off(Events.GuildCreate, onJoined);
      client.off(Events.GuildDelete, onLeft);
      await ticker.close();
      await last;
    },
  };
}

/** Waits for a chain of work, including work added to it meanwhile. */
async function settled(chain: () => Promise<void>): Promise<void> {
  for (let seen = chain(); ; seen = chain()) {
    await seen;
    if (seen === chain()) return;
  }
}
