import { ChannelFlags, ChannelType, PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { UNKNOWN_PARENT } from '../../access/access.ts';
import type { ChannelView } from './createOutbox.ts';

/** Gets a resource of Discord's API by its path; undefined if there is none, or the bot may not see it. */
export type GetResource = (path: string) => Promise<unknown>;

const bits = z.string().transform((text) => BigInt(text));
const overwriteSchema = z.object({ id: z.string(), type: z.number(), allow: bits, deny: bits });
const channelSchema = z.object({
  type: z.enum(ChannelType),
  guild_id: z.string(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(overwriteSchema).optional(),
  thread_metadata: z.object({ locked: z.boolean().optional() }).optional(),
  flags: z.number().optional(),
  available_tags: z.array(z.object({ id: z.string(), name: z.string(), moderated: z.boolean() })).optional(),
});
const guildSchema = z.object({ owner_id: z.string(), roles: z.array(z.object({ id: z.string(), permissions: bits })) });
const memberSchema = z.object({ roles: z.array(z.string()) });

const THREADS: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];
const EVERYTHING = ~0n;

/**
 * Looks up a channel without a gateway client, in three or four requests. A thread has the permissions of its parent.
 */
export async function channelByRest(
  get: GetResource,
  { channel, bot }: { channel: string; bot: string },
): Promise<ChannelView> {
  const found = channelSchema.safeParse(await get(Routes.channel(channel)));
  if (!found.success) return { kind: 'gone' };
  const {
    type,
    guild_id: guild,
    parent_id: parent,
    thread_metadata: thread,
    available_tags: tags,
    flags = 0,
  } = found.data;
  const isThread = THREADS.includes(type);
  const state = {
    ...(isThread ? { parent: parent ?? UNKNOWN_PARENT } : {}),
    locked: thread?.locked === true,
    requiresTag: (flags & ChannelFlags.RequireTag) !== 0,
    ...(tags === undefined ? {} : { tags }),
  };
  const own = isThread && parent ? channelSchema.safeParse(await get(Routes.channel(parent))) : found;
  const server = guildSchema.safeParse(await get(Routes.guild(guild)));
  const member = memberSchema.safeParse(await get(Routes.guildMember(guild, bot)));
  if (!own.success || !server.success || !member.success) return { kind: 'unknown' };
  const { roles, owner_id: owner } = server.data;
  const held = new Set([guild, ...member.data.roles]);
  const base =
    owner === bot
      ? EVERYTHING
      : united(
          roles.filter(({ id }) => held.has(id)),
          'permissions',
        );
  if ((base & PermissionFlagsBits.Administrator) !== 0n)
    return { kind: 'channel', type, guild, permissions: EVERYTHING, ...state };
  const overwrites = own.data.permission_overwrites ?? [];
  const steps = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id }) => id !== guild && held.has(id)),
    overwrites.filter(({ id }) => id === bot),
  ];
  const permissions = steps.reduce((now, step) => (now & ~united(step, 'deny')) | united(step, 'allow'), base);
  return { kind: 'channel', type, guild, permissions, ...state };
}

function united<Name extends string>(all: readonly Readonly<Record<Name, bigint>>[], name: Name): bigint {
  return all.reduce((sum, one) => sum | one[name], 0n);
}
