import { el } from './el.js';
import { icon } from './icon.js';
import { avatar } from './message-view.js';
import { channelName, displayName } from './names.js';

const ICONS = { 1: 'at', 5: 'megaphone', 10: 'thread', 11: 'thread', 12: 'thread', 15: 'forum', 16: 'forum' };
/** What stands before a channel's name for those who hear it. */
const KINDS = {
  1: 'direct message',
  5: 'announcements',
  10: 'thread',
  11: 'thread',
  12: 'private thread',
  15: 'forum',
  16: 'forum',
};
/** Kinds that show no messages here: voice, categories, stages. */
const HIDDEN = new Set([2, 4, 13]);

/** The icon of a channel's kind. */
export function channelIcon(channel) {
  return icon(ICONS[channel.type] ?? 'hash');
}

/** Whether the page can show a channel. */
export function isShown(channel) {
  return !HIDDEN.has(channel.type);
}

/**
 * Shows servers with their channels, and direct messages.
 *
 * @param {import('../events.ts').MemberView} view
 * @param {{current: string, unread: ReadonlySet<string>, names: import('./names.js').Names}} state
 * @returns {Node[]}
 */
export function channelViews(view, { current, unread, names }) {
  const link = (channel) => {
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
  groups.push({ title: 'Direct messages', channels: shown.filter((channel) => channel.guild_id === undefined) });
  return groups
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
export function memberViews(view, members, names) {
  const me = members.find(({ id }) => id === view.user.id);
  return [
    avatar(names.author(view.user)),
    el('span.member-name', {}, displayName(view.user), el('small', {}, roleOf(me))),
    icon('chevron'),
  ];
}

/** Says in a word what a member may do. */
export function roleOf(member) {
  const permissions = BigInt(member?.permissions ?? 0);
  return (permissions & (32n | 8n)) === 0n ? 'Member' : 'Can manage the server';
}
