import { expect, test, vi } from 'vitest';
import { interact, roomInfo, slash } from 'discord-room/member';
import { startReplicas, type Replicas } from './replicas.ts';

const LIMIT_MS = 240_000;
const HAS_IT = /this replica has the gateway/u;
const TAKEOVER_MS = 60_000;

const connected = ({ room }: Replicas): readonly string[] =>
  room
    .shards()
    .map(([id, total]) => `${id} of ${total}`)
    .toSorted();

/** Uses a command in the home server, and in direct messages, which are always on the first shard. */
async function useOn(replicas: Replicas, where: 'server' | 'direct'): Promise<number> {
  const { members } = await roomInfo(replicas.room);
  const body = await slash(replicas.room, 'help', []);
  const direct = { guild_id: null, channel_id: members[0]!.dm_channel_id };
  return (await interact(replicas.room, members[0]!, { ...body, ...(where === 'direct' ? direct : {}) })).status;
}

test(
  'each replica connects its own shards, and another one takes over those of a dead one, and no others',
  async () => {
    const replicas = await startReplicas();
    const home = Number((BigInt(replicas.room.world.homeGuildId) >> 22n) % 2n);
    const other = 1 - home;
    const first = await replicas.add({ SHARDS: '2', SHARD_IDS: String(home) });
    await first.says(HAS_IT);
    expect(connected(replicas)).toEqual([`${home} of 2`]);
    const second = await replicas.add({ SHARDS: '2', SHARD_IDS: String(other) });
    await second.says(HAS_IT);
    expect(connected(replicas)).toEqual(['0 of 2', '1 of 2']);
    await vi.waitFor(async () => expect(await useOn(replicas, 'server')).toBe(200), { timeout: 30_000 });
    expect(await useOn(replicas, 'direct')).toBe(200);
    const standby = await replicas.add({ SHARDS: '2', SHARD_IDS: String(home) });
    await standby.says(/another replica has the gateway; this one stands by/u);
    first.child.kill('SIGKILL');
    await vi.waitFor(() => expect(connected(replicas)).toEqual([`${other} of 2`]));
    await standby.says(HAS_IT);
    expect(connected(replicas)).toEqual(['0 of 2', '1 of 2']);
    expect(second.output()).not.toContain('is lost');
    await vi.waitFor(async () => expect(await useOn(replicas, 'server')).toBe(200), {
      timeout: TAKEOVER_MS,
      interval: 500,
    });
  },
  LIMIT_MS,
);

test(
  'SHARDS=auto connects as many shards as Discord recommends',
  async () => {
    const replicas = await startReplicas({ recommendedShards: 2 });
    const bot = await replicas.add({ SHARDS: 'auto' });
    await bot.says(HAS_IT);
    expect(connected(replicas)).toEqual(['0 of 2', '1 of 2']);
    await vi.waitFor(async () => expect(await useOn(replicas, 'server')).toBe(200), { timeout: 30_000 });
    expect(await useOn(replicas, 'direct')).toBe(200);
  },
  LIMIT_MS,
);
