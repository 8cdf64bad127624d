import type { APIMessage } from 'discord-api-types/v10';
import type { MemberView } from '../../members/events.ts';
import { mayWrite } from '../client/permissions.ts';
import type { Menu } from '../menu.ts';

/** The kind of a reference that forwards. */
export const FORWARD = 1;
/** Channels in which messages cannot be posted: a forum holds threads only. */
const FORUM = 15;

/** Builds the menu of the channels to which a message can be forwarded; `choose` is given the id of one. */
export function forwardMenu(
  { channel_id: from }: Pick<APIMessage, 'channel_id'>,
  { channels, guilds }: Pick<MemberView, 'channels' | 'guilds'>,
  choose: (channelId: string) => void,
): Menu {
  const open = channels.filter((channel) => channel.type !== FORUM && mayWrite(channel));
  const groups = Map.groupBy(open, ({ guild_id: guild }) => guild);
  return {
    label: 'Forward to',
    groups: [...groups].map(([guild, listed]) => ({
      title: guilds.find(({ id }) => id === guild)?.name ?? 'Direct messages',
      items: listed.map(({ id, name }) => ({
        label: name ?? 'Direct message',
        ...(id === from ? { detail: 'this channel' } : {}),
        choose: () => choose(id),
      })),
    })),
  };
}
