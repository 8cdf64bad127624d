import type { Answer, AnswerOf } from '../answer/answer.ts';
import { restrict, type Library } from '../answer/library.ts';
import { channel as mention, said } from '../answer/said.ts';
import { describeRun, describeSchedule } from '../digest/describeSchedule.ts';
import { digest } from '../digest/digest.ts';
import { digestEvents } from '../digest/digestEvents.ts';
import { prepareDigest } from '../digest/prepareDigest.ts';
import { inSlices } from '../runtime/steps/inSlices.ts';
import { nearest } from '../language/nearest.ts';
import { history } from '../schedule/runs/history.ts';
import { addRun } from '../schedule/runs/materialise.ts';
import { nextOccurrences } from '../schedule/times/nextOccurrences.ts';
import { PAUSED_FOR_GOOD, type Schedule } from '../schedule/schedule.ts';
import {
  deleteSchedule,
  findSchedule,
  listSchedules,
  pauseSchedule,
  readSchedule,
  resumeSchedule,
} from '../schedule/schedules.ts';
import { readUntil } from '../schedule/when/readUntil.ts';
import { invalid } from './checkOptions.ts';
import type { CommandOptions } from './command.ts';
import type { CommandContext } from './context.ts';
import { postingRefusal } from './postingRefusal.ts';

const HISTORY_RUNS = 20;
/** Why a digest does not run, and what to do. */
const STOPPED: Readonly<Record<NonNullable<Schedule['disabled']>, string>> = {
  ended: 'has come to its end; /digest resume starts it over',
  forbidden: 'is stopped; fix what its last run says (/digest show), then use /digest resume',
  gone: 'is stopped; choose another channel with /digest edit, then use /digest resume',
  left: 'was stopped when I was removed from this server; use /digest resume to start it again',
};

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

/** Pauses a digest, until a day or until it is resumed. */
export async function pauseDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  const now = context.now.getTime();
  const typed = options['until'];
  const until = typeof typed === 'string' ? readUntil(typed, { zone: schedule.zone, now }) : undefined;
  if (until?.kind === 'invalid') return invalid('until', until.message);
  if (schedule.pausedUntil === (until?.instant ?? PAUSED_FOR_GOOD))
    return answerWith([schedule], context, { done: 'already-paused' });
  if (isOver(schedule, now)) return answerWith([schedule], context, { done: 'over' });
  const paused = await pauseSchedule(await context.store(), schedule, { now, until: until?.instant });
  return answerWith([paused], context, { done: 'paused' });
}

/** Resumes a digest that was paused, or that was disabled until something was repaired. */
export async function resumeDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  const now = context.now.getTime();
  const stopped = schedule.disabled !== null || (schedule.pausedUntil ?? now) > now;
  if (!stopped) return answerWith([schedule], context, { done: isOver(schedule, now) ? 'over' : 'not-paused' });
  const resumed = await resumeSchedule(await context.store(), schedule, { now });
  context.posting?.wake();
  return answerWith([resumed], context, { done: isOver(resumed, now) ? 'over' : 'resumed' });
}

/** Posts a digest now: checks that the channel takes it, puts a run that is due into the ledger, and waits for its outcome. */
export async function runDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  if (schedule.disabled !== null) {
    return invalid('name', `"${schedule.name}" ${STOPPED[schedule.disabled]}.`);
  }
  const refusal = await postingRefusal(schedule, context);
  if (refusal) return invalid('name', said`Nothing was posted. ${refusal}`);
  const store = await context.store();
  const id = await addRun(store, schedule, context.now.getTime());
  const { posting } = context;
  if (!posting) return answerWith([schedule], context, { done: 'queued' });
  posting.wake();
  const run = await posting.follow(id);
  const now = await readSchedule(store, schedule.id);
  if (!run || !now) return invalid('name', `The digest "${schedule.name}" was deleted meanwhile.`);
  return { ...(await answerWith([now], context, { done: 'ran' })), ran: describeRun(run, now) };
}

/** Whether a digest that is neither paused nor stopped has no further run. */
function isOver({ rule, zone, disabled }: Schedule, now: number): boolean {
  return disabled === null && nextOccurrences(rule, zone, { after: now, count: 1 }).length === 0;
}

/** Shows what a digest would post next. */
export async function previewDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  const { rule, zone, position } = schedule;
  const next = nextOccurrences(rule, zone, { after: context.now.getTime(), count: 1 })[0];
  const day = next?.localDateTime.slice(0, 10) ?? context.now.toISOString().slice(0, 10);
  const library = await libraryOf(schedule, context);
  if ([...library.articles.keys()].some((id) => !context.library.articles.has(id)))
    return {
      kind: 'notice',
      ...said`It may post articles that are not available here. Preview it in ${mention(schedule.channel)}.`,
    };
  await inSlices(prepareDigest(schedule, { library, position }));
  const made = digest(schedule, { library, position, day, events: digestEvents(library) });
  if (made.kind === 'answer') return { ...made.answer, equivalent: made.request };
  const { text, pieces } =
    made.kind === 'nothing'
      ? said`It would post nothing: ${made.detail}.`
      : said`It would fail: ${made.detail} is not available in ${mention(schedule.channel)}.`;
  return { kind: 'notice', text, pieces };
}

/** Deletes a digest with its history. */
export async function deleteDigest(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const schedule = await findDigest(options, guild, context);
  if ('message' in schedule) return schedule;
  const deleted = await deleteSchedule(await context.store(), schedule.id);
  const { text, pieces } = deleted
    ? said`Digest “${schedule.name}” deleted, with its history.`
    : said`The digest “${schedule.name}” had been deleted already.`;
  return { kind: 'notice', text, pieces };
}

/** Finds the articles that a digest posts from: those that its channel sees, and of them the one that it is about. */
export async function libraryOf(
  { guild, channel, content: { article } }: Pick<Schedule, 'guild' | 'channel' | 'content'>,
  { posting, libraryAt }: CommandContext,
): Promise<Library> {
  const library = await libraryAt((await posting?.placeOf({ guild, channel })) ?? { guild, channel });
  return article === undefined ? library : restrict(library, new Set([article]));
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
  const hint = near[0] === undefined ? 'it has none; /digest create makes one.' : `the nearest is "${near[0]}".`;
  return invalid('name', `This server has no digest "${String(name).slice(0, 50)}"; ${hint}`, near);
}

/** Answers with schedules as they stand now. */
export async function answerWith(
  schedules: readonly Schedule[],
  context: CommandContext,
  { done, withHistory = false }: { readonly done?: AnswerOf<'schedules'>['done']; readonly withHistory?: boolean } = {},
): Promise<AnswerOf<'schedules'>> {
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
