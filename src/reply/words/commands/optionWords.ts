import { probablyMeant } from '../../../language/nearest.ts';

const NAME_MAX_CHARS = 40;
const VALUE_MAX_CHARS = 60;

/** What is wrong with a command's options, or with its name. Values are as given, of any type. */
export type OptionProblem =
  | {
      readonly kind: 'unknown-option';
      readonly command: string;
      readonly name: string;
      readonly names: readonly string[];
    }
  | { readonly kind: 'missing'; readonly command: string; readonly name: string; readonly description: string }
  | { readonly kind: 'no-id' | 'no-boolean' | 'no-text'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'no-number'; readonly name: string; readonly isWhole: boolean; readonly value: unknown }
  | {
      readonly kind: 'out-of-range';
      readonly name: string;
      readonly min: number;
      readonly max: number;
      readonly value: number;
    }
  | { readonly kind: 'control-character'; readonly name: string; readonly character: string }
  | { readonly kind: 'too-long'; readonly name: string; readonly max: number; readonly length: number }
  | { readonly kind: 'no-choice'; readonly name: string; readonly values: readonly string[]; readonly value: string }
  | { readonly kind: 'empty-message' | 'no-quotation-number' }
  /** `typed` is undefined if no subcommand was named. */
  | {
      readonly kind: 'no-subcommand';
      readonly command: string;
      readonly typed: string | undefined;
      readonly names: readonly string[];
    }
  | { readonly kind: 'no-command'; readonly typed: string; readonly names: readonly string[] };

/** Asks whether the name that comes near was meant; empty if none does. */
function didYouMean(typed: string, names: readonly string[]): string {
  const meant = probablyMeant(typed, names);
  return meant === undefined ? '' : `did you mean "${meant}"?`;
}

/** Says what is wrong with the options of a command. */
export function optionProblem(problem: OptionProblem): string {
  switch (problem.kind) {
    case 'unknown-option': {
      const { command, name, names } = problem;
      const hint = didYouMean(name, names);
      const takes = `t takes ${names.length === 0 ? 'none' : names.join(', ')}.`;
      return `/${command} has no option "${name.slice(0, NAME_MAX_CHARS)}"; ${hint === '' ? 'i' : `${hint} I`}${takes}`;
    }
    case 'missing':
      return `/${problem.command} needs the option "${problem.name}": ${inSentence(problem.description)}.`;
    case 'no-id':
      return `"${problem.name}" must be an id of digits, not ${shown(problem.value)}.`;
    case 'no-boolean':
      return `"${problem.name}" must be true or false, not ${shown(problem.value)}.`;
    case 'no-text':
      return `"${problem.name}" must be text, not ${shown(problem.value)}.`;
    case 'no-number':
      return `"${problem.name}" must be a ${problem.isWhole ? 'whole number' : 'number'}, not ${shown(problem.value)}.`;
    case 'out-of-range':
      return `"${problem.name}" must be ${bounds(problem)}, not ${problem.value}.`;
    case 'control-character':
      return `"${problem.name}" contains a control character (${codePoint(problem.character)}); type it as plain text.`;
    case 'too-long':
      return `"${problem.name}" may be up to ${problem.max.toLocaleString('en')} characters long; this is ${problem.length.toLocaleString('en')}.`;
    case 'no-choice':
      return `"${problem.name}" must be one of ${problem.values.join(', ')}, not ${shown(problem.value)}.`;
    case 'empty-message':
      return 'This message has no text to search for.';
    case 'no-quotation-number':
      return '"from" is the number of the first quotation to check, such as 26.';
    case 'no-subcommand': {
      const { command, typed, names } = problem;
      if (typed === undefined || typed === '') return `/${command} needs one of ${names.join(', ')}.`;
      const hint = didYouMean(typed, names);
      return `/${command} has no "${typed.slice(0, NAME_MAX_CHARS)}"; ${hint === '' ? 'i' : `${hint} I`}t takes one of ${names.join(', ')}.`;
    }
    case 'no-command': {
      const { typed, names } = problem;
      const hint = didYouMean(typed, names);
      return `There is no command "${typed.slice(0, NAME_MAX_CHARS)}"${hint === '' ? '.' : `; ${hint}`}`;
    }
    default:
      return problem satisfies never;
  }
}

/** Why a text is not a time zone. */
export type ZoneProblem = 'several' | 'unknown';

/** Says why a text is not a time zone, and what to type. */
export function zoneProblem(problem: ZoneProblem, typed: string): string {
  const name = `"${typed.slice(0, VALUE_MAX_CHARS)}"`;
  return problem === 'several'
    ? `${name} can mean more than one time zone. Choose the one you mean.`
    : `${name} is not a known time zone. Type a city, or a name such as Europe/Paris.`;
}

function bounds({ min, max }: { readonly min: number; readonly max: number }): string {
  if (max === Infinity) return `at least ${min}`;
  return min === -Infinity ? `at most ${max}` : `between ${min} and ${max}`;
}

/** Starts a description with a lower-case letter, unless its first word is a name or in capitals. */
function inSentence(description: string): string {
  return /^[A-Z](?:[a-z]*\b|\s)/u.test(description)
    ? description.charAt(0).toLowerCase() + description.slice(1)
    : description;
}

function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? JSON.stringify(value) : `a value of type ${typeof value}`;
  return text.length > VALUE_MAX_CHARS ? `${text.slice(0, VALUE_MAX_CHARS - 2)}…"` : text;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
