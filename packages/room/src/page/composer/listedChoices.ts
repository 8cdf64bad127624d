import type { CommandOption } from '../../world/commandOption.ts';
import type { MemberView, ViewChannel } from '../../members/events.ts';
import { channelName, displayName } from '../names.ts';
import type { Choice } from './optionValue.ts';

const BOOLEANS: readonly Choice[] = [
  { name: 'True', value: true },
  { name: 'False', value: false },
];

const BOOLEAN = 5;
const USER = 6;
const ROLE = 8;
const MENTIONABLE = 9;

/** Where a command is used. */
export interface ChoiceContext {
  readonly view: Pick<MemberView, 'users' | 'roles' | 'channels' | 'bot'>;
  readonly channel: Pick<ViewChannel, 'guild_id'>;
}

/** Lists what an option that is picked from a list offers, before anything is typed. */
export function listedChoices(
  option: Pick<CommandOption, 'type' | 'choices' | 'channel_types'>,
  { view, channel }: ChoiceContext,
): readonly Choice[] {
  if (option.choices && option.choices.length > 0) return option.choices;
  if (option.type === BOOLEAN) return BOOLEANS;
  const users = view.users.map((user) => ({ name: `@${displayName(user)}`, value: user.id }));
  const roles = view.roles
    .filter(({ guild_id: guild }) => guild === channel.guild_id)
    .map((role) => ({ name: `@${role.name.replace(/^@/, '')}`, value: role.id }));
  if (option.type === USER) return users;
  if (option.type === ROLE) return roles;
  if (option.type === MENTIONABLE) return [...users, ...roles];
  return channelsOf(option.channel_types, { view, channel }).map((each) => ({
    name: `#${channelName(each, view)}`,
    value: each.id,
  }));
}

/** Lists the channels of a server, of certain types if any are given. */
export function channelsOf(
  types: readonly number[] | undefined,
  { view, channel }: { readonly view: Pick<MemberView, 'channels'>; readonly channel: Pick<ViewChannel, 'guild_id'> },
): readonly ViewChannel[] {
  return view.channels.filter(
    (each) =>
      each.guild_id === channel.guild_id && (types === undefined || types.length === 0 || types.includes(each.type)),
  );
}
