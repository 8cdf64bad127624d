import type { Library } from '../answer/library.ts';
import type { AnswerOf } from '../answer/answer.ts';
import type { Command } from './command.ts';

/** Who uses a command, and where. Ids are Discord's snowflakes; the terminal takes them from `--guild` and `--channel`. */
export interface Caller {
  readonly guild?: string | undefined;
  readonly channel?: string | undefined;
  readonly user?: string | undefined;
  /** Whether the caller has Manage Server there; the person at the terminal has. */
  readonly manages: boolean;
}

/** What a command may touch. */
export interface CommandContext {
  /** The articles that the caller may see, and the index over them. */
  readonly library: Library;
  readonly caller: Caller;
  /** The article taken where none is named, if the place has one. */
  readonly defaultArticle?: string | undefined;
  readonly now: Date;
  /** Every command, for `/help`. */
  readonly commands: ReadonlyMap<string, Command>;
  /** Why the newest corpus on disk was refused, where it was. */
  readonly refused: () => string | undefined;
  /** Reads the corpus again, and takes it up if it is sound. */
  readonly reload: () => Promise<AnswerOf<'notice' | 'sources'>>;
}
