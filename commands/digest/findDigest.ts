import type { AnswerOf } from '../../src/answer/answer.ts';
import { invalid } from '../../src/command/checkOptions.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import { nearest } from '../../src/language/nearest.ts';
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
  const hint = near[0] === undefined ? 'it has none; /digest create makes one.' : `the nearest is "${near[0]}".`;
  return invalid('name', `This server has no digest "${name.slice(0, 50)}"; ${hint}`, near);
}
