import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Command } from '../command/command.ts';
import { isSlash } from '../command/command.ts';
import { optionsOfCommand, subcommandsOf } from '../command/subcommands.ts';

/** What was typed: options by name, as text, with `true` for one that was given no value. */
export type ParsedArguments =
  | {
      readonly kind: 'arguments';
      readonly options: Readonly<Record<string, string | boolean>>;
      readonly rest: readonly string[];
    }
  | { readonly kind: 'invalid'; readonly message: string };

const FLAGS = new Set(['json', 'help']);

/**
 * Splits `--name value`, `--name=value`, `--flag` and the words that stand alone. Everything after `--` stands alone.
 * `flags` are options that take no value unless it is given with `=`.
 */
export function parseArguments(words: readonly string[], flags: ReadonlySet<string> = FLAGS): ParsedArguments {
  const options: Record<string, string | boolean> = {};
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (word === '--') return { kind: 'arguments', options, rest: [...rest, ...words.slice(at + 1)] };
    const match = /^--([A-Za-z][\w-]*)(?:=([\s\S]*))?$/u.exec(word);
    if (!match) {
      rest.push(word === '-h' ? '--help' : word);
      if (word === '-h') options['help'] = true;
      continue;
    }
    const [, name, value] = match as unknown as [string, string, string | undefined];
    if (name in options) return { kind: 'invalid', message: `--${name} is given twice.` };
    if (value !== undefined) options[name] = value;
    else if (flags.has(name)) options[name] = true;
    else if (at + 1 < words.length) options[name] = words[(at += 1)]!;
    else return { kind: 'invalid', message: `--${name} needs a value.` };
  }
  return { kind: 'arguments', options, rest };
}

/** Lists the flags of a command: the common ones, and its own options that are true or false. */
export function flagsOf({ definition }: Command, subcommand?: string): ReadonlySet<string> {
  if (!isSlash(definition)) return FLAGS;
  const form = optionsOfCommand(definition, subcommand);
  const booleans =
    'kind' in form
      ? []
      : form.options.flatMap(({ type, name }) => (type === ApplicationCommandOptionType.Boolean ? [name] : []));
  return new Set([...FLAGS, ...booleans]);
}

/**
 * Gives words that stand alone their options: the subcommand first where there are any, then the first option of type
 * text, which takes all of them.
 */
export function placeWords({ definition }: Command, words: readonly string[]): Readonly<Record<string, string>> {
  if (!isSlash(definition)) return words.length === 0 ? {} : { message: words.join(' ') };
  const subcommands = subcommandsOf(definition);
  if (subcommands.size === 0) return placeText(definition, undefined, words);
  const [subcommand, ...others] = words;
  return subcommand === undefined ? {} : { subcommand, ...placeText(definition, subcommand, others) };
}

/** Gives an option with choices one word, and the first text option without choices all that are left. */
function placeText(
  definition: Command['definition'],
  subcommand: string | undefined,
  words: readonly string[],
): Readonly<Record<string, string>> {
  const form = isSlash(definition) ? optionsOfCommand(definition, subcommand) : undefined;
  if (words.length === 0 || !form || 'kind' in form) return {};
  const placed: Record<string, string> = {};
  let left = words;
  for (const option of form.options) {
    if (option.type !== ApplicationCommandOptionType.String || left.length === 0) continue;
    const chosen = 'choices' in option && option.choices && option.choices.length > 0;
    if (chosen && option.required !== true) continue;
    placed[option.name] = chosen ? left[0]! : left.join(' ');
    left = chosen ? left.slice(1) : [];
  }
  return left.length === 0 ? placed : { ...placed, words: left.join(' ') };
}
