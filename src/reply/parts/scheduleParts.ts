import type { AnswerOf } from '../../answer/answer.ts';
import type { AnswerRun, AnswerSchedule } from '../../answer/schema/scheduleAnswers.ts';
import { zoneInWords } from '../words/zoneInWords.ts';
import { inline } from '../words/citation.ts';
import { doneInWords } from '../words/digests/doneInWords.ts';
import { truncate } from '../truncate.ts';
import { lines, type Part } from './part.ts';
import { runInWords } from '../words/digests/runInWords.ts';
import {
  CLOCK_CHANGE,
  digestsHere,
  HOW_TO_CREATE,
  NEXT_RUNS,
  NO_DIGESTS,
  NO_HISTORY,
  PAST_RUNS,
  SCHEDULE_STATUS,
  scheduleFacts,
} from '../words/digests/scheduleWords.ts';
import { saidMarkdown } from '../saidMarkdown.ts';

const WHAT_MAX_CHARS = 160;

/** Lays out digests: one line each, or one digest with its next runs and, on request, its past runs. */
export function scheduleParts({ schedules, ...answer }: AnswerOf<'schedules'>): readonly Part[] {
  const [first, ...others] = schedules;
  if (!first) return [lines(`${NO_DIGESTS} ${HOW_TO_CREATE}`)];
  const done = doneInWords(answer);
  if (others.length === 0) return [...(done ? [lines(saidMarkdown(done.pieces))] : []), ...oneSchedule(first)];
  return [
    lines(digestsHere(schedules.length)),
    ...schedules.map((schedule) => lines(`- ${inOneLine(schedule)}`, { compact: true })),
  ];
}

function oneSchedule(schedule: AnswerSchedule): readonly Part[] {
  const { name, channel, what, when, zone, late, extras, next, last, history, pausedUntil } = schedule;
  const facts = [
    `**${inline(name)}** in <#${channel}>: ${SCHEDULE_STATUS[schedule.status]}${pausedUntil === null ? '' : ` until ${timestamp(pausedUntil, 'f')}`}`,
    ...scheduleFacts({
      what: inline(what),
      when: inline(when),
      zone: zoneInWords(zone),
      late,
      extras,
      last: last === null ? undefined : runLine(last),
    }).map((fact) => `- ${fact}`),
  ];
  return [
    lines(facts.join('\n')),
    ...(next.length === 0 ? [] : [lines([NEXT_RUNS, ...next.map(nextRun)].join('\n'))]),
    ...(history === undefined ? [] : historyParts(history)),
  ];
}

function historyParts(history: readonly AnswerRun[]): readonly Part[] {
  if (history.length === 0) return [lines(NO_HISTORY)];
  return [lines(PAST_RUNS), ...history.map((run) => lines(`- ${runLine(run)}`, { compact: true }))];
}

function runLine(run: AnswerRun): string {
  const link = run.url === undefined ? '' : ` · ${run.url}`;
  return `${timestamp(run.due, 'f')}: ${saidMarkdown(runInWords(run).pieces)}${link}`;
}

function nextRun({ at, local, change }: AnswerSchedule['next'][number]): string {
  return `- ${local} (${timestamp(at, 'F')}, ${timestamp(at, 'R')})${change === null ? '' : `\n  ${CLOCK_CHANGE} ${inline(change)}`}`;
}

function inOneLine({ name, channel, what, when, status, next }: AnswerSchedule): string {
  const then = next[0] ? `next ${timestamp(next[0].at, 'R')}` : SCHEDULE_STATUS[status];
  return `**${inline(name)}** in <#${channel}>: ${inline(truncate(what, WHAT_MAX_CHARS))}, ${inline(when)}; ${then}`;
}

function timestamp(instant: string, style: 'f' | 'F' | 'R'): string {
  return `<t:${Math.floor(Date.parse(instant) / 1000)}:${style}>`;
}
