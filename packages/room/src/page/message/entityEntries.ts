import type { MemberView, ViewChannel } from '../../members/events.ts';
import { channelsOf } from '../composer/listedChoices.ts';
import { channelName, displayName } from '../names.ts';
import type { EntitySelect, SelectEntry } from './selectView.ts';

/** Lists what a select of people, roles, both or channels offers in a channel. */
export function entityEntries(
  select: EntitySelect,
  { view, channel }: { readonly view: MemberView; readonly channel: ViewChannel },
): readonly SelectEntry[] {
  if (select.type === 8)
    return channelsOf(select.channel_types, { view, channel }).map((each) => ({
      label: `#${channelName(each, view)}`,
      value: each.id,
    }));
  const people = view.users.map((user) => ({ label: displayName(user), value: user.id }));
  const roles = view.roles
    .filter(({ guild_id: guild }) => guild === channel.guild_id)
    .map((role) => ({ label: role.name, value: role.id }));
  return [...(select.type === 6 ? [] : people), ...(select.type === 5 ? [] : roles)];
}
