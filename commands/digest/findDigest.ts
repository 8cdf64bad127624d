import type { AnswerOf } from '../../src/answer/answer.ts';
import { invalid } from '../../src/command/checkOptions.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import { nearest } from '../../src/language/nearest.ts';
import { digestProblem } from '../../src/reply/words/digests/digestWords.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { findSchedule, listSchedules } from '../../src/schedule/schedules.ts';

/** A digest of the server, or the sentence that says which ones there are. */
export type FoundDigest = { readonly kind: 'digest'; readonly schedule: Schedule } | AnswerOf<'invalid'>;

/** Finds the server's digest of a name, ignoring case. */
export async function findDigest(name: string, context: ServerContext): Promise<FoundDigest> {
  const { guild } = context;
  const store = await context.store();
  const schedule = await findSchedule(store, { guild, name });
  if (schedule) return { kind: 'digest', schedule };
  const names = (await listSchedules(store, guild)).map((other) => other.name);
  const near = nearest(name, names);
  return invalid('name', digestProblem({ kind: 'unknown', name, nearest: near[0] }), near);
}
