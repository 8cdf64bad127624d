import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { readAccess } from '../../access/readAccess.ts';
import { formatProblem } from '../../article/problem.ts';
import type { Config } from '../../runtime/config.ts';
import { requestDiscord } from './requestDiscord.ts';
import type { Finding } from './finding.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/**
 * Says who may see which article. Several servers that see the same articles are usually a mistake, and hard to notice.
 */
export async function checkAccess({
  corpus,
  config,
}: {
  readonly corpus: string;
  readonly config: Config;
}): Promise<Finding> {
  const name = 'access';
  const reading = await readAccess(corpus);
  if (reading.kind === 'broken') return { name, state: 'fail', detail: formatProblem(entryAt(reading.problems, 0)) };
  if (reading.access.kind === 'granted')
    return { name, state: 'ok', detail: 'access.json says who sees which article; `rapporteur access show` lists it' };
  const servers = await countServers(config);
  if (servers > 1)
    return {
      name,
      state: 'warn',
      detail: `everybody in all ${servers} servers sees every article; \`rapporteur access grant\` keeps them apart`,
    };
  return { name, state: 'ok', detail: 'open: everybody sees every article' };
}

/** Returns 0 if it is not known; another check reports the reason. */
async function countServers({ DISCORD_TOKEN: token, DISCORD_API: api }: Config): Promise<number> {
  if (token === undefined) return 0;
  try {
    const response = await requestDiscord(Routes.userGuilds(), { token, api });
    return z.array(z.unknown()).parse(await response.json()).length;
  } catch {
    return 0;
  }
}
