import type { Logger } from 'pino';
import type { Command, CommandContext } from '../../command/command.ts';
import type { Caller } from '../../command/caller.ts';
import type { ExcerptLink } from '../../reply/reply.ts';
import type { Queue } from '../../runtime/steps/createQueue.ts';
import type { Admission, Use } from './rateGate.ts';

/** What the handlers of interactions and messages need. */
export interface BotContext {
  readonly commands: ReadonlyMap<string, Command>;
  readonly contextFor: (caller: Caller) => Promise<CommandContext>;
  readonly links: ExcerptLink;
  readonly log: Logger;
  /** Counts an interaction by its command and outcome, and the time it took. */
  readonly count: (command: string, outcome: string, seconds: number) => void;
  /** Counts a use by a member, unless it is one too many. */
  readonly enter: (member: string, use?: Use) => Admission;
  /** Gives out turns of the event loop. */
  readonly queue: Queue;
}
