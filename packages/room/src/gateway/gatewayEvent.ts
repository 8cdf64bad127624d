import { seesChannel } from '../world/permission.ts';
import type { RoomEvent } from '../world/roomEvent.ts';
import { messageObject } from '../objects/messageObject.ts';
import {
  channelObject,
  guildObject,
  memberObject,
  roleObject,
  memberWithUserObject,
  userObject,
} from '../objects/serialize.ts';
import type { World } from '../world/world.ts';
import type { Guild, Message } from '../world/entities.ts';

/** An event as the gateway sends it, and the intents of which a session needs one (0: none). */
export interface GatewayEvent {
  readonly name: string;
  readonly intents: number;
  readonly data: unknown;
}

const GUILDS = 1 << 0;
const GUILD_MEMBERS = 1 << 1;
const GUILD_MESSAGES = 1 << 9;
const GUILD_MESSAGE_TYPING = 1 << 11;
const DIRECT_MESSAGES = 1 << 12;
const DIRECT_MESSAGE_TYPING = 1 << 14;

/**
 * What the bot is told of a change in the room; nothing if it may not know, and of joining a server, which each session
 * is told by itself.
 */
export function gatewayEvent(world: World, event: RoomEvent): GatewayEvent | undefined {
  switch (event.kind) {
    case 'message': {
      if (!botSees(world, event.message)) return undefined;
      return {
        name: event.action === 'create' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE',
        intents: messageIntents(world, event.message.channelId),
        data: messageEvent(world, event.message),
      };
    }
    case 'message-delete': {
      if (!botSees(world, event.message)) return undefined;
      const { id, channelId } = event.message;
      return {
        name: 'MESSAGE_DELETE',
        intents: messageIntents(world, channelId),
        data: { id, channel_id: channelId, ...guildId(world, channelId) },
      };
    }
    case 'typing':
      return typingEvent(world, event);
    case 'channel': {
      const { channel } = event;
      const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
      if (!guild?.members.has(world.applicationId)) return undefined;
      const kind = channel.thread ? 'THREAD' : 'CHANNEL';
      const data = channelObject(world, channel);
      return {
        name: `${kind}_${event.action.toUpperCase()}`,
        intents: GUILDS,
        data: channel.thread && event.action === 'create' ? { ...data, newly_created: true } : data,
      };
    }
    case 'guild':
      return event.action === 'leave'
        ? { name: 'GUILD_DELETE', intents: GUILDS, data: { id: event.guild.id } }
        : undefined;
    case 'member': {
      if (!event.guild.members.has(world.applicationId)) return undefined;
      const self = event.userId === world.applicationId;
      return {
        name: 'GUILD_MEMBER_UPDATE',
        intents: self ? 0 : GUILD_MEMBERS,
        data: {
          guild_id: event.guild.id,
          user: userObject(world.users.get(event.userId)!),
          ...memberObject(event.guild, event.userId),
        },
      };
    }
    case 'role': {
      const role = event.guild.roles.get(event.roleId);
      if (!role || !event.guild.members.has(world.applicationId)) return undefined;
      return {
        name: 'GUILD_ROLE_UPDATE',
        intents: GUILDS,
        data: { guild_id: event.guild.id, role: roleObject(role, world.applicationId) },
      };
    }
    case 'interaction':
      return { name: 'INTERACTION_CREATE', intents: 0, data: event.payload };
    case 'progress':
    case 'commands':
      return undefined;
  }
}

/** The server that an event is about, if it is about one. */
export function guildOf({ name, data }: GatewayEvent): string | undefined {
  const { guild_id: guild, id } = data as { readonly guild_id?: string; readonly id?: string };
  return name === 'GUILD_DELETE' ? id : guild;
}

/** A server as the bot is told of it when it connects or is added: with channels, threads and itself as a member. */
export function guildCreate(world: World, guild: Guild, intents: number): unknown {
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  const members = [...guild.members.keys()].filter(
    (id) => id === world.applicationId || (intents & GUILD_MEMBERS) !== 0,
  );
  return {
    ...guildObject(world, guild),
    joined_at: guild.members.get(world.applicationId)!.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: members.map((id) => memberWithUserObject(world, guild, id)),
    channels: channels.filter((channel) => !channel.thread).map((channel) => channelObject(world, channel)),
    threads: channels
      .filter(
        (channel) => channel.thread && !channel.thread.archived && seesChannel(world, channel, world.applicationId),
      )
      .map((channel) => channelObject(world, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function botSees(world: World, message: Message): boolean {
  const channel = world.channels.get(message.channelId);
  return channel !== undefined && message.visibleTo === undefined && seesChannel(world, channel, world.applicationId);
}

function messageEvent(world: World, message: Message): unknown {
  const object = messageObject(world, message, true);
  const guild = world.guilds.get(world.channels.get(message.channelId)?.guildId ?? '');
  if (!guild) return { ...object, channel_type: 1 };
  const member = memberObject(guild, message.authorId);
  return {
    ...object,
    channel_type: world.channels.get(message.channelId)!.type,
    guild_id: guild.id,
    ...(member ? { member } : {}),
    mentions: message.mentions.map((id) =>
      Object.assign(userObject(world.users.get(id)!), { member: memberObject(guild, id) }),
    ),
  };
}

function typingEvent(world: World, event: RoomEvent & { kind: 'typing' }): GatewayEvent | undefined {
  const channel = world.channels.get(event.channelId);
  if (!channel || !seesChannel(world, channel, world.applicationId)) return undefined;
  return {
    name: 'TYPING_START',
    intents: channel.guildId === undefined ? DIRECT_MESSAGE_TYPING : GUILD_MESSAGE_TYPING,
    data: {
      channel_id: channel.id,
      user_id: event.userId,
      timestamp: Math.floor(world.clock.now() / 1000),
      ...guildId(world, channel.id),
    },
  };
}

function messageIntents(world: World, channelId: string): number {
  return world.channels.get(channelId)?.guildId === undefined ? DIRECT_MESSAGES : GUILD_MESSAGES;
}

function guildId(world: World, channelId: string): { guild_id?: string } {
  const id = world.channels.get(channelId)?.guildId;
  return id === undefined ? {} : { guild_id: id };
}
