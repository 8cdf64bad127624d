/**
 * @typedef {object} Names
 * @property {(id: string) => string} user
 * @property {(id: string) => string} role
 * @property {(id: string) => string | undefined} channel none where the member may not see it
 * @property {(user: object) => {id: string, name: string, bot: boolean, color?: string}} author
 * @property {(name: string) => void} openCommand puts a slash command into the composer
 */

/**
 * Gives what a member's view calls people, roles and channels.
 *
 * @param {import('../events.ts').MemberView} view
 * @param {(name: string) => void} openCommand
 * @returns {Names}
 */
export function createNames(view, openCommand) {
  const users = new Map([...view.users, view.user, view.bot].map((user) => [user.id, user]));
  const author = (user) => {
    const known = users.get(user.id) ?? user;
    return { id: user.id, name: displayName(known), bot: known.bot === true, color: known.color };
  };
  return {
    author,
    user: (id) => (users.has(id) ? displayName(users.get(id)) : 'unknown-user'),
    role: (id) => view.roles.find((role) => role.id === id)?.name ?? 'unknown-role',
    channel: (id) => {
      const channel = view.channels.find((each) => each.id === id);
      return channel && channelName(channel, view);
    },
    openCommand,
  };
}

/** The name under which a user is shown. */
export function displayName(user) {
  return user.global_name ?? user.username;
}

/** The name of a channel; a direct message has that of the other. */
export function channelName(channel, view) {
  return channel.name || displayName(view.bot);
}
