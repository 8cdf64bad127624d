import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { AnswerOf } from '../answer/answer.ts';
import { invalid } from '../command/checkOptions.ts';
import { isSlash, type Command, type OptionDefinition } from '../command/command.ts';
import { optionsOfCommand, subcommandsOf } from '../command/subcommands.ts';
import { fileOptionsOf } from './fileOptions.ts';
import { COMMON_FLAGS, type Forms, type TypedOptions } from './parseArguments.ts';

/** Words as options by name, or why they cannot be assigned. */
export type PlacedWords = { readonly kind: 'placed'; readonly options: TypedOptions } | AnswerOf<'invalid'>;

/** Returns how the options of a command, including those of all its subcommands, are written. */
export function formsOf({ definition }: Command): Forms {
  if (!isSlash(definition)) return { flags: COMMON_FLAGS, values: new Set(['message']) };
  const subcommands = [...subcommandsOf(definition).values()];
  const options = subcommands.length > 0 ? subcommands.flat() : ((definition.options ?? []) as OptionDefinition[]);
  const names = (boolean: boolean): readonly string[] =>
    options.filter((option) => isBoolean(option) === boolean).map(({ name }) => name);
  const files = fileOptionsOf(definition.name).map(({ name }) => name);
  return { flags: COMMON_FLAGS, booleans: new Set(names(true)), values: new Set([...names(false), ...files]) };
}

/**
 * Assigns positional words to options: first the subcommand if there are any, then each required option with choices
 * one word, then everything left to the first text option that was not named.
 */
export function placeWords({ definition }: Command, words: readonly string[], named: TypedOptions): PlacedWords {
  if (!isSlash(definition)) {
    return { kind: 'placed', options: words.length === 0 ? named : { message: words.join(' '), ...named } };
  }
  const [subcommand, ...others] = subcommandsOf(definition).size === 0 ? [undefined, ...words] : words;
  const form = optionsOfCommand(definition, subcommand);
  if ('kind' in form) return form;
  const placed: Record<string, string | boolean> = subcommand === undefined ? { ...named } : { subcommand, ...named };
  let left = others;
  for (const option of form.options) {
    if (left.length === 0) break;
    const chosen = 'choices' in option && option.choices !== undefined && option.choices.length > 0;
    if (option.type !== ApplicationCommandOptionType.String || (chosen && option.required !== true)) continue;
    if (Object.hasOwn(named, option.name)) {
      if (chosen) continue;
      break;
    }
    const [first = '', ...rest] = left;
    placed[option.name] = chosen ? first : left.join(' ');
    left = chosen ? rest : [];
    if (!chosen) break;
  }
  if (left.length === 0) return { kind: 'placed', options: placed };
  const use = [definition.name, ...(subcommand === undefined ? [] : [subcommand])].join(' ');
  const names = form.options.map(({ name }) => `--${name}`);
  const hint = names.length === 0 ? 'it takes no options' : `name the option that it is for: ${names.join(', ')}`;
  return invalid('words', `/${use} cannot place "${left.join(' ').slice(0, 60)}"; ${hint}.`);
}

function isBoolean({ type }: OptionDefinition): boolean {
  return type === ApplicationCommandOptionType.Boolean;
}
