import type { AnswerSchedule } from '../../../answer/schema/scheduleAnswers.ts';
import type { LatePolicy } from '../../../schedule/schedule.ts';
import type { Occurrence } from '../../../schedule/times/nextOccurrences.ts';
import { counted } from '../counted.ts';

/** The state of a digest, and what to do about it. */
export const SCHEDULE_STATUS: Readonly<Record<AnswerSchedule['status'], string>> = {
  active: 'active',
  paused: 'paused',
  ended: 'over: no further run is due',
  forbidden: 'stopped: I was not allowed to post in its channel. Fix what the last run says, then use `/digest resume`',
  gone: 'stopped: I cannot find its channel. Choose another one with `/digest edit`, then use `/digest resume`',
  left: 'stopped: I was removed from this server and am back. Use `/digest resume` to start it again',
};

/** Said if a server has no digests. */
export const NO_DIGESTS = 'There are no digests in this server.';
/** How to create one; Markdown. */
export const HOW_TO_CREATE = '`/digest create` makes one.';
/** Said if a digest has not run yet. */
export const NO_HISTORY = 'No past runs are on record.';
/** Introduces the past runs; Markdown. */
export const PAST_RUNS = '**Past runs**, the latest first';
/** Introduces the next runs; Markdown. */
export const NEXT_RUNS = '**Next runs** (schedule’s time, then your time)';
/** Introduces what a clock change does to a run; Markdown. */
export const CLOCK_CHANGE = '**Clock change:**';

/** Says that a digest is posted late; `due` in milliseconds since 1970. */
export function wasLate(due: number): string {
  return `Late: it was due <t:${Math.floor(due / 1000)}:f>.`;
}

/** Introduces the digests of a server; Markdown. */
export function digestsHere(count: number): string {
  return `**${counted(count, 'digest')}** in this server:`;
}

/**
 * Says when a digest posts and what happens to missed runs, one line each. `when`, `zone` and the rest are already in
 * words.
 */
export function scheduleFacts({
  what,
  when,
  zone,
  late,
  extras,
  last,
}: Readonly<Record<'what' | 'when' | 'zone' | 'late', string>> & {
  readonly extras?: string | undefined;
  readonly last?: string | undefined;
}): readonly string[] {
  return [
    `Posts ${what}`,
    `${when}, ${zone}`,
    ...(extras === undefined ? [] : [extras]),
    `If the bot was offline, ${late}`,
    ...(last === undefined ? [] : [`Last run ${last}`]),
  ];
}

/** Says what happens to missed runs; continues "If the bot was offline, …". */
export function lateInWords(late: LatePolicy): string {
  return late.kind === 'skip'
    ? 'a missed run is skipped'
    : `one missed run is posted, up to ${counted(late.hours, 'hour')} late`;
}

/** Says what a clock change does to a run; undefined if nothing. */
export function clockChangeInWords({ localDateTime, note }: Occurrence, zone: string): string | undefined {
  if (!note) return undefined;
  const time = note.wanted.replace('T', ' ');
  if (note.kind === 'gap')
    return `${time} does not exist in ${zone}: posted at ${localDateTime.slice(11)}, the first moment that does.`;
  return `${time} comes twice in ${zone}: posted once, at the earlier moment.`;
}
