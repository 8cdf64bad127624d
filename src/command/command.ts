import {
  ApplicationCommandType,
  type ApplicationCommandOptionType,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Answer } from '../answer/answer.ts';
import type { CommandContext, Readiness } from './context.ts';

type ReadonlyDeep<T> = T extends object ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> } : T;

/** A slash command as Discord's API takes it. */
export type SlashDefinition = ReadonlyDeep<RESTPostAPIChatInputApplicationCommandsJSONBody>;
/** A message-menu command as Discord's API takes it. */
export type MenuDefinition = ReadonlyDeep<RESTPostAPIContextMenuApplicationCommandsJSONBody>;
/** One option of a slash command, not a subcommand. */
export type OptionDefinition = ReadonlyDeep<APIApplicationCommandBasicOption>;

export type OptionValue = string | number | boolean;
/**
 * Options by name, as Discord, the room, the terminal and `batch` give them. Of a command with subcommands,
 * `subcommand` holds the chosen one; a message menu has `message`, the text of the message it was used on.
 */
export type CommandOptions = Readonly<Record<string, OptionValue | undefined>>;

/** One entry of an autocomplete list: what is shown, and what is filled in. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** The option that is being typed, and the text so far. */
export interface Focused {
  readonly name: string;
  readonly value: string;
}

/**
 * A command: its definition as plain data, and a function from options to an answer. The gateway, the room and the
 * terminal call the same function; what it may touch comes through `context`. Options have been checked against the
 * definition before `run` is called (see `checkOptions`).
 */
export interface Command {
  readonly definition: SlashDefinition | MenuDefinition;
  /** A few sentences for `/help`: what the options mean, with examples. */
  readonly help: string;
  /** What must be ready before it can answer from a large corpus. Default: nothing but the articles. */
  readonly needs?: Readiness;
  run(options: CommandOptions, context: CommandContext): Answer | Promise<Answer>;
  /** Entries for the focused option, best first; at most 25 are shown. An empty text asks for useful entries. */
  complete?(
    focused: Focused,
    options: CommandOptions,
    context: CommandContext,
  ): readonly Choice[] | Promise<readonly Choice[]>;
}

/** Tells a slash command from a message menu. */
export function isSlash(definition: SlashDefinition | MenuDefinition): definition is SlashDefinition {
  return definition.type === undefined || definition.type === ApplicationCommandType.ChatInput;
}

type ValueOf<Type> = Type extends ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number
  ? number
  : Type extends ApplicationCommandOptionType.Boolean
    ? boolean
    : string;
type Known<Option> = Option extends { choices: readonly { value: infer Value }[] }
  ? Value
  : Option extends { type: infer Type }
    ? ValueOf<Type>
    : never;
type Option<Definition> = Definition extends { options: readonly (infer Entry)[] } ? Entry : never;

/** The options that a definition written `as const` leads to. */
export type OptionsOf<Definition> = {
  readonly [
    Entry in Option<Definition> as Entry extends { name: infer Name extends string; required: true } ? Name : never
  ]: Known<Entry>;
} & {
  readonly [
    Entry in Option<Definition> as Entry extends { required: true }
      ? never
      : Entry extends { name: infer Name extends string }
        ? Name
        : never
  ]?: Known<Entry> | undefined;
};
