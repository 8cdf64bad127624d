import {
  ApplicationCommandType,
  type ApplicationCommandOptionType,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Reader } from 'rapporteur-reader';
import type { Audience } from '../access/access.ts';
import type { Article } from '../article/article.ts';
import type { KeptEdition } from '../article/readKeptEditions.ts';
import type { Answer, AnswerOf } from '../answer/answer.ts';
import type { Tagger } from '../answer/createTagger.ts';
import type { Library } from '../answer/library.ts';
import type { Meaning } from '../answer/reading/createMeaning.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';
import type { ForgottenArticles } from '../intake/addedArticles.ts';
import type { Schedule, ScheduleDraft } from '../schedule/schedule.ts';
import type { Settings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import type { Caller } from './caller.ts';
import type { DigestLimits, Posting } from './posting.ts';
import type { Readiness, Unserved } from './readiness.ts';

type ReadonlyDeep<T> = T extends object ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> } : T;

/** A slash command in the format of Discord's API. */
export type SlashDefinition = ReadonlyDeep<RESTPostAPIChatInputApplicationCommandsJSONBody>;
/** A message-menu command in the format of Discord's API. */
export type MenuDefinition = ReadonlyDeep<RESTPostAPIContextMenuApplicationCommandsJSONBody>;
/** One option of a slash command, not a subcommand. */
export type OptionDefinition = ReadonlyDeep<APIApplicationCommandBasicOption>;

export type OptionValue = string | number | boolean;
/**
 * Options by name, as Discord, the room, the terminal and `batch` give them. For a command with subcommands,
 * `subcommand` is the chosen one; for a message menu, `message` is the text of the message it was used on.
 */
export type CommandOptions = Readonly<Record<string, OptionValue | undefined>>;

/** One autocomplete choice: what is shown, and what is filled in. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** The option being typed, and its text so far. */
export interface Focused {
  readonly name: string;
  readonly value: string;
}

/**
 * A command: its definition as plain data, and a function from options to an answer. The gateway, the room and the
 * terminal call the same function; it accesses the rest through `context`. Options have been checked against the
 * definition before `run` is called (see `checkOptions`).
 */
export interface Command {
  readonly definition: SlashDefinition | MenuDefinition;
  /** A few sentences for `/help`: what the options mean, with examples. */
  readonly help: string;
  /** What must be ready before it can answer from a large corpus. Default: only the articles. */
  readonly needs?: Readiness;
  /** The subcommands whose required options Discord leaves open, because a form asks for those that are missing. */
  readonly asksInForm?: readonly string[];
  run(options: CommandOptions, context: CommandContext): Answer | Promise<Answer>;
  /** Choices for the focused option, best first; at most 25 are shown. An empty text asks for useful ones. */
  complete?(
    focused: Focused,
    options: CommandOptions,
    context: CommandContext,
  ): readonly Choice[] | Promise<readonly Choice[]>;
}

/** A digest as it would be stored; what of its state is absent is as of a new one. */
export interface HeldDigest extends ScheduleDraft, Partial<Pick<Schedule, 'position' | 'pausedUntil' | 'disabled'>> {}

/** What a command may access. */
export interface CommandContext {
  /** The articles that the caller sees here, and their index: those granted, as far as settings allow. */
  readonly library: Library;
  /** The articles that settings could show the caller here: those granted. */
  readonly granted: Library;
  /** The articles that everybody sees here: `library` without what only the caller's roles grant. */
  readonly shared: ReadonlyMap<string, Article>;
  /** Finds the articles that everybody sees in a place. */
  readonly libraryAt: (place: Audience) => Promise<Library>;
  readonly caller: Caller;
  /** The settings of the place; empty outside servers. */
  readonly settings: Settings;
  readonly now: Date;
  /** Every command, for `/help`. */
  readonly commands: ReadonlyMap<string, Command>;
  /** Why the corpus could not be read again, if so; for managers of the server. */
  readonly refused: () => string | undefined;
  /** The articles with broken files; for managers of the server. */
  readonly broken: () => readonly Unserved[];
  /** Whether the articles are ready for this; a large corpus only is some time after the start. Default: always. */
  readonly isReady?: (wanted: Readiness) => boolean;
  /** Reads the corpus again, and takes over each valid article. */
  readonly reload: () => Promise<AnswerOf<'notice' | 'sources'>>;
  /** Whether questions in ask channels are answered; whoever runs the bot decides. Default: no. */
  readonly answersAskChannels?: boolean | undefined;
  /** Deletes the articles that a server has added. Default: there are none. */
  readonly forgetAdded?: ((guild: string) => Promise<ForgottenArticles>) | undefined;
  /** The ids of the commands in Discord, by name. Default: they are not known. */
  readonly commandIds?: (() => Promise<ReadonlyMap<string, string>>) | undefined;
  /** The database, opened on first use. */
  readonly store: () => Promise<Store>;
  readonly posting: Posting | undefined;
  /** Reads an edition that was kept of an article, by its first eight hex digits; undefined if it is not kept. */
  readonly editions: (article: Article, hash: string) => Promise<Article | undefined>;
  /** Reads the kept editions of an article except the present one, newest first. Default: none are kept. */
  readonly keptEditions?: (article: Article) => Promise<readonly KeptEdition[]>;
  readonly limits: DigestLimits;
  /** Takes a digest that could be stored, and answers instead of storing it. Default: it is stored. */
  readonly holdDigest?: ((held: HeldDigest) => Answer) | undefined;
  /** Scores, tags and embeds texts. Default: none, and words alone decide. */
  readonly reader?: Reader | undefined;
  /** Sentences placed by meaning, if there is a reader. */
  readonly meaning?: Meaning | undefined;
  /** Tags articles for their events, if there is a reader. */
  readonly tagger?: Tagger | undefined;
  /** How long reading for one question may take. Default: as long as it takes. */
  readonly readBudgetMs?: number | undefined;
  /** Called with each answer. Default: nothing is called. */
  readonly onAnswer?: ((answer: Answer) => void) | undefined;
  /** Returns the link that opens an excerpt in its article, if there is one. */
  readonly links: (excerpt: Excerpt) => string | undefined;
}

/** Returns true for a slash command, false for a message menu. */
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
