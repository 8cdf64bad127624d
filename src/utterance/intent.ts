import type { SmallTalk } from './smallTalk.ts';

/** A use of a command that somebody's words amount to. */
export interface Use {
  readonly command: string;
  readonly options: Readonly<Record<string, string | boolean>>;
  /** What its answer must have; if nothing of it has that, the next use is tried. Default: anything answers. */
  readonly fit?: Fit | undefined;
}

/** What an answer must have to answer a follow-up; what is near the words alone may be about anything. */
export interface Fit {
  /** A date or a place; of an event, its own, told in the sentence that was shown. */
  readonly says?: 'date' | 'place' | undefined;
  /** How likely it must be, between 0 and 1. */
  readonly least?: number | undefined;
  /** Words, one of which it must hold; if only what is before it in its paragraph does, it must be as likely as `least`. */
  readonly holds?: readonly string[] | undefined;
  /** Whether it must have been read for: words alone cannot tell reasons. */
  readonly isRead?: boolean | undefined;
  /** Whether the sentence that was shown may be shown again, or alone may be. Default: it may not. */
  readonly again?: true | 'only' | undefined;
}

/** What somebody wants who writes to the bot in their own words. */
export type Intent =
  /** The first use that finds something answers; the last one is what is searched if none does. */
  | { readonly kind: 'use'; readonly uses: readonly [Use, ...Use[]] }
  /** A greeting, thanks, or a question about the bot itself. */
  | { readonly kind: 'talk'; readonly about: SmallTalk }
  /** To check, or to find, what the message says that theirs replies to. */
  | { readonly kind: 'message' }
  /** Nothing: words among people, or none at all. */
  | { readonly kind: 'silence' };

/** An article that can be meant. */
export interface KnownArticle {
  readonly id: string;
  readonly title: string;
  /** Its headings, in order. */
  readonly headings: () => readonly string[];
}

/** The answer of the bot that a message replies to, as far as everybody in the place may see it. */
export interface Earlier {
  readonly article: string;
  /** The number of the section that holds the passage; none for a title. */
  readonly section?: string | undefined;
  /** The handle of the passage shown first, and those of the paragraphs around it. */
  readonly handle: string;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** Its paragraph, with the one after it in the same section. */
  readonly onward: string;
  /** Its own words. */
  readonly passage: string;
  /** The question that it answered. */
  readonly question?: string | undefined;
  /** Of a summary: the options of the shorter and the longer one that it offers. */
  readonly shorter?: Use['options'] | undefined;
  readonly longer?: Use['options'] | undefined;
}

/** What a message is read with. */
export interface Surroundings {
  /** Those that everybody sees in the place. */
  readonly articles: readonly KnownArticle[];
  /** Whether the place has a default article. */
  readonly hasDefault?: boolean | undefined;
  /** Names of commands, which can be typed with a slash, or asked about. */
  readonly commands: readonly string[];
  readonly earlier?: Earlier | undefined;
  /** Whether the message replies to one of the bot's, of which `earlier` may not be known. */
  readonly repliesToBot?: boolean | undefined;
  /** Whether the message replies to one that is not the bot's. */
  readonly repliesToOther?: boolean | undefined;
}

/** Builds the intent of one use, and of others if that finds nothing. */
export function using(...uses: readonly [Use, ...Use[]]): Intent {
  return { kind: 'use', uses };
}

/** Builds a use, without the options that are not set. */
export function use(
  command: string,
  options: Readonly<Record<string, string | boolean | undefined>> = {},
  fit?: Fit,
): Use {
  const set = Object.entries(options).filter((entry): entry is [string, string | boolean] => entry[1] !== undefined);
  return { command, options: Object.fromEntries(set), ...(fit === undefined ? {} : { fit }) };
}
