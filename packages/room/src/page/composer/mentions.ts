import type { MemberView } from '../../members/events.ts';
import { displayName } from '../names.ts';

/** Writes `@name` and `#name` as Discord's clients do before they send a message: `<@id>`, `<#id>`. Other names stay as they are. */
export function withMentions(content: string, view: Pick<MemberView, 'users' | 'bot' | 'channels'>): string {
  const named = new Map<string, string>();
  for (const user of [...view.users, view.bot]) named.set(`@${displayName(user)}`.toLowerCase(), `<@${user.id}>`);
  for (const { guild_id: guild, name, id } of view.channels)
    if (guild !== undefined) named.set(`#${name}`.toLowerCase(), `<#${id}>`);
  // The longest name comes first, so that "@Ann" does not take the place of "@Ann Lee".
  const names = [...named.keys()].sort((one, other) => other.length - one.length).map((name) => RegExp.escape(name));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}<\\\\])(?:${names.join('|')})(?![\\p{L}\\p{N}_-])`, 'giu');
  return content.replace(pattern, (name) => named.get(name.toLowerCase()) ?? name);
}
