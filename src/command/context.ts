import type { Reader } from 'rapporteur-reader';
import type { Audience } from '../access/access.ts';
import type { Article } from '../article/article.ts';
import type { KeptEdition } from '../article/readKeptEditions.ts';
import type { AnswerOf } from '../answer/answer.ts';
import type { Library } from '../answer/library.ts';
import type { PreflightResult } from '../delivery/outbox.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';
import type { Run } from '../schedule/runs/run.ts';
import type { Settings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import type { Command } from './command.ts';

/** Who uses a command, and where. Ids are Discord's snowflakes; the terminal takes them from `--guild` and `--channel`. */
export interface Caller extends Audience {
  readonly user?: string | undefined;
  /** Whether the caller has Manage Server there; the person at the terminal has. */
  readonly manages: boolean;
  /**
   * Whether Discord let the caller use a command of the server's. For commands about a server's own matters Discord checks
   * Manage Server, or whatever its admins have set instead under Integrations. Default: no.
   */
  readonly admitted?: boolean | undefined;
}

/** What a command may need of the articles that takes time with a large corpus: its search index, or what it tells of. */
export type Readiness = 'search' | 'events';

/** An article whose files are broken. */
export interface Unserved {
  /** The name of its folder, which is its id if it has one. */
  readonly name: string;
  /** The first thing that is wrong, with file and line, and how many more there are. */
  readonly problem: string;
  /** Whether its last good version goes on answering. */
  readonly lastGood: boolean;
}

/** What posts digests, as far as commands need it. A terminal has none: a bot that runs on the same database posts. */
export interface Posting {
  /** Checks whether the bot may post in a channel of a server. */
  preflight(channel: string, guild: string): Promise<PreflightResult>;
  /** Finds out to which channel of the server a thread belongs. */
  placeOf(place: { readonly guild: string; readonly channel: string }): Promise<Audience>;
  /** Looks at once for what is due. */
  wake(): void;
  /** Waits for a run to be finished, for some seconds; undefined if it was deleted meanwhile. */
  follow(run: string): Promise<Run | undefined>;
}

/** How many digests a server may have, and the least minutes between two runs of one. */
export interface DigestLimits {
  readonly perServer: number;
  readonly minMinutes: number;
}

/** What a command may touch. */
export interface CommandContext {
  /** The articles that the caller sees here, and the index over them: those granted, as far as settings leave them. */
  readonly library: Library;
  /** The articles that settings could give the caller here: those granted. */
  readonly granted: Library;
  /** The articles that everybody sees here: `library` without what only the caller's roles give. */
  readonly shared: ReadonlyMap<string, Article>;
  /** Finds the articles that everybody sees in a place. */
  readonly libraryAt: (place: Audience) => Promise<Library>;
  readonly caller: Caller;
  /** What was set for the place; empty outside servers. */
  readonly settings: Settings;
  readonly now: Date;
  /** Every command, for `/help`. */
  readonly commands: ReadonlyMap<string, Command>;
  /** Why the corpus could not be read again, if it could not; for those who manage the server. */
  readonly refused: () => string | undefined;
  /** The articles whose files are broken; for those who manage the server. */
  readonly broken: () => readonly Unserved[];
  /** Whether the articles are good for that by now; a large corpus is only some time after the start. Default: always. */
  readonly isReady?: (wanted: Readiness) => boolean;
  /** Reads the corpus again, and takes up each article that is sound. */
  readonly reload: () => Promise<AnswerOf<'notice' | 'sources'>>;
  /** The database, opened when it is first asked for. */
  readonly store: () => Promise<Store>;
  readonly posting: Posting | undefined;
  /** Reads an edition that was kept of an article, by its first eight hex digits; undefined where it is not kept. */
  readonly editions: (article: Article, hash: string) => Promise<Article | undefined>;
  /** Reads the editions that are kept of an article besides the present one, the newest first. Default: none are kept. */
  readonly keptEditions?: (article: Article) => Promise<readonly KeptEdition[]>;
  readonly limits: DigestLimits;
  /** Reads, tags and places texts. Default: none does, and words alone decide. */
  readonly reader?: Reader | undefined;
  /** Gives the address at which an excerpt can be read in its place, if it has one. */
  readonly links: (excerpt: Excerpt) => string | undefined;
}
