import { apiError } from '../http/apiError.ts';
import { seesMessage } from './message.ts';
import { channelPermissions, holds, seesChannel } from './permission.ts';
import type { Call } from '../http/route.ts';
import { findMessage } from '../objects/messageObject.ts';
import type { Channel, Guild, Message } from './entities.ts';

/** Finds the channel that the path names. Throws 10003 when there is none, 50001 when the sender does not see it. */
export function accessChannel(call: Call, id: string = call.params['channel']!): Channel {
  const channel = call.world.channels.get(id);
  if (!channel) throw apiError(10003);
  if (!seesChannel(call.world, channel, call.actor.userId)) throw apiError(50001);
  return channel;
}

/** Throws 50013 unless the sender holds all of the permissions in the channel. */
export function demand(call: Call, channel: Channel, permissions: bigint): void {
  if (!holds(channelPermissions(call.world, channel, call.actor.userId), permissions)) throw apiError(50013);
}

/** Finds the server that the path names. Throws 10004 unless the sender is a member of it. */
export function accessGuild(call: Call, id: string = call.params['guild']!): Guild {
  const guild = call.world.guilds.get(id);
  if (!guild || !guild.members.has(call.actor.userId)) throw apiError(10004);
  return guild;
}

/** Finds the message that the path names. Throws 10008 when there is none that the sender sees; the bot sees ephemeral ones by the interaction's token only. */
export function accessMessage(call: Call, channel: Channel, id: string = call.params['message']!): Message {
  const message = findMessage(call.world, channel.id, id);
  if (!message || !seesMessage(message, call.actor.userId)) throw apiError(10008);
  return message;
}
