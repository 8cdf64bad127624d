import { AttachmentBuilder, ChannelType, type DiscordAPIError } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startRoom, type Room } from '../src/room.ts';
import { startBot, until, type Bot } from './bot.ts';
import { request, roomInfo, type RoomInfo } from '../src/member.ts';

let room: Room;
let bot: Bot;
let info: RoomInfo;

beforeEach(async () => {
  room = await startRoom({ rateLimits: false });
  bot = await startBot(room);
  info = await roomInfo(room);
});
afterEach(async () => {
  await bot.close();
  await room.close();
});

const channel = (name: string): string => info.channels.find((each) => each.name === name)!.id;

test('a post in a forum, with a tag and a file, is found among the active threads', async () => {
  const forum = await bot.client.channels.fetch(channel('questions'));
  if (forum?.type !== ChannelType.GuildForum) throw new Error('No forum');
  const post = await forum.threads.create({
    name: 'Section 2',
    appliedTags: [forum.availableTags[0]!.id],
    message: { content: 'text', files: [new AttachmentBuilder(Buffer.from('x'), { name: 'x.txt' })] },
  });
  expect((await post.fetchStarterMessage())?.attachments.first()?.name).toBe('x.txt');
  const active = await forum.guild.channels.fetchActiveThreads();
  expect(active.threads.has(post.id)).toBe(true);
  await request(room, `/room/channels/${post.id}`, { method: 'DELETE' });
  await until(() => !bot.client.channels.cache.has(post.id));
});

test('a thread from a message, once', async () => {
  const general = await bot.client.channels.fetch(channel('general'));
  if (general?.type !== ChannelType.GuildText) throw new Error('No text channel');
  const message = await general.send('x');
  const thread = await message.startThread({ name: 'more' });
  expect(thread.id).toBe(message.id);
  await thread.send('inside');
  expect((await thread.messages.fetch({ limit: 10 })).map((each) => each.content)).toEqual(['inside']);
  await expect(
    request(room, `/api/v10/channels/${general.id}/messages/${message.id}/threads`, {
      authorization: `Bot ${room.token}`,
      body: { name: 'again' },
    }),
  ).resolves.toMatchObject({ body: { code: 160004 } });
});

test('an announcement is published', async () => {
  const news = await bot.client.channels.fetch(channel('announcements'));
  if (news?.type !== ChannelType.GuildAnnouncement) throw new Error('No announcement channel');
  const message = await news.send('x');
  expect((await message.crosspost()).flags.has('Crossposted')).toBe(true);
});

test('a direct message reaches a member who takes them', async () => {
  const user = await bot.client.users.fetch(info.members[1]!.id);
  const path = `/api/v10/channels/${info.members[1]!.dm_channel_id}/messages`;
  await user.send('hello');
  const { body } = await request(room, path, { authorization: info.members[1]!.token });
  expect(body.map((message: { content: string }) => message.content)).toEqual(['hello']);
  expect((await request(room, path, { authorization: info.members[0]!.token })).body.code).toBe(50001);
  await request(room, `/room/members/${user.id}/direct-messages`, { method: 'DELETE' });
  await expect(user.send('again')).rejects.toSatisfy((error: DiscordAPIError) => error.code === 50007);
});
