import type { World } from './world.ts';
import type { Channel, Overwrite } from './entities.ts';

/** Builds a channel with what Discord sets if nothing is said. */
export function createChannel(given: Pick<Channel, 'id' | 'type' | 'name' | 'position'> & Partial<Channel>): Channel {
  return {
    topic: null,
    parentId: null,
    overwrites: [],
    lastMessageId: null,
    recipients: [],
    tags: [],
    requiresTag: false,
    ...given,
  };
}

/** Puts a new channel into the world, without messages, and tells of it. */
export function openChannel(world: World, channel: Channel): void {
  world.channels.set(channel.id, channel);
  world.messages.set(channel.id, []);
  world.emit({ kind: 'channel', action: 'create', channel });
}

/** Sets what a channel changes of a role's or member's permissions, and tells of it. */
export function setOverwrite(world: World, channel: Channel, overwrite: Overwrite): void {
  channel.overwrites = [...channel.overwrites.filter((each) => each.id !== overwrite.id), overwrite];
  world.emit({ kind: 'channel', action: 'update', channel });
}

/** Takes a channel away with its threads and messages, and tells of it. */
export function deleteChannel(world: World, channel: Channel): void {
  for (const thread of world.channels.values()) {
    if (thread.thread && thread.parentId === channel.id) deleteChannel(world, thread);
  }
  world.channels.delete(channel.id);
  world.messages.delete(channel.id);
  world.emit({ kind: 'channel', action: 'delete', channel });
}
