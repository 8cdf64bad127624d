import { missingPermissions, obstacleIn, type Obstacle } from '../../delivery/postingPermissions.ts';
import { channelByRest, type GetResource } from '../../discord/posting/channelByRest.ts';
import { readableSchedules, type Schedule } from '../../schedule/schedule.ts';
import type { Store } from '../../store/store.ts';
import type { Finding } from './finding.ts';

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  locked: 'the thread is locked; unlock it, or give the bot Manage Threads',
  'tag-required': 'the forum requires a tag on each post, and digests have none; turn that off in its settings',
};

/**
 * Checks whether the bot may post in the channel of each digest; returns a finding for each channel where it may not,
 * or one for all.
 */
export async function checkChannels(
  store: Store,
  { get, bot }: { readonly get: GetResource; readonly bot: string },
): Promise<readonly Finding[]> {
  const schedules = readableSchedules(await store.db.selectFrom('schedule').selectAll().orderBy('channel').execute());
  if (schedules.length === 0) return [];
  const byChannel = Map.groupBy(schedules, ({ channel }) => channel);
  const checks: Finding[] = [];
  for (const [channel, digests] of byChannel) {
    const detail = await problemOf(channel, { get, bot });
    if (detail !== undefined)
      checks.push({
        name: 'digests',
        state: 'warn',
        detail: `${digestNames(digests)} in channel ${channel}: ${detail}`,
      });
  }
  if (checks.length > 0) return checks;
  const detail = `the bot may post in ${byChannel.size === 1 ? 'the channel' : `each of the ${byChannel.size} channels`} they are for`;
  return [{ name: 'digests', state: 'ok', detail }];
}

async function problemOf(
  channel: string,
  { get, bot }: { readonly get: GetResource; readonly bot: string },
): Promise<string | undefined> {
  const view = await channelByRest(get, { channel, bot });
  switch (view.kind) {
    case 'gone':
      return 'the bot cannot see it; let it View Channel in the channel’s settings under Permissions, or let /digest edit name another one';
    case 'unknown':
      return 'what the bot may do there cannot be told now; try again later';
    case 'channel': {
      const missing = missingPermissions(view).map((name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' '));
      if (missing.length > 0)
        return `the bot lacks ${missing.join(', ')}; grant that in the channel’s settings under Permissions, to its role or to itself`;
      const obstacle = obstacleIn(view);
      return obstacle === undefined ? undefined : OBSTACLES[obstacle];
    }
    default:
      return view satisfies never;
  }
}

function digestNames(digests: readonly Schedule[]): string {
  return digests.map(({ name }) => `"${name}"`).join(', ');
}
