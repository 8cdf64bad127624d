import type { Article } from '../article/article.ts';
import type { AnswerRun, AnswerSchedule } from '../answer/answer.ts';
import { describeWhen } from '../schedule/when/describeWhen.ts';
import { nextOccurrences, type Occurrence } from '../schedule/times/nextOccurrences.ts';
import type { Run } from '../schedule/runs/run.ts';
import { PAUSED_FOR_GOOD, type Schedule } from '../schedule/schedule.ts';
import { describeContent } from './describeContent.ts';

const NEXT_RUNS = 3;
/** From how long after it was due a posted run counts as late; milliseconds. */
const LATE_MS = 300_000;

interface Described {
  readonly articles: ReadonlyMap<string, Article>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The latest first. */
  readonly runs: readonly Run[];
  readonly withHistory?: boolean;
}

/** Describes a schedule as answers show it: in words, with its next runs and what became of the last. */
export function describeSchedule(
  schedule: Schedule,
  { articles, now, runs, withHistory = false }: Described,
): AnswerSchedule {
  const { name, channel, content, rule, zone, late, disabled } = schedule;
  const pausedUntil = schedule.pausedUntil !== null && schedule.pausedUntil > now ? schedule.pausedUntil : null;
  const after = Math.max(now, pausedUntil ?? now);
  const stopped = disabled !== null || pausedUntil === PAUSED_FOR_GOOD;
  const over = !stopped && nextOccurrences(rule, zone, { after, count: 1 }).length === 0;
  const history = runs.map((run) => describeRun(run, schedule));
  return {
    name,
    channel,
    what: describeContent(content, articles),
    when: describeWhen(rule),
    zone,
    status: disabled ?? (pausedUntil !== null ? 'paused' : over ? 'ended' : 'active'),
    pausedUntil: pausedUntil === null || pausedUntil === PAUSED_FOR_GOOD ? null : new Date(pausedUntil).toISOString(),
    late:
      late.kind === 'skip'
        ? 'a missed run is skipped'
        : `one missed run is posted, up to ${late.hours} ${late.hours === 1 ? 'hour' : 'hours'} late`,
    next: stopped
      ? []
      : nextOccurrences(rule, zone, { after, count: NEXT_RUNS }).map((occurrence) =>
          describeOccurrence(occurrence, zone),
        ),
    last: history.find(({ state }) => state !== 'pending' && state !== 'claimed') ?? null,
    ...(withHistory ? { history } : {}),
  };
}

function describeOccurrence(
  { instant, localDateTime, note }: Occurrence,
  zone: string,
): AnswerSchedule['next'][number] {
  return {
    at: new Date(instant).toISOString(),
    local: localDateTime.replace('T', ' '),
    change: note ? describeChange(note, { localDateTime, zone }) : null,
  };
}

function describeChange(
  { kind, wanted }: NonNullable<Occurrence['note']>,
  { localDateTime, zone }: { readonly localDateTime: string; readonly zone: string },
): string {
  const time = wanted.replace('T', ' ');
  if (kind === 'gap')
    return `${time} does not exist in ${zone}: posted at ${localDateTime.slice(11)}, the first moment that does.`;
  return `${time} comes twice in ${zone}: posted once, at the earlier moment.`;
}

/** Describes a run of a schedule: what became of it, and where its message is. */
export function describeRun(run: Run, { guild }: Pick<Schedule, 'guild'>): AnswerRun {
  const { due, state, reason, detail, manual, message, channel, finishedAt, missed } = run;
  const late = state === 'posted' && !manual && (missed || (finishedAt ?? due) - due > LATE_MS);
  const place = message === null || channel === null ? undefined : [guild, channel, message];
  const url = place ? { url: `https://discord.com/channels/${place.join('/')}` } : {};
  return { due: new Date(due).toISOString(), state, reason, detail, late, manual, message, ...url };
}
