import type { APIMessage } from 'discord-api-types/v10';
import type { ViewUser } from '../../members/events.ts';

/** A command on its way, or one that failed: an entry of this page alone, until the bot's message takes its place. */
export interface LocalEntry {
  /** Sorts as Discord's ids do. */
  readonly id: string;
  readonly channel_id: string;
  local: 'sending' | 'failed';
  /** Why it failed. */
  reason?: string;
  /** Whether it took long enough to be shown. */
  visible: boolean;
  /** The interaction, once the server accepted it. */
  interactionId?: string;
  readonly timestamp: string;
  /** The bot, which is to answer. */
  readonly author: ViewUser;
  readonly used: { readonly name: string; readonly user: ViewUser; readonly menu: boolean };
}

/** What the list of a channel shows. */
export type Entry = APIMessage | LocalEntry;

export const EPHEMERAL = 64;
/** Deferred: "the bot is thinking". */
export const THINKING = 128;
/** Such a message shows its files only if a component names them. */
export const COMPONENTS_V2 = 32_768;

/** Whether an entry is this page's own. */
export function isLocal(entry: Entry): entry is LocalEntry {
  return 'local' in entry;
}

/** Whether a message has a flag; this page's own entries have none. */
export function hasFlag(entry: Entry, flag: number): boolean {
  return !isLocal(entry) && ((entry.flags ?? 0) & flag) !== 0;
}
