import type { Audience } from '../access/access.ts';
import type { PreflightResult } from '../delivery/outbox.ts';
import type { PostingPlace } from '../delivery/postingPermissions.ts';
import type { Run } from '../schedule/runs/run.ts';

/** What commands need from posting digests. A terminal has none: a bot on the same database posts. */
export interface Posting {
  /** Checks whether the bot may post in a channel of a server. */
  preflight(channel: string, guild: string): Promise<PreflightResult>;
  /** Finds the channel of the server that a thread belongs to. */
  placeOf(place: { readonly guild: string; readonly channel: string }): Promise<Audience>;
  /** Looks a channel of a server up; undefined if it is none, or cannot be looked up for now. */
  look(channel: string, guild: string): Promise<PostingPlace | undefined>;
  /** Whether anybody may mention a role; undefined if it cannot be found. */
  isMentionable(guild: string, role: string): Promise<boolean | undefined>;
  /** Checks for due runs now. */
  wake(): void;
  /** Waits a few seconds for a run to finish; undefined if it was deleted meanwhile. */
  follow(run: string): Promise<Run | undefined>;
}

/** How many digests a server may have, and the minimum minutes between two runs of one. */
export interface DigestLimits {
  readonly perServer: number;
  readonly minMinutes: number;
}
