import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFaults } from '../src/fault.ts';
import { createRateLimits } from '../src/http/rateLimit.ts';
import { startRoom, type Room } from '../src/room.ts';
import { startBot, type Bot } from './bot.ts';
import { request, roomInfo } from '../src/member.ts';

describe('createFaults', () => {
  test('strikes by method, path, number of times and chance', () => {
    const faults = createFaults(() => 0.5);
    faults.set([
      { kind: 'status', method: 'post', path: '^/channels/', status: 503, times: 1 },
      { kind: 'drop', path: '^/channels/', probability: 0.4 },
      { kind: 'delay', path: '^/channels/', delay_ms: [10, 20], probability: 0.6 },
    ]);
    expect(faults.pick('GET', '/users/@me')).toEqual({ delayBeforeMs: 0, delayAfterMs: 0 });
    expect(faults.pick('POST', '/channels/1').outcome?.status).toBe(503);
    expect(faults.pick('POST', '/channels/1')).toEqual({ delayBeforeMs: 15, delayAfterMs: 0 });
    expect(faults.list().map((fault) => fault.hits)).toEqual([1, 0, 1]);
  });

  test('refuses what is no fault', () => {
    expect(() => createFaults().set([{ kind: 'drop', path: '(' }])).toThrow(/regular expression/);
  });
});

describe('createRateLimits', () => {
  test('allows five messages per channel in five seconds', () => {
    let now = 0;
    const limit = createRateLimits(() => now);
    const create = (channel: number): number | undefined => limit('POST', `/channels/${channel}/messages`).retryAfterMs;
    expect([1, 1, 1, 1, 1, 1, 2].map(create)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      5000,
      undefined,
    ]);
    now = 4999;
    expect(create(1)).toBe(1);
    now = 5000;
    expect(limit('POST', '/channels/1/messages').headers).toMatchObject({
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '4',
      'x-ratelimit-reset-after': '5.000',
    });
  });

  test('allows fifty requests a second in total, except callbacks', () => {
    const limit = createRateLimits(() => 0);
    const all = Array.from({ length: 51 }, () => limit('GET', '/users/@me'));
    expect(all.filter((verdict) => verdict.retryAfterMs === undefined)).toHaveLength(50);
    expect(all.at(-1)).toMatchObject({ global: true, headers: { 'x-ratelimit-scope': 'global' } });
    expect(limit('POST', '/interactions/1/token/callback').retryAfterMs).toBeUndefined();
  });
});

describe('a room with faults', () => {
  let room: Room;
  let bot: Bot;
  let channelId: string;

  beforeEach(async () => {
    room = await startRoom();
    bot = await startBot(room);
    channelId = (await roomInfo(room)).channels[0]!.id;
  });
  afterEach(async () => {
    await bot.close();
    await room.close();
  });

  const send = async (): Promise<unknown> => {
    const channel = bot.client.channels.cache.get(channelId);
    return channel?.isSendable() ? (await channel.send('x')).id : undefined;
  };
  const posted = (): number => room.world.messages.get(channelId)!.length;
  const path = '^/channels/\\d+/messages$';

  test('discord.js waits a 429 out', async () => {
    room.setFaults([{ kind: 'status', status: 429, retry_after: 0.05, path, times: 1 }]);
    await send();
    expect(posted()).toBe(1);
  });

  test('discord.js tries again after a 5xx, which doubles what was accepted', async () => {
    room.setFaults([{ kind: 'status', status: 502, path, times: 1, when: 'after' }]);
    await send();
    expect(posted()).toBe(2);
  });

  test('a connection dropped before nothing is posted, and dropped after it is', async () => {
    const one = async (when: 'before' | 'after'): Promise<void> => {
      await request(room, '/room/faults', { body: { faults: [{ kind: 'drop', path, when }] } });
      await expect(
        request(room, `/api/v10/channels/${channelId}/messages`, {
          authorization: `Bot ${room.token}`,
          body: { content: 'x' },
        }),
      ).rejects.toThrow('fetch failed');
    };
    await one('before');
    expect(posted()).toBe(0);
    await one('after');
    expect(posted()).toBe(1);
  });

  test('members are spared', async () => {
    room.setFaults([{ kind: 'status', status: 500 }]);
    const { members } = await roomInfo(room);
    const answer = await request(room, `/api/v10/channels/${channelId}/messages`, { authorization: members[0]!.token });
    expect(answer.status).toBe(200);
  });
});
