import type { ViewChannel } from '../../members/events.ts';
import type { RoomEvents } from './roomEvents.ts';

/** Applies a `channel` event to the channels of a view. A new thread comes after its parent, any other after those of its server. */
export function changeChannels(
  channels: readonly ViewChannel[],
  { action, channel }: RoomEvents['channel'],
): readonly ViewChannel[] {
  if (action === 'delete') return channels.filter(({ id }) => id !== channel.id);
  const index = channels.findIndex(({ id }) => id === channel.id);
  return index === -1 ? insertChannel(channels, channel) : channels.with(index, channel);
}

function insertChannel(channels: readonly ViewChannel[], added: ViewChannel): readonly ViewChannel[] {
  const near = channels.findLastIndex(
    (each) => each.id === added.parent_id || (added.parent_id && each.parent_id === added.parent_id),
  );
  const last = channels.findLastIndex((each) => each.guild_id === added.guild_id);
  const at = (near === -1 ? last : near) + 1;
  return channels.toSpliced(at === 0 ? channels.length : at, 0, added);
}
