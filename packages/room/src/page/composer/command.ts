import type { CommandOption } from '../../world/commandOption.ts';
import type { ViewChannel, ViewCommand } from '../../members/events.ts';
import type { OptionValue } from './optionValue.ts';

const USE_APPLICATION_COMMANDS = 1n << 31n;
const ADMINISTRATOR = 1n << 3n;

/** A slash command, or one subcommand of it, as it is typed. */
export interface Usage {
  readonly command: ViewCommand;
  /** Names below the command's: `['post', 'now']`. */
  readonly path: readonly string[];
  /** All of it: `digest post now`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
}

/** An option's value as it is sent; `focused` marks the one being completed. */
export interface GivenOption {
  readonly type: number;
  readonly name: string;
  readonly value: OptionValue;
  readonly focused?: true;
  /** What an option of files holds; `value` is its name, until it is sent. */
  readonly file?: File | undefined;
}

/** An option of a command's data: a value, or a subcommand with the options inside it. */
type DataOption =
  | GivenOption
  | { readonly type: number; readonly name: string; readonly options: readonly DataOption[] };

/** The `data` of an interaction for a slash command. */
export interface CommandData {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly version: string;
  readonly options: readonly DataOption[];
}

interface Place {
  /** 1 slash command, 2 menu of a person, 3 menu of a message. */
  readonly type: number;
  readonly guilds: readonly { readonly id: string; readonly bot: boolean }[];
}

/** Finds which commands of a type the member can use in a channel. */
export function usableCommands(
  commands: readonly ViewCommand[],
  channel: ViewChannel,
  { type, guilds }: Place,
): readonly ViewCommand[] {
  const permissions = BigInt(channel.permissions);
  const may = (needed: bigint): boolean => (permissions & ADMINISTRATOR) !== 0n || (permissions & needed) === needed;
  const installed = guilds.find(({ id }) => id === channel.guild_id)?.bot ?? true;
  if (!channel.bot || (channel.guild_id && !may(USE_APPLICATION_COMMANDS))) return [];
  return commands.filter((command) => {
    if (command.type !== type) return false;
    if (command.guild_id && command.guild_id !== channel.guild_id) return false;
    if (command.contexts && !command.contexts.includes(channel.guild_id ? 0 : 1)) return false;
    if (channel.guild_id && !installed && !(command.integration_types ?? [0]).includes(1)) return false;
    const needed = command.default_member_permissions;
    return (
      !channel.guild_id ||
      needed === null ||
      needed === undefined ||
      (needed === '0' ? may(ADMINISTRATOR) : may(BigInt(needed)))
    );
  });
}

/** Lists slash commands as they are typed: one entry for each command, or for each of its subcommands. */
export function commandUsages(commands: readonly ViewCommand[]): readonly Usage[] {
  const expand = (
    command: ViewCommand,
    part: Pick<CommandOption, 'description' | 'options'>,
    path: readonly string[],
  ): readonly Usage[] => {
    const inner = (part.options ?? []).filter((option) => option.type <= 2);
    if (inner.length > 0) return inner.flatMap((option) => expand(command, option, [...path, option.name]));
    const { options = [], description } = part;
    return [{ command, path, name: [command.name, ...path].join(' '), description, options }];
  };
  return commands.flatMap((command) => expand(command, command, []));
}

/** Finds usages for what was typed after the slash: names that begin with it first, then names and descriptions that hold it. */
export function matchUsages(usages: readonly Usage[], typed: string): readonly Usage[] {
  const text = typed.toLowerCase();
  const rank = ({ name, description }: Usage): number => {
    if (name.startsWith(text)) return 0;
    if (name.includes(text)) return 1;
    return text.length > 2 && description.toLowerCase().includes(text) ? 2 : 3;
  };
  return usages
    .map((usage) => ({ usage, rank: rank(usage) }))
    .filter((entry) => entry.rank < 3)
    .sort((one, other) => one.rank - other.rank || one.usage.name.localeCompare(other.usage.name))
    .map(({ usage }) => usage);
}

/** Separates options from the files that they hold, which they then name by their places. */
export function withFiles(values: readonly GivenOption[]): {
  readonly given: readonly GivenOption[];
  readonly files: readonly File[];
} {
  const files: File[] = [];
  const given = values.map(({ file, ...option }) =>
    file === undefined ? option : { ...option, value: String(files.push(file) - 1) },
  );
  return { given, files };
}

/** Builds the `data` of an interaction as Discord's own clients send it. */
export function commandData({ command, path }: Usage, values: readonly GivenOption[]): CommandData {
  const nest = (names: readonly string[], parts: readonly CommandOption[]): readonly DataOption[] => {
    const part = parts.find(({ name }) => name === names[0]);
    if (part === undefined) return values;
    return [{ type: part.type, name: part.name, options: nest(names.slice(1), part.options ?? []) }];
  };
  return {
    id: command.id,
    name: command.name,
    type: 1,
    version: command.version,
    options: nest(path, command.options ?? []),
  };
}
