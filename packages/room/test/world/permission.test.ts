import fc from 'fast-check';
import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { ALL_PERMISSIONS, channelPermissions, guildPermissions, seesChannel } from '../../src/world/permission.ts';
import { createWorld } from '../../src/world/seed.ts';
import type { World } from '../../src/world/world.ts';
import type { Channel, Overwrite } from '../../src/world/entities.ts';

const BITS = [Bit.SendMessages, Bit.ReadMessageHistory, Bit.ManageMessages, Bit.CreatePublicThreads];

function named(world: World, name: string): Channel {
  return [...world.channels.values()].find((channel) => channel.name === name)!;
}

/** Decides one permission by itself: the first who has a say, from the nearest to the farthest. */
function naive(world: World, channel: Channel, bit: bigint): boolean {
  const guild = world.guilds.get(channel.guildId!)!;
  const userId = world.applicationId;
  const { roles } = guild.members.get(userId)!;
  const own = channel.overwrites.find((overwrite) => overwrite.id === userId);
  if (own && own.allow & bit) return true;
  if (own && own.deny & bit) return false;
  const ofRoles = channel.overwrites.filter((overwrite) => roles.includes(overwrite.id));
  if (ofRoles.some((overwrite) => overwrite.allow & bit)) return true;
  if (ofRoles.some((overwrite) => overwrite.deny & bit)) return false;
  const everyone = channel.overwrites.find((overwrite) => overwrite.id === guild.id);
  if (everyone && everyone.allow & bit) return true;
  if (everyone && everyone.deny & bit) return false;
  return [guild.id, ...roles].some((id) => (guild.roles.get(id)!.permissions & bit) !== 0n);
}

test('channelPermissions lets the nearest overwrite decide', () => {
  const world = createWorld();
  const channel = named(world, 'general');
  const guild = world.guilds.get(world.homeGuildId)!;
  const roles = [...guild.roles.keys()];
  guild.members.get(world.applicationId)!.roles = roles.filter((id) => id !== guild.id);
  const field = fc.subarray(BITS).map((bits) => bits.reduce((all, bit) => all | bit, 0n));
  const overwrites = fc
    .tuple(...[...roles, world.applicationId].map(() => fc.option(fc.tuple(field, field))))
    .map((fields) =>
      fields.flatMap((allowDeny, index): Overwrite[] => {
        const id = [...roles, world.applicationId][index]!;
        return allowDeny
          ? [{ id, type: id === world.applicationId ? 1 : 0, allow: allowDeny[0], deny: allowDeny[1] }]
          : [];
      }),
    );
  fc.assert(
    fc.property(overwrites, (given) => {
      channel.overwrites = given;
      const permissions = channelPermissions(world, channel, world.applicationId);
      for (const bit of BITS) expect((permissions & bit) !== 0n).toBe(naive(world, channel, bit));
    }),
  );
});

test('channelPermissions gives nothing without "view channel", all to owner and administrator, and a thread its parent', () => {
  const world = createWorld();
  const general = named(world, 'general');
  const guild = world.guilds.get(world.homeGuildId)!;
  general.overwrites = [{ id: guild.id, type: 0, allow: 0n, deny: Bit.ViewChannel }];
  expect(channelPermissions(world, general, world.applicationId)).toBe(0n);
  expect(channelPermissions(world, named(world, 'follow-up'), world.applicationId)).toBe(0n);
  expect(channelPermissions(world, general, guild.ownerId)).toBe(ALL_PERMISSIONS);
  guild.roles.get(guild.members.get(world.applicationId)!.roles[0]!)!.permissions = Bit.Administrator;
  expect(channelPermissions(world, general, world.applicationId)).toBe(ALL_PERMISSIONS);
});

test('one member manages the server and one does not, and a direct message is for its two', () => {
  const world = createWorld();
  const guild = world.guilds.get(world.homeGuildId)!;
  const [editor, reader] = [...world.tokens.values()];
  expect([editor!, reader!].map((id) => guildPermissions(guild, id) & Bit.ManageGuild)).toEqual([Bit.ManageGuild, 0n]);
  const direct = [...world.channels.values()].find((channel) => channel.recipients.includes(editor!))!;
  expect([editor!, world.applicationId, reader!].map((id) => seesChannel(world, direct, id))).toEqual([
    true,
    true,
    false,
  ]);
});
