import type { Answer } from '../../../src/answer/answer.ts';
import { invalid } from '../../../src/command/checkOptions.ts';
import type { HeldDigest } from '../../../src/command/command.ts';
import type { ServerContext } from '../../../src/command/requireManagedGuild.ts';
import { digestProblem } from '../../../src/reply/words/digests/digestWords.ts';
import { findSchedule, listSchedules } from '../../../src/schedule/schedules.ts';

/**
 * Hands a digest over that is not to be stored yet, or says why it could not be; one with an id is stored already.
 * Undefined if it is to be stored.
 */
export async function heldDigest(
  { id, ...held }: HeldDigest & { readonly id?: string },
  { guild, holdDigest, limits, store }: ServerContext,
): Promise<Answer | undefined> {
  if (!holdDigest) return undefined;
  const db = await store();
  const other = await findSchedule(db, { guild, name: held.name });
  if (other && other.id !== id) return invalid('name', digestProblem({ kind: 'taken', name: held.name }));
  const isFull = id === undefined && (await listSchedules(db, guild)).length >= limits.perServer;
  if (isFull) return invalid('name', digestProblem({ kind: 'full', limit: limits.perServer }));
  return holdDigest(held);
}
