import type { CommandOption } from '../../world/commandOption.ts';

/** Kinds of options whose value is picked from a list, never typed freely. */
const PICKED = { BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9 };
export const ATTACHMENT = 11;

export type OptionValue = string | number | boolean;

/** A choice in a list: its name, and the value that is sent. */
export interface Choice {
  readonly name: string;
  readonly value: OptionValue;
}

/** What a field holds: a value, nothing, or something that cannot be sent. */
export type Checked = { readonly value: OptionValue } | { readonly problem: string } | { readonly empty: true };

/** What is checked of an option. */
type Limits = Omit<CommandOption, 'description'>;

/** Whether an option's value must be one that is offered. */
export function isPicked(option: Pick<CommandOption, 'type' | 'choices'>): boolean {
  return hasChoices(option) || Object.values(PICKED).includes(option.type);
}

/** Checks what an option's field holds: what was typed, unless something was picked from a list. */
export function optionValue(
  option: Limits,
  text: string,
  picked: { readonly value: OptionValue } | undefined,
): Checked {
  if (picked) return { value: picked.value };
  const typed = text.trim();
  if (typed === '') return option.required ? { problem: `${option.name} is required` } : { empty: true };
  if (option.choices && hasChoices(option)) return choiceValue(option.name, option.choices, typed);
  if (isPicked(option)) return { problem: `${option.name} must be one of the listed values` };
  if (option.type === ATTACHMENT) return { problem: `${option.name}: choose a file` };
  if (option.type === 4 || option.type === 10) return numberValue(option, typed);
  if (typed.length < (option.min_length ?? 0))
    return { problem: `${option.name} needs at least ${option.min_length} characters` };
  const most = option.max_length ?? 6000;
  if (typed.length > most)
    return { problem: `${option.name} may have at most ${most} characters; these are ${typed.length}` };
  return { value: typed };
}

function numberValue(option: Limits, typed: string): Checked {
  const value = Number(typed);
  if (!Number.isFinite(value)) return { problem: `${option.name} must be a number` };
  if (option.type === 4 && !Number.isInteger(value)) return { problem: `${option.name} must be a whole number` };
  if (value < (option.min_value ?? -Infinity))
    return { problem: `${option.name} must be at least ${option.min_value}` };
  if (value > (option.max_value ?? Infinity)) return { problem: `${option.name} must be at most ${option.max_value}` };
  return { value };
}

/** A choice may be typed out, by what is shown of it or by what is sent. */
function choiceValue(name: string, choices: readonly Choice[], typed: string): Checked {
  const wanted = typed.toLowerCase();
  const named = (choice: Choice): boolean =>
    [choice.name, String(choice.value)].some((text) => text.toLowerCase() === wanted);
  const choice = choices.find(named);
  if (choice) return { value: choice.value };
  return { problem: `${name} must be one of ${choices.map((each) => `“${each.name}”`).join(', ')}` };
}

function hasChoices({ choices }: Pick<CommandOption, 'choices'>): boolean {
  return choices !== undefined && choices.length > 0;
}
