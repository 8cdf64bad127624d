import type { ViewCommand } from '../members/events.ts';
import type { JsonObject } from '../json.ts';
import { channelPermissions } from '../world/permission.ts';
import type { World } from '../world/world.ts';
import type { Channel, Command, Guild, Role, User } from '../world/entities.ts';

/** A user as Discord sends it. */
export function userObject(user: User): JsonObject {
  return {
    id: user.id,
    username: user.username,
    global_name: user.globalName,
    discriminator: user.bot ? '0001' : '0',
    avatar: null,
    bot: user.bot,
    public_flags: 0,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
}

/** A member without its user. */
export function memberObject(guild: Guild, userId: string): JsonObject | undefined {
  const member = guild.members.get(userId);
  if (!member) return undefined;
  return {
    roles: member.roles,
    joined_at: member.joinedAt,
    nick: null,
    avatar: null,
    banner: null,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

/** A member with its user. */
export function memberWithUserObject(world: World, guild: Guild, userId: string): JsonObject {
  return { ...memberObject(guild, userId), user: userObject(world.users.get(userId)!) };
}

/** A role as Discord sends it. */
export function roleObject(role: Role, applicationId: string): JsonObject {
  return {
    id: role.id,
    name: role.name,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: role.permissions.toString(),
    managed: role.managed,
    mentionable: role.mentionable,
    flags: 0,
    ...(role.managed ? { tags: { bot_id: applicationId } } : {}),
  };
}

/** A channel, thread or direct message as Discord sends it. */
export function channelObject(world: World, channel: Channel, forUser: string = world.applicationId): JsonObject {
  if (channel.guildId === undefined) {
    const others = channel.recipients.filter((id) => id !== forUser);
    return {
      id: channel.id,
      type: channel.type,
      flags: 0,
      last_message_id: channel.lastMessageId,
      recipients: others.map((id) => userObject(world.users.get(id)!)),
    };
  }
  const common = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    last_message_id: channel.lastMessageId,
    rate_limit_per_user: 0,
    flags: channel.requiresTag ? 16 : 0,
  };
  if (channel.thread) return { ...common, ...threadFields(channel, forUser) };
  return {
    ...common,
    position: channel.position,
    topic: channel.topic,
    nsfw: false,
    permission_overwrites: channel.overwrites.map((overwrite) => ({
      id: overwrite.id,
      type: overwrite.type,
      allow: overwrite.allow.toString(),
      deny: overwrite.deny.toString(),
    })),
    ...(channel.type === 15
      ? {
          available_tags: channel.tags.map((tag) => ({ ...tag, moderated: false, emoji_id: null, emoji_name: null })),
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
          template: '',
        }
      : {}),
  };
}

function threadFields(channel: Channel, forUser: string): JsonObject {
  const thread = channel.thread!;
  return {
    owner_id: thread.ownerId,
    message_count: thread.messageCount,
    total_message_sent: thread.messageCount,
    member_count: Math.min(50, thread.members.size),
    applied_tags: thread.appliedTags,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: thread.createdAt,
      create_timestamp: thread.createdAt,
      ...(channel.type === 12 ? { invitable: true } : {}),
    },
    ...(thread.members.has(forUser) ? { member: threadMemberObject(channel, forUser) } : {}),
  };
}

/** A user's membership of a thread. */
export function threadMemberObject(channel: Channel, userId: string): JsonObject {
  return { id: channel.id, user_id: userId, join_timestamp: channel.thread!.createdAt, flags: 1 };
}

/** A server as Discord sends it over REST; the gateway adds channels and members. */
export function guildObject(world: World, guild: Guild): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: [...guild.roles.values()].map((role) => roleObject(role, world.applicationId)),
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    widget_enabled: false,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    vanity_url_code: null,
    features: ['COMMUNITY', 'NEWS'],
    emojis: [],
    stickers: [],
    incidents_data: null,
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    application_id: null,
  };
}

/** A channel in brief, as an interaction carries it, with a user's permissions. */
export function resolvedChannelObject(world: World, channel: Channel, userId: string): JsonObject {
  return { ...channelObject(world, channel), permissions: channelPermissions(world, channel, userId).toString() };
}

/** A registered command as Discord sends it. */
export function commandObject(world: World, command: Command): JsonObject & ViewCommand {
  const { definition } = command;
  return {
    id: command.id,
    application_id: world.applicationId,
    version: command.version,
    ...(command.guildId ? { guild_id: command.guildId } : {}),
    type: definition.type,
    name: definition.name,
    name_localizations: definition.name_localizations,
    description: definition.description,
    description_localizations: definition.description_localizations,
    default_member_permissions: definition.default_member_permissions,
    nsfw: definition.nsfw,
    ...(definition.options.length > 0 ? { options: definition.options } : {}),
    ...(command.guildId
      ? {}
      : {
          contexts: definition.contexts,
          integration_types: definition.integration_types,
          dm_permission: definition.contexts === null || definition.contexts.includes(1),
        }),
  };
}
