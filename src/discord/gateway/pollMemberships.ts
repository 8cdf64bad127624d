import { Routes } from 'discord-api-types/v10';
import type { REST } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { systemClock, type Clock } from '../../schedule/times/clock.ts';
import { startTicker } from '../../schedule/startTicker.ts';
import { noteLeft, noteMember, notedMemberships } from '../../settings/memberships.ts';
import { forgetServers, type KeptOfServers } from './forgetServers.ts';

/** How often Discord is asked which servers the bot is in. */
const POLL_EVERY_MS = 600_000;
/** The most servers that Discord lists in one answer. */
const PAGE = 200;

interface PollOptions {
  readonly rest: Pick<REST, 'get'>;
  readonly application: string;
  readonly app: Pick<App, 'access'> & KeptOfServers;
  readonly log: Logger;
  readonly clock?: Clock;
}

const pageSchema = z.array(z.object({ id: z.string() }));

/**
 * Keeps track of which servers the bot is in, without a gateway: asks Discord for all of them every ten minutes. The
 * effects are those of `followMemberships`. A list that could not be read to its end changes nothing, and a server is only
 * given up when two lists in a row lack it, since that stops its digests.
 */
export function pollMemberships({ rest, application, app, log, clock = systemClock }: PollOptions): {
  readonly close: () => Promise<void>;
} {
  let warned = false;
  let missing: ReadonlySet<string> = new Set();
  const ticker = startTicker({
    clock,
    maxSleepMs: POLL_EVERY_MS,
    tick: async (now) => {
      const store = await app.store();
      const present = await listServers(rest);
      const known = new Set(await notedMemberships(store, application));
      for (const guild of present) if (!known.has(guild)) await noteMember(store, { application, guild });
      const gone = new Set([...known].filter((guild) => !present.has(guild)));
      for (const guild of gone) {
        if (!missing.has(guild)) continue;
        await noteLeft(store, { application, guild, now });
        log.info({ guild }, 'removed from a server; its digests are stopped, and in 30 days it is forgotten');
      }
      missing = gone;
      if (!warned && present.size > 1 && app.access().kind === 'open') {
        warned = true;
        log.warn(
          { servers: present.size },
          'everybody in all servers sees every article; `rapporteur access grant` keeps them apart',
        );
      }
      await forgetServers(app, { application, now, log });
      return now + POLL_EVERY_MS;
    },
    onError: (error) => log.warn({ err: error }, 'it could not be read which servers the bot is in'),
  });
  return { close: () => ticker.close() };
}

/** Lists the ids of all servers that the bot is in. */
async function listServers(rest: PollOptions['rest']): Promise<ReadonlySet<string>> {
  const servers = new Set<string>();
  for (let after = '0'; ;) {
    const query = new URLSearchParams({ limit: String(PAGE), after });
    const page = pageSchema.parse(await rest.get(Routes.userGuilds(), { query }));
    for (const { id } of page) servers.add(id);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return servers;
    after = last.id;
  }
}
