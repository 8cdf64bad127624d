import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { AnswerOf } from '../answer/answer.ts';
import { nearest } from '../language/nearest.ts';
import type { OptionDefinition, SlashDefinition } from './command.ts';

/** The options that a use of a command may have. */
export interface OptionForm {
  readonly subcommand: string | undefined;
  readonly options: readonly OptionDefinition[];
}

/** Lists a command's subcommands by name; empty where it has none. */
export function subcommandsOf(definition: SlashDefinition): ReadonlyMap<string, readonly OptionDefinition[]> {
  return new Map(
    (definition.options ?? []).flatMap((option) =>
      option.type === ApplicationCommandOptionType.Subcommand ? [[option.name, option.options ?? []] as const] : [],
    ),
  );
}

/** Finds the options that go with a subcommand, or says which subcommands there are. */
export function optionsOfCommand(definition: SlashDefinition, subcommand: unknown): OptionForm | AnswerOf<'invalid'> {
  const subcommands = subcommandsOf(definition);
  if (subcommands.size === 0) return { subcommand: undefined, options: basicOptions(definition) };
  const options = typeof subcommand === 'string' ? subcommands.get(subcommand) : undefined;
  if (options) return { subcommand: subcommand as string, options };
  const names = [...subcommands.keys()];
  const message =
    typeof subcommand === 'string' && subcommand !== ''
      ? `/${definition.name} has no "${subcommand.slice(0, 40)}"; it takes one of ${names.join(', ')}.`
      : `/${definition.name} needs one of ${names.join(', ')}.`;
  return {
    kind: 'invalid',
    option: 'subcommand',
    message,
    nearest: typeof subcommand === 'string' ? nearest(subcommand, names) : [],
  };
}

function basicOptions(definition: SlashDefinition): readonly OptionDefinition[] {
  return (definition.options ?? []).flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
      ? []
      : [option],
  );
}
