import type { MemberView, ViewChannel, ViewUser } from '../../members/events.ts';

const NOBODY: ViewUser = { id: '0', username: '', global_name: null, bot: false };

/** What a page sees before the room has answered. */
export const EMPTY_VIEW: MemberView = {
  user: NOBODY,
  bot: NOBODY,
  application_id: '0',
  guilds: [],
  channels: [],
  users: [],
  roles: [],
  commands: [],
};

/** The channel that is open before the room has answered. */
export const NO_CHANNEL: ViewChannel = { id: '0', type: 1, name: '', position: 0, permissions: '0', bot: false };
