import type { Answer, AnswerOf } from '../answer/answer.ts';
import { describeSchedule } from '../digest/describeSchedule.ts';
import { digest } from '../digest/digest.ts';
import { digestEvents } from '../digest/digestEvents.ts';
import { nearest } from '../language/nearest.ts';
import { history } from '../schedule/history.ts';
import { addRun } from '../schedule/materialise.ts';
import { nextOccurrences } from '../schedule/nextOccurrences.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { deleteSchedule, findSchedule, listSchedules, pauseSchedule, resumeSchedule } from '../schedule/schedules.ts';
import { readUntil } from '../schedule/readUntil.ts';
import { invalid } from './checkOptions.ts';
import type { CommandOptions } from './command.ts';
import type { CommandContext } from './context.ts';

const HISTORY_RUNS = 20;

/** Lists the digests of a server. */
export async function listDigests(_options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  return answerWith(await listSchedules(await context.store(), guild), context);
}

/** Shows one digest, and with `withHistory` what became of its runs. */
export async function showDigest(
  options: CommandOptions,
  guild: string,
  context: CommandContext,
  withHistory = false,
): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  return 'message' in schedule ? schedule : answerWith([schedule], context, { withHistory });
}

/** Lets a digest rest, until a day or until it is resumed. */
export async function pauseDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  const typed = options['until'];
  const until =
    typeof typed === 'string' ? readUntil(typed, { zone: schedule.zone, now: context.now.getTime() }) : undefined;
  if (until?.kind === 'invalid') return invalid('until', until.message);
  const paused = await pauseSchedule(await context.store(), schedule, {
    now: context.now.getTime(),
    until: until?.instant,
  });
  return answerWith([paused], context, { done: 'paused' });
}

/** Lets a digest run again that was paused, or that was disabled until something was repaired. */
export async function resumeDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  const resumed = await resumeSchedule(await context.store(), schedule, { now: context.now.getTime() });
  context.posting?.wake();
  return answerWith([resumed], context, { done: 'resumed' });
}

/** Puts a run into the ledger that is due now. */
export async function runDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  if (schedule.disabled !== null)
    return invalid('name', `"${schedule.name}" is disabled; repair what was reported, then use /digest resume.`);
  await addRun(await context.store(), schedule, context.now.getTime());
  context.posting?.wake();
  return answerWith([schedule], context, { done: 'queued' });
}

/** Shows what a digest would post next. */
export async function previewDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  const { rule, zone, position } = schedule;
  const next = nextOccurrences(rule, zone, { after: context.now.getTime(), count: 1 })[0];
  const day = next?.localDateTime.slice(0, 10) ?? context.now.toISOString().slice(0, 10);
  const made = digest(schedule, { library: context.library, position, day, events: digestEvents(context.library) });
  if (made.kind === 'answer') return { ...made.answer, equivalent: made.request };
  const text =
    made.kind === 'nothing'
      ? `The next run would post nothing: ${made.detail}.`
      : `It could not be posted: ${made.detail} is not in the corpus any more.`;
  return { kind: 'notice', text };
}

/** Deletes a digest with its history. */
export async function deleteDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  await deleteSchedule(await context.store(), schedule.id);
  return { kind: 'notice', text: `The digest “${schedule.name}” is deleted, with its history.` };
}

/** Finds the digest that is named, or says which there are. */
export async function findDigest(
  { name }: CommandOptions,
  guild: string,
  context: CommandContext,
): Promise<Schedule | AnswerOf<'invalid'>> {
  const store = await context.store();
  const found = await findSchedule(store, { guild, name: String(name) });
  if (found) return found;
  const names = (await listSchedules(store, guild)).map((schedule) => schedule.name);
  const near = nearest(String(name), names);
  const hint = near[0] === undefined ? 'it has none yet; /digest create makes one.' : `the nearest is "${near[0]}".`;
  return invalid('name', `This server has no digest "${String(name).slice(0, 50)}"; ${hint}`, near);
}

/** Answers with schedules as they stand now. */
export async function answerWith(
  schedules: readonly Schedule[],
  context: CommandContext,
  { done, withHistory = false }: { readonly done?: AnswerOf<'schedules'>['done']; readonly withHistory?: boolean } = {},
): Promise<Answer> {
  const store = await context.store();
  const described = [];
  for (const schedule of schedules) {
    const runs = await history(store, schedule.id, { limit: HISTORY_RUNS });
    described.push(
      describeSchedule(schedule, { articles: context.library.articles, now: context.now.getTime(), runs, withHistory }),
    );
  }
  return { kind: 'schedules', schedules: described, ...(done === undefined ? {} : { done }) };
}
