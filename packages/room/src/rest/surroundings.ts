import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { botIsMember, contextOf } from '../world/commandAccess.ts';
import type { JsonObject } from '../json.ts';
import { channelPermissions } from '../world/permission.ts';
import type { Call } from '../http/route.ts';
import { guildObject, memberObject, resolvedChannelObject, userObject } from '../objects/serialize.ts';
import type { Channel } from '../world/entities.ts';

/** What stays on a message of who used what: https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
export function metadataOf(
  call: Call,
  { id, type, channel, extra }: { id: string; type: number; channel: Channel; extra: JsonObject },
): JsonObject {
  return {
    id,
    type,
    user: userObject(call.world.users.get(call.actor.userId)!),
    authorizing_integration_owners: owners(call, channel),
    ...extra,
  };
}

/** Which installation answers: the server's where the bot is a member, else the user's own. */
function owners(call: Call, channel: Channel): JsonObject {
  if (channel.guildId === undefined) return { 0: '0', 1: call.actor.userId };
  return botIsMember(call.world, channel) ? { 0: channel.guildId, 1: call.actor.userId } : { 1: call.actor.userId };
}

/** What each interaction tells of where and by whom: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function surroundings(call: Call, channel: Channel): JsonObject {
  const { world, actor } = call;
  const user = userObject(world.users.get(actor.userId)!);
  const common = {
    application_id: world.applicationId,
    version: 1,
    channel_id: channel.id,
    channel: resolvedChannelObject(world, channel, actor.userId),
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: owners(call, channel),
    context: contextOf(channel),
    attachment_size_limit: 10_485_760,
  };
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (!guild)
    return { ...common, user, app_permissions: channelPermissions(world, channel, world.applicationId).toString() };
  const permissions = channelPermissions(world, channel, actor.userId);
  const external = Bit.EmbedLinks | Bit.AttachFiles | Bit.SendMessages | Bit.MentionEveryone | Bit.UseExternalEmojis;
  const appPermissions = botIsMember(world, channel)
    ? channelPermissions(world, channel, world.applicationId)
    : permissions & external;
  return {
    ...common,
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: guildObject(world, guild)['features'] },
    guild_locale: 'en-US',
    member: { ...memberObject(guild, actor.userId), user, permissions: permissions.toString() },
    app_permissions: appPermissions.toString(),
  };
}
