import type { MemberView, ViewChannel, ViewUser } from '../../src/members/events.ts';

/** A user of a view. */
function user(id: string, username: string): ViewUser {
  return { id, username, global_name: null, bot: false };
}

/** A text channel of the server 9, unless more is given. */
export function channel(id: string, name: string, given: Partial<ViewChannel> = {}): ViewChannel {
  return { id, name, type: 0, guild_id: '9', position: 0, permissions: '0', bot: true, ...given };
}

/** Two members, the bot, a server with two channels, and another with one. */
export const VIEW: MemberView = {
  user: user('1', 'Ann'),
  bot: { ...user('3', 'helper'), bot: true },
  application_id: '3',
  guilds: [{ id: '9', name: 'Home', bot: true }],
  channels: [channel('4', 'general'), channel('5', 'news', { type: 5 }), channel('6', 'lobby', { guild_id: '10' })],
  users: [user('1', 'Ann'), user('2', 'Bob')],
  roles: [
    { id: '7', guild_id: '9', name: '@everyone', color: 0 },
    { id: '8', guild_id: '10', name: 'Elsewhere', color: 0 },
  ],
  commands: [],
};
