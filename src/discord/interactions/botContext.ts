import type { APIPartialChannel, BaseInteraction } from 'discord.js';
import type { Logger } from 'pino';
import type { Command, CommandContext } from '../../command/command.ts';
import type { Caller } from '../../command/caller.ts';
import type { AddedArticles } from '../../intake/addedArticles.ts';
import type { Uploads } from '../../intake/uploads.ts';
import type { ExcerptLink } from '../../reply/reply.ts';
import type { Queue } from '../../runtime/steps/createQueue.ts';
import type { DigestDrafts } from '../digests/digestDrafts.ts';
import type { Admission, Use } from './rateGate.ts';

/** A channel as an interaction over HTTP describes it. */
export type DescribedChannel = Pick<APIPartialChannel, 'type'> & { readonly parent_id?: string | null | undefined };

/** Dependencies of the handlers of interactions and messages. */
export interface BotContext {
  readonly commands: ReadonlyMap<string, Command>;
  readonly contextFor: (caller: Caller) => Promise<CommandContext>;
  readonly links: ExcerptLink;
  /** The ids of the commands in Discord, by name. Default: they are not known. */
  readonly commandIds?: (() => Promise<ReadonlyMap<string, string>>) | undefined;
  readonly log: Logger;
  /** Counts an interaction by command and outcome, and records how long it took. */
  readonly count: (command: string, outcome: string, seconds: number) => void;
  /** Counts one use by a member, unless the member is over the limit. */
  readonly enter: (member: string, use?: Use) => Admission;
  /** Whether this message is handled for the first time; Discord may send one again after a lost connection. */
  readonly once: (message: string) => boolean;
  /** Finds the ask channel of a server. Undefined if ask channels are off. */
  readonly askChannel?: ((guild: string) => Promise<string | undefined>) | undefined;
  /** Takes in documents that members add. Undefined if that is switched off. */
  readonly uploads?: Uploads | undefined;
  /** The articles that servers have added. Default: none are removed or shown. */
  readonly added?: AddedArticles | undefined;
  /** Base URL of Discord's API, where it is not Discord's own; files that it keeps are trusted too. */
  readonly api?: string | undefined;
  /** Finds where an interaction was used, if it says so itself. Default: only the gateway's client knows channels. */
  readonly describedChannel?: ((interaction: BaseInteraction) => DescribedChannel | undefined) | undefined;
  /** Digests that members create or edit in a form. */
  readonly drafts: DigestDrafts;
  /** Hands out event-loop turns. */
  readonly queue: Queue;
}
