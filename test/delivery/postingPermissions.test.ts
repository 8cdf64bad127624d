import { ChannelType, PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { isForum, isPostable, missingPermissions, obstacleIn } from '../../src/delivery/postingPermissions.ts';

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

const TYPES = [...new Set(Object.values(ChannelType))].filter((type): type is ChannelType => typeof type === 'number');

test('isPostable takes channels and threads of a server, and isForum those that consist of posts', () => {
  const { GuildCategory, GuildDirectory, DM, GroupDM, GuildForum, GuildMedia } = ChannelType;
  const no = [DM, GroupDM, GuildCategory, GuildDirectory];
  expect(TYPES.filter((type) => !isPostable(type)).toSorted((a, b) => a - b)).toEqual(no.toSorted((a, b) => a - b));
  expect(TYPES.filter(isForum).toSorted((a, b) => a - b)).toEqual([GuildForum, GuildMedia]);
});

test('missingPermissions wants the permission for threads in each kind of thread, and in nothing else', () => {
  const threads = TYPES.filter((type) =>
    missingPermissions({ type, permissions: all & ~Bit.SendMessagesInThreads }).includes('SendMessagesInThreads'),
  );
  expect(threads.toSorted((a, b) => a - b)).toEqual([
    ChannelType.AnnouncementThread,
    ChannelType.PublicThread,
    ChannelType.PrivateThread,
  ]);
});

test.each([
  [{}, undefined],
  [{ requiresTag: true }, 'tag-required'],
  [{ requiresTag: false, locked: false }, undefined],
  [{ locked: true }, 'locked'],
  [{ locked: true, permissions: all | Bit.ManageThreads }, undefined],
  [{ locked: true, permissions: Bit.Administrator }, undefined],
  [{ requiresTag: true, permissions: Bit.Administrator }, 'tag-required'],
] as const)('obstacleIn a channel that is %o: %s', (place, obstacle) => {
  expect(obstacleIn({ type: ChannelType.PublicThread, permissions: all, ...place })).toBe(obstacle);
});
