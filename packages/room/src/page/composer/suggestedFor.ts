import type { MemberView } from '../../members/events.ts';
import { channelName, displayName } from '../names.ts';
import { matchUsages, type Usage } from './command.ts';

const MAX_NAMES = 10;

/** What may follow a text: commands, or names that complete its last word. */
export type Suggested =
  | { readonly kind: 'commands'; readonly title: string; readonly usages: readonly Usage[] }
  | {
      readonly kind: 'names';
      readonly title: string;
      /** With their sign: `@mara`. */
      readonly names: readonly string[];
      /** The last word, which a name takes the place of. */
      readonly typed: string;
    };

/** Finds what may follow the text before the cursor: commands after a slash, people after `@`, channels after `#`. */
export function suggestedFor(
  text: string,
  {
    usages,
    view,
  }: { readonly usages: readonly Usage[]; readonly view: Pick<MemberView, 'users' | 'channels' | 'bot'> },
): Suggested | undefined {
  const command = /^\/([^\n]*)$/.exec(text)?.[1];
  if (command !== undefined) return { kind: 'commands', title: 'Commands', usages: matchUsages(usages, command) };
  const name = /(?:^|\s)([@#])([^\s@#]*)$/.exec(text);
  if (!name) return undefined;
  const [, sign = '', wanted = ''] = name;
  const all =
    sign === '@'
      ? view.users.map(displayName)
      : view.channels.filter(({ guild_id: guild }) => guild).map((channel) => channelName(channel, view));
  return {
    kind: 'names',
    title: sign === '@' ? 'People' : 'Channels',
    names: all
      .filter((each) => each.toLowerCase().startsWith(wanted.toLowerCase()))
      .slice(0, MAX_NAMES)
      .map((each) => `${sign}${each}`),
    typed: `${sign}${wanted}`,
  };
}
