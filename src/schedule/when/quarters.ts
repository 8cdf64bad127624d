import { wallAt } from '../times/nextOccurrences.ts';
import { type CalendarDay, dayNumber, formatWall, MINUTES_PER_DAY } from '../times/wallClock.ts';
import { wallTimes } from '../times/wallTimes.ts';
import type { CertainDays, Days } from './parseDays.ts';
import type { Except, MonthDay, Rule } from './rule.ts';

/** When a rule begins and ends, and what it leaves out. */
export interface Range {
  start?: string;
  until?: string;
  except?: Except;
}

/** "Every quarter from 15 February": the day that it starts on. The last of a month is the last of each. */
export function daysOfStart(
  { unit, every }: Extract<Days, { kind: 'period' }>,
  { year, month, day }: CalendarDay,
): CertainDays {
  const isLast = day === new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (unit === 'year') return { kind: 'years', every, on: [{ month, day }] };
  return { kind: 'months', every: unit === 'quarter' ? 3 : every, on: [{ day: isLast && day > 28 ? 'last' : day }] };
}

const MONTHS_OF_QUARTERS = [0, 3, 6, 9];

/** Days of each quarter: counted from its end they are in its last month, else in its first. */
export function ruleOfQuarters(
  on: readonly MonthDay[],
  {
    times,
    range,
    context,
  }: {
    readonly times: readonly string[];
    readonly range: Range;
    readonly context: { readonly zone: string; readonly now: number };
  },
): Rule {
  const months = on.map((each) => (isFromEnd(each) ? 3 : 1));
  const first = months[0] ?? 1;
  if (months.some((month) => month !== first)) {
    const days = MONTHS_OF_QUARTERS.flatMap((before) =>
      on.map((each, at) => ({ month: before + (months[at] ?? first), ...each })),
    );
    return { kind: 'years', every: 1, on: days, times, ...range };
  }
  const aligned: Rule = { kind: 'months', every: 3, on, times, ...range, start: `1970-0${first}-01` };
  const from = Math.max(
    wallAt(context.now, context.zone) + 1,
    dayNumber(range.start ?? '1970-01-01') * MINUTES_PER_DAY,
  );
  const [run] = wallTimes(aligned, from);
  return { ...aligned, start: formatWall(run ?? from).slice(0, 10) };
}

function isFromEnd(day: MonthDay): boolean {
  return ('day' in day ? day.day : day.nth) === 'last';
}
