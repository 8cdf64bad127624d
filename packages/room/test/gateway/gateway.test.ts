import { GatewayIntentBits, Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startRoom, type Room } from '../../src/room.ts';
import { startBot, until } from '../bot.ts';
import { request, roomInfo } from '../../src/member.ts';

let room: Room;
beforeEach(async () => {
  room = await startRoom({ rateLimits: false });
});
afterEach(() => room.close());

interface Payload {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly d: any;
}

/** A bare gateway client: what it was sent, and how the connection was closed. */
function connect(query = '?v=10&encoding=json'): {
  socket: WebSocket;
  received: Payload[];
  send: (op: number, d: unknown) => void;
  closed: Promise<number>;
} {
  const socket = new WebSocket(`${room.address.replace('http', 'ws')}/${query}`);
  const received: Payload[] = [];
  socket.on('message', (raw: Buffer) => received.push(JSON.parse(raw.toString()) as Payload));
  socket.on('error', () => {});
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  return { socket, received, closed, send: (op, d) => socket.send(JSON.stringify({ op, d })) };
}

const identify = (intents = 1 | (1 << 9)): unknown => ({ token: room.token, intents, properties: {} });
const named = (received: readonly Payload[], name: string): Payload[] =>
  received.filter((payload) => payload.t === name);

describe('the gateway', () => {
  test('greets, takes an identification, and sends READY and the server', async () => {
    const client = connect();
    await until(() => client.received.length === 1);
    expect(client.received[0]).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    client.send(2, identify());
    await until(() => client.received.length === 3);
    expect(client.received.map((payload) => payload.t)).toEqual([null, 'READY', 'GUILD_CREATE']);
    client.send(1, 2);
    await until(() => client.received.length === 4);
    expect(client.received[3]!.op).toBe(11);
    client.socket.close();
  });

  test.each<[why: string, code: number, query: string, payload: (() => unknown) | string]>([
    ['a wrong token', 4004, '', () => ({ op: 2, d: { token: 'no', intents: 1 } })],
    ['a privileged intent that was not granted', 4014, '', () => ({ op: 2, d: identify(1 << 15) })],
    ['intents that there are not', 4013, '', () => ({ op: 2, d: identify(1 << 30) })],
    ['an unknown opcode', 4001, '', () => ({ op: 99 })],
    ['what is no JSON', 4002, '', '{'],
    ['a payload over 4096 bytes', 4002, '', () => ({ op: 1, d: 'x'.repeat(4096) })],
    ['a presence before identifying', 4003, '', () => ({ op: 3, d: {} })],
    ['another version', 4012, '?v=9', '{}'],
  ])('closes on %s with %i', async (_why, code, query, payload) => {
    const client = connect(query || undefined);
    await new Promise((resolve) => client.socket.once('open', resolve));
    client.socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload()));
    expect(await client.closed).toBe(code);
  });

  test('gives a lost session what it missed, and refuses an unknown one', async () => {
    const info = await roomInfo(room);
    const post = (content: string): Promise<unknown> =>
      request(room, `/api/v10/channels/${info.channels[0]!.id}/messages`, {
        authorization: info.members[0]!.token,
        body: { content },
      });
    const first = connect();
    await until(() => first.received.length === 1);
    first.send(2, identify());
    await until(() => named(first.received, 'GUILD_CREATE').length === 1);
    const { d } = named(first.received, 'READY')[0]!;
    first.socket.terminate();
    await first.closed;
    await post('missed');

    const second = connect();
    await until(() => second.received.length === 1);
    second.send(6, { token: room.token, session_id: d.session_id, seq: 2 });
    await until(() => named(second.received, 'RESUMED').length === 1);
    expect(named(second.received, 'MESSAGE_CREATE')).toHaveLength(1);
    second.socket.terminate();

    const third = connect();
    await until(() => third.received.length === 1);
    third.send(6, { token: room.token, session_id: 'unknown', seq: 2 });
    await until(() => third.received.length === 2);
    expect(third.received[1]).toMatchObject({ op: 9, d: false });
    third.socket.terminate();
  });

  test('tells a session only of what its intents and permissions let it know', async () => {
    const info = await roomInfo(room);
    const general = info.channels[0]!.id;
    const all = connect();
    const few = connect();
    await until(() => all.received.length === 1 && few.received.length === 1);
    all.send(2, identify());
    few.send(2, identify(1));
    await until(
      () => named(all.received, 'GUILD_CREATE').length === 1 && named(few.received, 'GUILD_CREATE').length === 1,
    );
    const post = (content: string): Promise<unknown> =>
      request(room, `/api/v10/channels/${general}/messages`, {
        authorization: info.members[0]!.token,
        body: { content },
      });
    await post('one');
    await request(room, `/room/channels/${general}/permissions/${info.application_id}`, {
      method: 'PUT',
      body: { type: 1, deny: '1024' },
    });
    await post('two');
    await until(
      () => named(all.received, 'CHANNEL_UPDATE').length === 1 && named(few.received, 'CHANNEL_UPDATE').length === 1,
    );
    expect(named(all.received, 'MESSAGE_CREATE')).toHaveLength(1);
    expect(named(few.received, 'MESSAGE_CREATE')).toHaveLength(0);
    all.socket.terminate();
    few.socket.terminate();
  });
});

describe('discord.js', () => {
  test('comes back after a cut connection and after a reconnect that was asked for', async () => {
    const seen: string[] = [];
    const bot = await startBot(room, { onMessage: (message) => seen.push(message.content) });
    const info = await roomInfo(room);
    const post = (content: string): Promise<unknown> =>
      request(room, `/api/v10/channels/${info.members[0]!.dm_channel_id}/messages`, {
        authorization: info.members[0]!.token,
        body: { content },
      });
    for (const action of ['cut', 'reconnect'] as const) {
      await request(room, '/room/gateway', { body: { action } });
      await post(action);
      await until(() => seen.includes(action));
    }
    await bot.close();
    expect(bot.errors).toEqual([]);
  });

  test('learns of a removal and of a change of a channel', async () => {
    const bot = await startBot(room);
    const info = await roomInfo(room);
    const general = info.channels[0]!.id;
    await request(room, `/room/channels/${general}/permissions/${info.application_id}`, {
      method: 'PUT',
      body: { type: 1, deny: '2048' },
    });
    const permissions = (): boolean | undefined => {
      const channel = bot.client.channels.cache.get(general);
      if (!channel || channel.isDMBased()) return undefined;
      return channel.permissionsFor(bot.client.user)?.has('SendMessages');
    };
    await until(() => permissions() === false);
    await request(room, `/room/guilds/${info.guild_id}/bot`, { method: 'DELETE' });
    await until(() => bot.client.guilds.cache.size === 0);
    await request(room, `/room/guilds/${info.guild_id}/bot`, { method: 'PUT' });
    await until(() => bot.client.guilds.cache.size === 1);
    expect(bot.errors).toEqual([]);
    await bot.close();
  });

  test('is refused a privileged intent that was not granted', async () => {
    const client = new Client({ intents: [GatewayIntentBits.MessageContent], rest: { api: `${room.address}/api` } });
    await expect(client.login(room.token)).rejects.toThrow(/intents/i);
    await client.destroy();
  });
});
