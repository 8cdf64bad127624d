import type { CommandInteractionOption } from 'discord.js';
import { ApplicationCommandOptionType } from 'discord.js';

/** Reads the options of an interaction into one plain object; the name of a subcommand is under `subcommand`. */
export function plainOptions(data: readonly CommandInteractionOption[]): Readonly<Record<string, unknown>> {
  const entries = data.flatMap(({ type, name, value, options = [] }): readonly (readonly [string, unknown])[] =>
    type === ApplicationCommandOptionType.Subcommand
      ? [['subcommand', name], ...Object.entries(plainOptions(options))]
      : [[name, value]],
  );
  return Object.fromEntries(entries);
}
