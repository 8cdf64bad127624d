import type { AnswerOf, AnswerRun, AnswerSchedule } from '../../answer/answer.ts';
import { zoneInWords } from '../../settings/zones/zone.ts';
import { inline } from '../words/citation.ts';
import { counted } from '../words/counted.ts';
import { doneInWords } from '../words/digests/doneInWords.ts';
import { truncate } from '../truncate.ts';
import { lines, type Part } from './part.ts';
import { runInWords } from '../words/digests/runInWords.ts';
import { saidMarkdown } from '../saidMarkdown.ts';

const WHAT_MAX_CHARS = 160;
const STATUS: Readonly<Record<AnswerSchedule['status'], string>> = {
  active: 'active',
  paused: 'paused',
  ended: 'over: no further run is due',
  forbidden: 'stopped: I was not allowed to post in its channel. Fix what the last run says, then use `/digest resume`',
  gone: 'stopped: I cannot find its channel. Choose another one with `/digest edit`, then use `/digest resume`',
  left: 'stopped: I was removed from this server and am back. Use `/digest resume` to start it again',
};

/** Lays out digests: a line each, or one with its next runs and, where it is asked for, what became of those before. */
export function scheduleParts({ schedules, ...answer }: AnswerOf<'schedules'>): readonly Part[] {
  const [first, ...others] = schedules;
  if (!first) return [lines('There are no digests in this server. `/digest create` makes one.')];
  const done = doneInWords(answer);
  if (others.length === 0) return [...(done ? [lines(saidMarkdown(done.pieces))] : []), ...oneSchedule(first)];
  return [
    lines(`**${counted(schedules.length, 'digest')}** in this server:`),
    ...schedules.map((schedule) => lines(`- ${inOneLine(schedule)}`, { compact: true })),
  ];
}

function oneSchedule(schedule: AnswerSchedule): readonly Part[] {
  const { name, channel, what, when, zone, late, next, last, history, pausedUntil } = schedule;
  const facts = [
    `**${inline(name)}** in <#${channel}>: ${STATUS[schedule.status]}${pausedUntil === null ? '' : ` until ${timestamp(pausedUntil, 'f')}`}`,
    `- Posts ${inline(what)}`,
    `- ${inline(when)}, ${zoneInWords(zone)}`,
    `- If the bot was offline, ${late}`,
    ...(last === null ? [] : [`- Last run ${runLine(last)}`]),
  ];
  return [
    lines(facts.join('\n')),
    ...(next.length === 0
      ? []
      : [lines(['**Next runs** (schedule’s time, then your time)', ...next.map(nextRun)].join('\n'))]),
    ...(history === undefined ? [] : historyParts(history)),
  ];
}

function historyParts(history: readonly AnswerRun[]): readonly Part[] {
  if (history.length === 0) return [lines('No past runs are on record.')];
  return [
    lines('**Past runs**, the latest first'),
    ...history.map((run) => lines(`- ${runLine(run)}`, { compact: true })),
  ];
}

function runLine(run: AnswerRun): string {
  const link = run.url === undefined ? '' : ` · ${run.url}`;
  return `${timestamp(run.due, 'f')}: ${saidMarkdown(runInWords(run).pieces)}${link}`;
}

function nextRun({ at, local, change }: AnswerSchedule['next'][number]): string {
  return `- ${local} (${timestamp(at, 'F')}, ${timestamp(at, 'R')})${change === null ? '' : `\n  **Clock change:** ${inline(change)}`}`;
}

function inOneLine({ name, channel, what, when, status, next }: AnswerSchedule): string {
  const then = next[0] ? `next ${timestamp(next[0].at, 'R')}` : STATUS[status];
  return `**${inline(name)}** in <#${channel}>: ${inline(truncate(what, WHAT_MAX_CHARS))}, ${inline(when)}; ${then}`;
}

function timestamp(instant: string, style: 'f' | 'F' | 'R'): string {
  return `<t:${Math.floor(Date.parse(instant) / 1000)}:${style}>`;
}
