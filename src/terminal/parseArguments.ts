import { entryAt } from '../runtime/entryAt.ts';

/** Parsed arguments: options by name, as text, with `true` for one without a value; and the positional words. */
export type ParsedArguments =
  | { readonly kind: 'arguments'; readonly options: TypedOptions; readonly rest: readonly string[] }
  | { readonly kind: 'invalid'; readonly option: string; readonly message: string };

export type TypedOptions = Readonly<Record<string, string | boolean>>;

/** How options are written; an unlisted one takes a value if one follows. */
export interface Forms {
  /** Take a value only with `=`. */
  readonly flags: ReadonlySet<string>;
  /** Take yes, no, true or false, if one follows. */
  readonly booleans?: ReadonlySet<string>;
  /** Need a value, in addition to the common ones. */
  readonly values?: ReadonlySet<string>;
}

/** The flags that every command of the terminal takes. */
export const COMMON_FLAGS: ReadonlySet<string> = new Set(['json', 'help']);
/** The options with a value that every command of the terminal takes. */
export const COMMON_VALUES: ReadonlySet<string> = new Set(['corpus', 'guild', 'channel']);

const OPTION = /^--([A-Za-z][\w-]*)(?:=([\s\S]*))?$/u;
const YES_OR_NO = /^(?:yes|no|true|false)$/iu;

/**
 * Splits `--name value`, `--name=value`, `--flag` and positional words. Everything after `--` is positional; a value
 * that starts with two hyphens can be given with `=`.
 */
export function parseArguments(words: readonly string[], { flags, booleans, values }: Forms): ParsedArguments {
  const options: Record<string, string | boolean> = {};
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] === '-h' ? '--help' : entryAt(words, at);
    if (word === '--') return { kind: 'arguments', options, rest: [...rest, ...words.slice(at + 1)] };
    const match = OPTION.exec(word);
    if (!match) {
      rest.push(word);
      continue;
    }
    const name = entryAt(match, 1);
    const value = match[2];
    const next = words[at + 1];
    if (Object.hasOwn(options, name) && !flags.has(name)) return invalidArgument(name, `--${name} is given twice.`);
    if (value !== undefined) {
      if (flags.has(name) && !YES_OR_NO.test(value)) return invalidArgument(name, `--${name} takes no value.`);
      options[name] = flags.has(name) ? /^(?:yes|true)$/iu.test(value) : value;
    } else if (flags.has(name)) {
      options[name] = true;
    } else if (booleans?.has(name) === true) {
      const answered = next !== undefined && YES_OR_NO.test(next);
      options[name] = answered ? next.toLowerCase() : true;
      if (answered) at += 1;
    } else if (next === undefined || OPTION.test(next) || next === '--') {
      if (values?.has(name) === true || COMMON_VALUES.has(name))
        return invalidArgument(name, `--${name} needs a value.`);
      options[name] = true;
    } else {
      options[name] = next;
      at += 1;
    }
  }
  return { kind: 'arguments', options, rest };
}

/** Finds the command among the words: the first positional one. Common options may come before it. */
export function splitCommand(words: readonly string[]): {
  readonly name: string | undefined;
  readonly others: readonly string[];
} {
  for (let at = 0; at < words.length; at += 1) {
    const option = OPTION.exec(entryAt(words, at));
    if (!option && words[at] !== '-h') {
      return { name: entryAt(words, at), others: [...words.slice(0, at), ...words.slice(at + 1)] };
    }
    if (option?.[2] === undefined && COMMON_VALUES.has(option?.[1] ?? '')) at += 1;
  }
  return { name: undefined, others: words };
}

function invalidArgument(option: string, message: string): ParsedArguments {
  return { kind: 'invalid', option, message };
}
