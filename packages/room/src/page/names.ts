import type { MemberView, ViewChannel } from '../members/events.ts';

/** A user as any of Discord's objects names one. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly bot?: boolean;
  readonly color?: string;
}

/** A user as the page shows one. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  readonly color: string | undefined;
}

/** What a member's view calls people, roles and channels. */
export interface Names {
  readonly user: (id: string) => string;
  readonly role: (id: string) => string;
  /** Undefined if the member may not see the channel. */
  readonly channel: (id: string) => string | undefined;
  readonly author: (user: Person) => Author;
  /** Puts a slash command into the composer. */
  readonly openCommand: (name: string) => void;
}

/** Builds the names that a member's view knows. */
export function createNames(view: MemberView, openCommand: (name: string) => void): Names {
  const users = new Map<string, Person>([...view.users, view.user, view.bot].map((user) => [user.id, user]));
  return {
    author: (user) => {
      const known = users.get(user.id) ?? user;
      return { id: user.id, name: displayName(known), bot: known.bot === true, color: known.color };
    },
    user: (id) => {
      const known = users.get(id);
      return known ? displayName(known) : 'unknown-user';
    },
    role: (id) => view.roles.find((role) => role.id === id)?.name ?? 'unknown-role',
    channel: (id) => {
      const channel = view.channels.find((each) => each.id === id);
      return channel && channelName(channel, view);
    },
    openCommand,
  };
}

/** The name under which a user is shown. */
export function displayName(user: Pick<Person, 'username' | 'global_name'>): string {
  return user.global_name ?? user.username;
}

/** The name of a channel; a direct message has that of the other. */
export function channelName(channel: Pick<ViewChannel, 'name'>, view: Pick<MemberView, 'bot'>): string {
  return channel.name || displayName(view.bot);
}
