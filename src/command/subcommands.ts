import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Answer, AnswerOf } from '../answer/answer.ts';
import { nearest } from '../language/nearest.ts';
import { optionProblem } from '../reply/words/commands/optionWords.ts';
import type { CommandOptions, OptionDefinition, SlashDefinition, CommandContext } from './command.ts';

/** A subcommand in the format of Discord's API, among the options of its command. */
export type SubcommandDefinition = Extract<
  NonNullable<SlashDefinition['options']>[number],
  { type: ApplicationCommandOptionType.Subcommand }
>;

/**
 * A subcommand: its definition as plain data, and a function from its options to an answer. Its file types the options
 * as `OptionsOf<typeof definition>`, as the file of a command does.
 */
export interface Subcommand<Context extends CommandContext = CommandContext> {
  readonly definition: SubcommandDefinition;
  run(options: CommandOptions, context: Context): Answer | Promise<Answer>;
}

/** Runs the subcommand that checked options name. Throws a `RangeError` if there is none with that name. */
export function runSubcommand<Context extends CommandContext>(
  subcommands: readonly Subcommand<Context>[],
  { subcommand: name, ...options }: CommandOptions,
  context: Context,
): Answer | Promise<Answer> {
  const subcommand = subcommands.find(({ definition }) => definition.name === name);
  if (!subcommand) throw new RangeError(`Cannot run subcommand "${name}": there is none of that name`);
  return subcommand.run(options, context);
}

/** The options that a use of a command may have. */
export interface OptionForm {
  readonly subcommand: string | undefined;
  readonly options: readonly OptionDefinition[];
}

/** Lists a command's subcommands by name, with their options; empty if it has none. */
export function subcommandsOf(definition: SlashDefinition): ReadonlyMap<string, readonly OptionDefinition[]> {
  return new Map(
    (definition.options ?? []).flatMap((option) =>
      option.type === ApplicationCommandOptionType.Subcommand ? [[option.name, option.options ?? []] as const] : [],
    ),
  );
}

/** Finds the options of a subcommand, or says which subcommands there are. */
export function optionsOfCommand(definition: SlashDefinition, subcommand: unknown): OptionForm | AnswerOf<'invalid'> {
  const subcommands = subcommandsOf(definition);
  if (subcommands.size === 0) return { subcommand: undefined, options: basicOptions(definition) };
  const options = typeof subcommand === 'string' ? subcommands.get(subcommand) : undefined;
  if (options) return { subcommand: subcommand as string, options };
  const names = [...subcommands.keys()];
  const typed = typeof subcommand === 'string' ? subcommand : undefined;
  return {
    kind: 'invalid',
    option: 'subcommand',
    message: optionProblem({ kind: 'no-subcommand', command: definition.name, typed, names }),
    nearest: typed === undefined ? [] : nearest(typed, names),
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
