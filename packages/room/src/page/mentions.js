import { displayName } from './names.js';

/**
 * Writes `@name` and `#name` as Discord's clients do before they send a message: `<@id>`, `<#id>`. Names of nobody stay as they are.
 *
 * @param {string} content
 * @param {Pick<import('../events.ts').MemberView, 'users' | 'bot' | 'channels'>} view
 */
export function withMentions(content, view) {
  const named = new Map([
    ...[...view.users, view.bot].map((user) => [`@${displayName(user)}`.toLowerCase(), `<@${user.id}>`]),
    ...view.channels
      .filter(({ guild_id: guild }) => guild)
      .map(({ name, id }) => [`#${name}`.toLowerCase(), `<#${id}>`]),
  ]);
  // The longest name comes first, so that "@Ann" does not take the place of "@Ann Lee".
  const names = [...named.keys()].sort((one, other) => other.length - one.length).map((name) => RegExp.escape(name));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}<\\\\])(?:${names.join('|')})(?![\\p{L}\\p{N}_-])`, 'giu');
  return content.replace(pattern, (name) => named.get(name.toLowerCase()) ?? name);
}
