import { once } from 'node:events';
import { Events } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { lighthouse } from '../../fixtures/article.ts';
import { request } from 'discord-room/member';
import { startBotInRoom, type BotInRoom } from '../botInRoom.ts';

let started: BotInRoom;
let guild: string;

beforeEach(async () => {
  started = await startBotInRoom([lighthouse]);
  guild = started.info.other_guilds[0]!.id;
});
afterEach(() => started.close());

const join = () => request(started.room, `/room/guilds/${guild}/bot`, { method: 'PUT' });
const leave = () => request(started.room, `/room/guilds/${guild}/bot`, { method: 'DELETE' });
const texts = () =>
  [...started.room.world.channels.values()]
    .filter((channel) => channel.guildId === guild && channel.type === 0)
    .toSorted((a, b) => a.position - b.position);
const posted = (): readonly string[] =>
  [...started.room.world.messages].flatMap(([channel, messages]) =>
    messages.flatMap(({ components }) => (JSON.stringify(components).includes('Hello!') ? [channel] : [])),
  );
const joined = async (times: number): Promise<void> => {
  while (started.logged.filter((line) => line.includes('joined a server')).length < times)
    await new Promise((resolve) => setTimeout(resolve, 10));
  // What follows a join is the store's, then one request.
  await new Promise((resolve) => setTimeout(resolve, 300));
};

test('a server is greeted once, in its first text channel, when the bot joins it, and not when it connects', async () => {
  expect(posted()).toEqual([]);
  await join();
  await joined(1);
  expect(posted()).toEqual([texts()[0]!.id]);
  const greeted = JSON.stringify(started.room.world.messages.get(texts()[0]!.id));
  expect(greeted).toMatch(/`\/ask question:[^`]+\?`/u);
  await leave();
  await join();
  await joined(2);
  const again = once(started.bot.client, Events.ShardReady);
  await request(started.room, '/room/gateway', { body: { action: 'invalidate' } });
  await again;
  await joined(2);
  expect(started.logged.filter((line) => line.includes('joined a server'))).toHaveLength(2);
  expect(posted()).toEqual([texts()[0]!.id]);
  expect(started.logged.join('')).not.toContain('could not be greeted');
});

test('a server in which the bot may write nowhere is not greeted, not even in a direct message', async () => {
  for (const channel of texts())
    channel.overwrites = [{ id: guild, type: 0, allow: 0n, deny: PermissionFlagsBits.SendMessages }];
  await join();
  await joined(1);
  expect(posted()).toEqual([]);
});

test('a greeting that Discord refused is tried again when the bot joins again', async () => {
  started.room.setFaults([{ method: 'POST', path: '/messages$', kind: 'status', status: 403, times: 1 }]);
  await join();
  await joined(1);
  expect(posted()).toEqual([]);
  expect(started.logged.join('')).toContain('could not be greeted');
  await leave();
  await join();
  await joined(2);
  expect(posted()).toHaveLength(1);
});

test('the presence has the number of articles, waits for a connection that is lost, and is sent in a new session', async () => {
  const sent: string[] = [];
  const { client } = started.bot;
  const { user } = client;
  const setPresence = user.setPresence.bind(user);
  user.setPresence = (data) => {
    sent.push(data.activities?.[0]?.state ?? '');
    return setPresence(data);
  };
  started.bot.showArticles(1);
  started.bot.showArticles(1200);
  expect(sent).toEqual(['/help · 1 article', '/help · 1,200 articles']);
  const lost = once(client, Events.ShardReconnecting);
  const again = once(client, Events.ShardReady);
  await request(started.room, '/room/gateway', { body: { action: 'invalidate' } });
  await lost;
  started.bot.showArticles(2);
  expect(sent).toHaveLength(2);
  await again;
  expect(sent.slice(2)).toEqual(['/help · 2 articles']);
  await started.bot.close(0);
  started.bot.showArticles(3);
  expect(sent).toHaveLength(3);
});
