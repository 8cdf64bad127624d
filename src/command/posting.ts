import type { Audience } from '../access/access.ts';
import type { PreflightResult } from '../delivery/outbox.ts';
import type { Run } from '../schedule/runs/run.ts';

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
