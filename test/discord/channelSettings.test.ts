import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from 'discord-room/member';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { lookUpChannel } from '../../src/discord/posting/lookUpChannel.ts';
import { lighthouse } from '../fixtures/article.ts';
import { startBotInRoom, textOf, type BotInRoom } from './botInRoom.ts';

let bot: BotInRoom;

beforeAll(async () => {
  bot = await startBotInRoom([lighthouse], { posts: true, asks: true });
});

afterAll(() => bot.close());

const set = (setting: string, to: string) => bot.use('settings', { subcommand: 'set', setting, to });
const ofType = (type: number): string => bot.info.channels.find((channel) => channel.type === type)!.id;

test('/settings set admin-channel refuses a forum', async () => {
  expect(textOf(await set('admin-channel', ofType(15)))).toContain('a forum only has posts');
  expect(textOf(await set('admin-channel', ofType(0)))).not.toContain('forum');
});

test('/settings set ask-channel warns of the permissions that threads need', async () => {
  const channel = ofType(0);
  expect(textOf(await set('ask-channel', channel))).not.toContain('missing');
  const deny = String(PermissionFlagsBits.SendMessagesInThreads | PermissionFlagsBits.CreatePublicThreads);
  const path = `/room/channels/${channel}/permissions/${bot.info.application_id}`;
  await request(bot.room, path, { method: 'PUT', body: { type: 1, allow: '0', deny } });
  await expect
    .poll(async () => {
      const view = await lookUpChannel(bot.bot.client, channel);
      return view.kind === 'channel' && (view.permissions & PermissionFlagsBits.CreatePublicThreads) === 0n;
    })
    .toBe(true);
  expect(textOf(await set('ask-channel', channel))).toContain(
    'I am missing permissions in <#' + channel + '>: Send Messages In Threads, Create Public Threads.',
  );
});
