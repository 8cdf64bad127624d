import { ChannelType, PermissionFlagsBits as Bit } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outbox, SendResult } from '../../../src/delivery/outbox.ts';
import { createOutbox } from '../../../src/discord/posting/createOutbox.ts';
import { lookUpChannel } from '../../../src/discord/posting/lookUpChannel.ts';
import { deleteChannel, setOverwrite } from 'discord-room/channel';
import { startRoom, type Room } from 'discord-room';
import { startBot, until, type Bot } from '../../../packages/room/test/bot.ts';

let room: Room;
let bot: Bot;
let outbox: Outbox;

beforeEach(async () => {
  room = await startRoom({ recordFile: process.env['RAPPORTEUR_TEST_RECORD'] });
  bot = await startBot(room, { commands: [] });
  outbox = createOutbox({
    token: room.token,
    api: `${room.address}/api`,
    bot: room.world.applicationId,
    look: (channel) => lookUpChannel(bot.client, channel),
  });
});
afterEach(async () => {
  await bot.close();
  await room.close();
});

const channelOf = (type: number): string =>
  [...room.world.channels.values()].find(
    (channel) => channel.type === type && channel.guildId === room.world.homeGuildId,
  )!.id;

const payload = (marker: string) => ({
  flags: 32_768,
  components: [
    { type: 10, content: 'A digest.' },
    { type: 1, components: [{ type: 2, style: 2, label: 'More', custom_id: `digest:${marker}:1` }] },
  ],
});

function send(channel: string, { nonce = 'run-1', timeoutMs = 5000 } = {}): Promise<SendResult> {
  const signal = AbortSignal.timeout(timeoutMs);
  return outbox.send({ channel, payload: payload(nonce), title: 'Section one', nonce, signal });
}

const find = (channel: string, marker = 'run-1') =>
  outbox.find({ channel, marker, since: Date.now() - 1000, signal: AbortSignal.timeout(5000) });

/** How many messages stand in a channel, or how many posts in a forum. */
const count = (channel: string): number =>
  [...room.world.channels.values()].filter(({ parentId, id }) => parentId === channel && Number(id) > 0).length +
  (room.world.messages.get(channel)?.length ?? 0);

describe('createOutbox', () => {
  test.each([
    ['a text channel', ChannelType.GuildText],
    ['an announcement channel', ChannelType.GuildAnnouncement],
    ['a thread', ChannelType.PublicThread],
    ['a forum', ChannelType.GuildForum],
  ])('posts in %s, and finds the message by its marker', async (_, type) => {
    const channel = channelOf(type);
    expect(await outbox.preflight(channel, room.world.homeGuildId)).toEqual({ kind: 'ok' });
    expect(await find(channel)).toEqual({ kind: 'absent' });
    const before = count(channel);
    const sent = await send(channel);
    expect(sent).toMatchObject({ kind: 'posted' });
    expect(count(channel)).toBe(before + 1);
    expect(await find(channel)).toMatchObject({ kind: 'found', message: sent.kind === 'posted' && sent.message });
    expect(await find(channel, 'run-2')).toEqual({ kind: 'absent' });
  });

  test('posts a nonce once while Discord remembers it', async () => {
    const channel = channelOf(ChannelType.GuildText);
    const before = count(channel);
    const [first, second] = [await send(channel), await send(channel)];
    expect(second).toEqual(first);
    room.advance(120_001);
    expect(await send(channel)).not.toEqual(first);
    expect(count(channel)).toBe(before + 2);
  });

  test.each([
    [
      { kind: 'status', status: 429, retry_after: 3 },
      { kind: 'busy', detail: 'rate limited (429)' },
    ],
    [
      { kind: 'status', status: 500 },
      { kind: 'unknown', detail: 'Discord failed (500)' },
    ],
    [
      { kind: 'status', status: 403, code: 50_013 },
      { kind: 'rejected', reason: 'forbidden' },
    ],
    [
      { kind: 'status', status: 404, code: 10_003 },
      { kind: 'rejected', reason: 'gone' },
    ],
    [
      { kind: 'status', status: 400, code: 50_035 },
      { kind: 'rejected', reason: 'refused' },
    ],
    [{ kind: 'drop' }, { kind: 'unknown' }],
    [{ kind: 'drop', when: 'after' }, { kind: 'unknown' }],
    [{ kind: 'delay', delay_ms: 1000 }, { kind: 'unknown' }],
  ] as const)('sends once under %o, and knows what came of it: %o', async (fault, result) => {
    const channel = channelOf(ChannelType.GuildText);
    room.setFaults([{ ...fault, method: 'POST' }]);
    expect(await send(channel, { timeoutMs: 300 })).toMatchObject(result);
    const hits = (await (await fetch(`${room.address}/room/faults`)).json()) as { faults: readonly { hits: number }[] };
    expect(hits.faults[0]!.hits).toBe(1);
  });

  test('is not sent if nothing listens', async () => {
    const dead = createOutbox({
      token: 'x',
      api: 'http://127.0.0.1:9/api',
      bot: '1',
      look: async () => ({ kind: 'channel', type: ChannelType.GuildText, guild: '1', permissions: 0n }),
    });
    const message = { channel: '1', payload: {}, title: '', nonce: 'n', signal: AbortSignal.timeout(5000) };
    expect(await dead.send(message)).toMatchObject({ kind: 'busy' });
  });

  test('names missing permissions, and does not look where it could not see', async () => {
    const channel = room.world.channels.get(channelOf(ChannelType.GuildText))!;
    const everyone = room.world.homeGuildId;
    const managed = [...room.world.guilds.get(everyone)!.members.get(room.world.applicationId)!.roles];
    for (const id of [everyone, ...managed]) {
      setOverwrite(room.world, channel, { id, type: 0, allow: 0n, deny: Bit.ReadMessageHistory | Bit.SendMessages });
    }
    await until(
      () =>
        !bot.client.channels.cache.get(channel.id)!.isDMBased() &&
        bot.client.guilds.cache
          .first()!
          .channels.cache.get(channel.id)!
          .permissionsFor(bot.client.user)
          ?.has(Bit.ReadMessageHistory) === false,
    );
    expect(await outbox.preflight(channel.id, room.world.homeGuildId)).toEqual({
      kind: 'missing',
      permissions: ['SendMessages', 'ReadMessageHistory'],
    });
    expect(await find(channel.id)).toEqual({ kind: 'unclear', reason: 'forbidden', detail: 'ReadMessageHistory' });
    expect(await send(channel.id)).toMatchObject({ kind: 'rejected', reason: 'forbidden' });
  });

  test('says that a deleted channel is gone', async () => {
    const channel = room.world.channels.get(channelOf(ChannelType.GuildText))!;
    deleteChannel(room.world, channel);
    await until(() => !bot.client.channels.cache.has(channel.id));
    expect(await outbox.preflight(channel.id, room.world.homeGuildId)).toEqual({ kind: 'gone' });
    expect(await send(channel.id)).toMatchObject({ kind: 'rejected', reason: 'gone' });
  });
});
