import type { Article } from '../../src/article/article.ts';
import type { AnswerRun, AnswerSchedule } from '../../src/answer/schema/scheduleAnswers.ts';
import { contentInWords } from '../../src/reply/words/digests/contentInWords.ts';
import { extrasInWords } from '../../src/reply/words/digests/extraWords.ts';
import { detailInWords } from '../../src/reply/words/digests/detailInWords.ts';
import { ruleInWords } from '../../src/reply/words/digests/ruleInWords.ts';
import { clockChangeInWords, lateInWords } from '../../src/reply/words/digests/scheduleWords.ts';
import { nextOccurrences, type Occurrence } from '../../src/schedule/times/nextOccurrences.ts';
import type { FollowUp } from '../../src/schedule/runs/followUps.ts';
import type { Run } from '../../src/schedule/runs/run.ts';
import { PAUSED_FOR_GOOD, type Schedule } from '../../src/schedule/schedule.ts';

const NEXT_RUNS = 3;
/** How late a run must be posted to count as late; milliseconds. */
const LATE_MS = 300_000;

interface DescribeOptions {
  readonly articles: ReadonlyMap<string, Article>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The latest first. */
  readonly runs: readonly Run[];
  /** What could not be done with the messages of the runs. Default: nothing. */
  readonly undone?: readonly FollowUp[];
  /** Default: no. */
  readonly withHistory?: boolean;
}

/** Describes a digest for an answer: in words, with its next runs and the outcome of the last. */
export function describeSchedule(
  schedule: Schedule,
  { articles, now, runs, undone = [], withHistory = false }: DescribeOptions,
): AnswerSchedule {
  const { name, channel, content, rule, zone, late, disabled, mention, publish, thread } = schedule;
  const extras = extrasInWords(schedule);
  const pausedUntil = schedule.pausedUntil !== null && schedule.pausedUntil > now ? schedule.pausedUntil : null;
  const after = Math.max(now, pausedUntil ?? now);
  const isStopped = disabled !== null || pausedUntil === PAUSED_FOR_GOOD;
  const isOver = !isStopped && nextOccurrences(rule, zone, { after, count: 1 }).length === 0;
  const history = runs.map((run) =>
    describeRun(
      run,
      schedule,
      undone.filter((each) => each.run === run.id),
    ),
  );
  return {
    name,
    channel,
    what: contentInWords(content, articles),
    content: content.kind,
    when: ruleInWords(rule),
    zone,
    status: disabled ?? (pausedUntil !== null ? 'paused' : isOver ? 'ended' : 'active'),
    pausedUntil: pausedUntil === null || pausedUntil === PAUSED_FOR_GOOD ? null : new Date(pausedUntil).toISOString(),
    late: lateInWords(late),
    lateHours: late.kind === 'skip' ? 0 : late.hours,
    next: isStopped
      ? []
      : nextOccurrences(rule, zone, { after, count: NEXT_RUNS }).map((occurrence) =>
          describeOccurrence(occurrence, zone),
        ),
    ...(mention === undefined ? {} : { mention }),
    ...(publish ? { publish } : {}),
    ...(thread ? { thread } : {}),
    ...(extras === undefined ? {} : { extras }),
    last: history.find(({ state }) => state !== 'pending' && state !== 'claimed') ?? null,
    ...(withHistory ? { history } : {}),
  };
}

function describeOccurrence(occurrence: Occurrence, zone: string): AnswerSchedule['next'][number] {
  const { instant, localDateTime, note } = occurrence;
  return {
    at: new Date(instant).toISOString(),
    local: localDateTime.replace('T', ' '),
    change: clockChangeInWords(occurrence, zone) ?? null,
    ...(note ? { clockChange: note.kind } : {}),
  };
}

/** Describes a run of a digest: its outcome, and where its message is. */
export function describeRun(run: Run, { guild }: Pick<Schedule, 'guild'>, undone: readonly FollowUp[] = []): AnswerRun {
  const { due, state, reason, manual, message, channel, finishedAt, missed } = run;
  const late = state === 'posted' && !manual && (missed || (finishedAt ?? due) - due > LATE_MS);
  const place = message === null || channel === null ? undefined : [guild, channel, message];
  const url = place ? { url: `https://discord.com/channels/${place.join('/')}` } : {};
  const words = reason === null || run.detail === null ? undefined : detailInWords(reason, run.detail);
  const detail = reason === null ? run.detail : (words ?? null);
  const cause = words !== undefined && run.detail !== null && words !== run.detail ? { cause: run.detail } : {};
  const failed = undone.map((each) => ({ kind: each.kind, detail: each.detail }));
  return {
    due: new Date(due).toISOString(),
    state,
    reason,
    detail,
    ...cause,
    late,
    manual,
    message,
    ...(failed.length === 0 ? {} : { undone: failed }),
    ...url,
  };
}
