import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { AnswerOf } from '../answer/answer.ts';
import type { Said } from '../answer/said.ts';
import { optionProblem, type OptionProblem } from '../reply/words/commands/optionWords.ts';
import { nearest } from '../language/nearest.ts';
import { isSlash, type Command, type CommandOptions, type OptionDefinition, type OptionValue } from './command.ts';
import { optionsOfCommand } from './subcommands.ts';

/** The maximum length of a text option whose definition sets none; Discord's own limit. */
const OPTION_MAX_CHARS = 6000;

/** Valid options, or a sentence that says which one is invalid. */
export type CheckedOptions = { readonly kind: 'options'; readonly options: CommandOptions } | AnswerOf<'invalid'>;

type NumberOption = Extract<
  OptionDefinition,
  { type: ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number }
>;
type TextOption = Extract<OptionDefinition, { type: ApplicationCommandOptionType.String }>;
type Checked =
  | { readonly value: OptionValue }
  | { readonly problem: OptionProblem; readonly nearest?: readonly string[] };

/**
 * Checks options from outside against a command's definition: names, types, lengths, ranges and choices, and control
 * characters in text. Numbers and booleans may be given as text, as a terminal does; text is only trimmed. Optional
 * options left empty are dropped.
 */
export function checkOptions(
  { definition }: Pick<Command, 'definition'>,
  given: Readonly<Record<string, unknown>>,
): CheckedOptions {
  if (!isSlash(definition)) return checkMessage(given);
  const form = optionsOfCommand(definition, given['subcommand']);
  if ('kind' in form) return form;
  const { subcommand, options: expected } = form;
  const use = subcommand === undefined ? definition.name : `${definition.name} ${subcommand}`;
  const names = expected.map(({ name }) => name);
  const unknown = Object.keys(given).find((name) => name !== 'subcommand' && !names.includes(name));
  if (unknown !== undefined) {
    const problem = { kind: 'unknown-option', command: use, name: unknown, names } as const;
    return invalid(unknown, optionProblem(problem), nearest(unknown, names));
  }
  const options: Record<string, OptionValue> = subcommand === undefined ? {} : { subcommand };
  for (const option of expected) {
    const value = given[option.name];
    if (isEmpty(value)) {
      if (option.required === true)
        return invalid(option.name, optionProblem({ ...option, kind: 'missing', command: use }));
      continue;
    }
    const checked = checkOption(option, value);
    if ('problem' in checked) return invalid(option.name, optionProblem(checked.problem), checked.nearest);
    options[option.name] = checked.value;
  }
  return { kind: 'options', options };
}

/** Builds the answer that says what is wrong with an option. */
export function invalid(option: string, message: string | Said, near: readonly string[] = []): AnswerOf<'invalid'> {
  if (typeof message === 'string') return { kind: 'invalid', option, message, nearest: near };
  return { kind: 'invalid', option, message: message.text, nearest: near, pieces: message.pieces };
}

/** A message menu has the text of its message, and may start with a later quotation in it. */
function checkMessage(given: Readonly<Record<string, unknown>>): CheckedOptions {
  const { message, from = 1 } = given;
  if (typeof message !== 'string' || message.trim() === '')
    return invalid('message', optionProblem({ kind: 'empty-message' }));
  const start = Number(from);
  if (!Number.isInteger(start) || start < 1 || start > OPTION_MAX_CHARS)
    return invalid('from', optionProblem({ kind: 'no-quotation-number' }));
  return {
    kind: 'options',
    options: { message: message.slice(0, OPTION_MAX_CHARS), ...(start === 1 ? {} : { from: start }) },
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function checkOption(option: OptionDefinition, value: unknown): Checked {
  switch (option.type) {
    case ApplicationCommandOptionType.Boolean:
      return checkBoolean(option, value);
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return checkNumber(option, value);
    case ApplicationCommandOptionType.String:
      return checkText(option, value);
    case ApplicationCommandOptionType.User:
    case ApplicationCommandOptionType.Channel:
    case ApplicationCommandOptionType.Role:
    case ApplicationCommandOptionType.Mentionable:
    case ApplicationCommandOptionType.Attachment:
      return typeof value === 'string' && /^\d{1,20}$/u.test(value)
        ? { value }
        : { problem: { kind: 'no-id', name: option.name, value } };
    default:
      return option satisfies never;
  }
}

function checkBoolean({ name }: OptionDefinition, value: unknown): Checked {
  if (typeof value === 'boolean') return { value };
  if (value === 'true' || value === 'yes') return { value: true };
  if (value === 'false' || value === 'no') return { value: false };
  return { problem: { kind: 'no-boolean', name, value }, nearest: ['true', 'false'] };
}

function checkNumber(option: NumberOption, value: unknown): Checked {
  const number = typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/u.test(value) ? Number(value) : value;
  const whole = option.type === ApplicationCommandOptionType.Integer;
  if (typeof number !== 'number' || !Number.isFinite(number) || (whole && !Number.isInteger(number))) {
    return { problem: { kind: 'no-number', name: option.name, isWhole: whole, value } };
  }
  const { min_value: min = -Infinity, max_value: max = Infinity } = option as {
    min_value?: number;
    max_value?: number;
  };
  if (number >= min && number <= max) return { value: number };
  return {
    problem: { kind: 'out-of-range', name: option.name, min, max, value: number },
    nearest: [String(number < min ? min : max)],
  };
}

function checkText(option: TextOption, value: unknown): Checked {
  const { name } = option;
  if (typeof value !== 'string') return { problem: { kind: 'no-text', name, value } };
  const { choices, max_length: max = OPTION_MAX_CHARS } = option as {
    choices?: readonly { value: string }[];
    max_length?: number;
  };
  const text = value.trim();
  const control = /[\p{Cc}]/u.exec(text.replaceAll(/[\n\r\t]/gu, ''));
  if (control) return { problem: { kind: 'control-character', name, character: control[0] } };
  if (text.length > max) return { problem: { kind: 'too-long', name, max, length: text.length } };
  if (!choices || choices.length === 0) return { value: text };
  const values = choices.map((choice) => choice.value);
  const same = values.find((choice) => choice.toLowerCase() === text.toLowerCase());
  if (same !== undefined) return { value: same };
  return { problem: { kind: 'no-choice', name, values, value: text }, nearest: nearest(text, values) };
}
