import type { MemberView, ViewChannel } from '../members/events.ts';
import type { RoomMember } from './client/roomMember.ts';
import { el } from './el.ts';
import { icon, type IconName } from './icon.ts';
import { avatar } from './message/avatar.ts';
import { channelName, displayName, type Names } from './names.ts';

const ICONS: Readonly<Record<number, IconName>> = {
  1: 'at',
  5: 'megaphone',
  10: 'thread',
  11: 'thread',
  12: 'thread',
  15: 'forum',
  16: 'forum',
};
/** What is before a channel's name for those who hear it. */
const KINDS: Readonly<Record<number, string>> = {
  1: 'direct message',
  5: 'announcements',
  10: 'thread',
  11: 'thread',
  12: 'private thread',
  15: 'forum',
  16: 'forum',
};
/** Kinds that show no messages here: voice, categories, stages. */
const HIDDEN: ReadonlySet<number> = new Set([2, 4, 13]);

/** The icon of a channel's kind. */
export function channelIcon(channel: ViewChannel): SVGSVGElement {
  return icon(ICONS[channel.type] ?? 'hash');
}

/** Whether the page can show a channel. */
export function isShown(channel: ViewChannel): boolean {
  return !HIDDEN.has(channel.type);
}

interface ListState {
  /** The id of the open channel. */
  readonly current: string;
  /** Ids of channels with messages that the member has not seen. */
  readonly unread: ReadonlySet<string>;
  readonly names: Names;
}

/** Shows servers with their channels, and direct messages. */
export function channelViews(view: MemberView, { current, unread, names }: ListState): readonly Node[] {
  const link = (channel: ViewChannel): HTMLElement => {
    const thread = channel.type >= 10 && channel.type <= 12;
    const name = channelName(channel, view);
    const kind = KINDS[channel.type];
    return el(
      'li',
      {},
      el(
        `a.channel${thread ? '.thread' : ''}${unread.has(channel.id) ? '.unread' : ''}`,
        { href: `#${channel.id}`, 'aria-current': channel.id === current ? 'page' : undefined },
        channel.type === 1 ? avatar(names.author(view.bot)) : channelIcon(channel),
        el('span.channel-name', {}, name),
        kind && channel.type !== 1 ? el('span.sr', {}, `, ${kind}`) : null,
        unread.has(channel.id) ? el('span.sr', {}, ', unread') : null,
      ),
    );
  };
  const shown = view.channels.filter(isShown);
  const groups = view.guilds.map((guild) => ({
    title: guild.name,
    note: guild.bot ? undefined : `${displayName(view.bot)} is no member here; you installed it for yourself`,
    channels: shown.filter((channel) => channel.guild_id === guild.id),
  }));
  const direct = shown.filter((channel) => channel.guild_id === undefined);
  return [...groups, { title: 'Direct messages', note: undefined, channels: direct }]
    .filter(({ channels }) => channels.length > 0)
    .map(({ title, note, channels }, index) =>
      el(
        'section.channel-group',
        { 'aria-labelledby': `group-${index}` },
        el('h2', { id: `group-${index}`, title: note }, title),
        note ? el('p.group-note', {}, note) : null,
        el('ul', {}, ...channels.map(link)),
      ),
    );
}

/** Shows who one is in the room; the button opens the choice of members. */
export function memberViews(view: MemberView, members: readonly RoomMember[], names: Names): readonly Node[] {
  const me = members.find(({ id }) => id === view.user.id);
  return [
    avatar(names.author(view.user)),
    el('span.member-name', {}, displayName(view.user), el('small', {}, roleOf(me))),
    icon('chevron'),
  ];
}

/** Says in a word what a member may do. */
export function roleOf(member: RoomMember | undefined): string {
  const permissions = BigInt(member?.permissions ?? 0);
  return (permissions & (32n | 8n)) === 0n ? 'Member' : 'Can manage the server';
}
