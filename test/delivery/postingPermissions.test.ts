import { ChannelType, PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { isForum, isPostable, missingPermissions } from '../../src/delivery/postingPermissions.ts';

const all = Bit.ViewChannel | Bit.SendMessages | Bit.SendMessagesInThreads | Bit.ReadMessageHistory;

test.each([
  [ChannelType.GuildText, all, []],
  [ChannelType.GuildText, all & ~Bit.SendMessagesInThreads, []],
  [ChannelType.GuildText, all & ~Bit.SendMessages, ['SendMessages']],
  [ChannelType.GuildForum, all & ~Bit.SendMessages, ['SendMessages']],
  [ChannelType.PublicThread, all & ~Bit.SendMessages, []],
  [ChannelType.PublicThread, all & ~Bit.SendMessagesInThreads, ['SendMessagesInThreads']],
  [ChannelType.GuildAnnouncement, 0n, ['ViewChannel', 'SendMessages', 'ReadMessageHistory']],
  [ChannelType.GuildText, Bit.Administrator, []],
])('missingPermissions in a channel of type %i with %i: %j', (type, permissions, missing) => {
  expect(missingPermissions({ type, permissions })).toEqual(missing);
});

test('isPostable and isForum know the kinds of channel', () => {
  const types = [ChannelType.GuildText, ChannelType.GuildForum, ChannelType.GuildCategory, ChannelType.DM];
  expect(types.map(isPostable)).toEqual([true, true, false, false]);
  expect(types.map(isForum)).toEqual([false, true, false, false]);
});
