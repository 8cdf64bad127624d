import type { AnswerOf, AnswerRun, AnswerSchedule } from '../answer/answer.ts';
import { inline } from './citation.ts';
import { counted } from './counted.ts';
import { label } from './label.ts';
import { lines, type Part } from './part.ts';

const DETAIL_MAX_CHARS = 160;
const DONE: Readonly<Record<NonNullable<AnswerOf<'schedules'>['done']>, string>> = {
  created: 'The digest is scheduled.',
  edited: 'The digest is changed.',
  paused: 'The digest rests.',
  resumed: 'The digest runs again.',
  queued: 'The digest is posted now, beside its schedule.',
};
const STATUS: Readonly<Record<AnswerSchedule['status'], string>> = {
  active: 'active',
  paused: 'paused',
  ended: 'over: there is no further run',
  forbidden: 'stopped: permissions are missing in its channel. Grant them, then use /digest resume',
  gone: 'stopped: its channel does not exist any more. Choose another with /digest edit, then use /digest resume',
};
/** What becomes of a run that was not posted; `broken` has the number under which the log tells more. */
const REASONS: Readonly<Record<string, string>> = {
  missed: 'nobody was there when it was due, and it skips missed runs',
  'too-late': 'nobody was there when it was due, and too much time had passed',
  superseded: 'a later run was due before it could be posted',
  paused: 'it was paused',
  disabled: 'it was stopped',
  nothing: 'there was nothing to post',
  'content-gone': 'what it posts is not in the corpus any more',
  forbidden: 'permissions were missing',
  gone: 'the channel does not exist any more',
  refused: 'Discord refused the message',
  unreachable: 'Discord could not be reached for an hour',
  'unknown-outcome': 'there is no telling whether it arrived, and it is not posted again',
  broken: 'the bot failed',
};

/** Lays out digests: a line each, or one with its next runs and, where it is asked for, what became of those before. */
export function scheduleParts({ schedules, done }: AnswerOf<'schedules'>): readonly Part[] {
  const [first, ...others] = schedules;
  if (!first) return [lines('Nothing is scheduled in this server yet. `/digest create` makes a digest.')];
  if (others.length === 0) return [...(done === undefined ? [] : [lines(`**${DONE[done]}**`)]), ...oneSchedule(first)];
  return [
    lines(`**${counted(schedules.length, 'digest')}** in this server:`),
    ...schedules.map((schedule) => lines(`- ${inOneLine(schedule)}`, { tight: true })),
  ];
}

/** Says what became of a run, and why: "failed: permissions were missing (SendMessages)". */
export function runInWords({
  state,
  reason,
  detail,
  late,
  manual,
}: Pick<AnswerRun, 'state' | 'reason' | 'detail' | 'late' | 'manual'>): string {
  const marks = [late ? 'late' : '', manual ? 'asked for' : ''].filter((mark) => mark !== '').join(', ');
  const why = reason === null ? '' : `: ${REASONS[reason] ?? reason}`;
  const more = detail === null || detail === '' ? '' : ` (${inline(label(detail, DETAIL_MAX_CHARS))})`;
  return `${state === 'pending' || state === 'claimed' ? 'under way' : state}${marks === '' ? '' : ` (${marks})`}${why}${more}`;
}

function oneSchedule(schedule: AnswerSchedule): readonly Part[] {
  const { name, channel, what, when, zone, late, next, last, history, pausedUntil } = schedule;
  const facts = [
    `**${inline(name)}** in <#${channel}>: ${STATUS[schedule.status]}${pausedUntil === null ? '' : ` until ${timestamp(pausedUntil, 'f')}`}`,
    `- Posts ${inline(what)}`,
    `- ${inline(when)}, ${zone.replaceAll('_', ' ')}`,
    `- When the bot was down, ${late}`,
    ...(last === null ? [] : [`- Last run ${timestamp(last.due, 'f')}: ${runInWords(last)}`]),
  ];
  return [
    lines(facts.join('\n')),
    ...(next.length === 0
      ? []
      : [lines(['**Next runs** (first by the clock there, then by yours)', ...next.map(nextRun)].join('\n'))]),
    ...(history === undefined ? [] : historyParts(history)),
  ];
}

function historyParts(history: readonly AnswerRun[]): readonly Part[] {
  if (history.length === 0) return [lines('It has not run yet.')];
  return [
    lines('**History**, the latest first'),
    ...history.map((run) => lines(`- ${timestamp(run.due, 'f')}: ${runInWords(run)}`, { tight: true })),
  ];
}

function nextRun({ at, local, change }: AnswerSchedule['next'][number]): string {
  return `- ${local} (${timestamp(at, 'F')}, ${timestamp(at, 'R')})${change === null ? '' : `\n  **Clock change:** ${inline(change)}`}`;
}

function inOneLine({ name, channel, what, when, status, next }: AnswerSchedule): string {
  const then = next[0] ? `next ${timestamp(next[0].at, 'R')}` : STATUS[status];
  return `**${inline(name)}** in <#${channel}>: ${inline(label(what, DETAIL_MAX_CHARS))}, ${inline(when)}; ${then}`;
}

function timestamp(instant: string, style: 'f' | 'F' | 'R'): string {
  return `<t:${Math.floor(Date.parse(instant) / 1000)}:${style}>`;
}
