import { Cron, CronPattern } from 'croner';
import type { Except, MonthDay, Rule, RuleOf } from '../when/rule.ts';
import {
  calendarDay,
  dayNumber,
  MINUTES_PER_DAY,
  minutesOf,
  parseWall,
  type CalendarDay,
  type WallMinutes,
} from './wallClock.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** Two leap-year cycles around a century without one: a rule with no day within them never runs. */
const HORIZON_DAYS = 8 * 366;
/** The same for 29 February when some weekdays or years are left out: weekdays repeat after 28 years, or 40 around a century. */
const LONG_HORIZON_DAYS = 40 * 366;
const MS_PER_MINUTE = 60_000;

/**
 * Lists the local times at which a rule runs, from `from` on, in order, ignoring clock changes. Ends when the rule
 * does, or after eight years without a run.
 */
export function* wallTimes(rule: Rule, from: WallMinutes): Generator<WallMinutes, void> {
  switch (rule.kind) {
    case 'once': {
      const wall = parseWall(`${rule.date}T${rule.time}`);
      if (wall >= from) yield wall;
      return;
    }
    case 'cron':
      yield* cronTimes(rule, from);
      return;
    case 'days':
    case 'weeks':
    case 'months':
    case 'years':
    case 'interval':
      yield* dayTimes(rule, from);
      return;
    default:
      rule satisfies never;
  }
}

/**
 * Returns true if a rule runs every hour or more often within its hours, and so follows real time through a clock
 * change: an hour that occurs twice has its runs twice, an hour that is skipped has none.
 */
export function isFrequent(rule: Rule): boolean {
  if (rule.kind === 'interval') return rule.minutes <= 60;
  if (rule.kind !== 'cron') return false;
  const times = cronTimesOfDay(rule.expression);
  return times.length > 1 && times.every((time, at) => at === 0 || time - entryAt(times, at - 1) <= 60);
}

/**
 * Finds the minimum number of minutes between two runs of a rule within a year of its first, in local time; undefined
 * if there are no two.
 */
export function shortestDistance(rule: Rule, from: WallMinutes): number | undefined {
  let first: WallMinutes | undefined;
  let last: WallMinutes | undefined;
  let shortest: number | undefined;
  let count = 0;
  for (const wall of wallTimes(rule, from)) {
    if (last !== undefined) shortest = Math.min(shortest ?? Infinity, wall - last);
    first ??= wall;
    last = wall;
    count += 1;
    if (count === RUNS_COMPARED || wall > first + 366 * MINUTES_PER_DAY) break;
  }
  return shortest;
}

/** Enough for a day of runs every minute, and for a year of working days with several times. */
const RUNS_COMPARED = 1500;

type DayRule = RuleOf<'days' | 'weeks' | 'months' | 'years' | 'interval'>;

function* dayTimes(rule: DayRule, from: WallMinutes): Generator<WallMinutes, void> {
  const times = rule.kind === 'interval' ? intervalTimes(rule) : rule.times.map(minutesOf);
  const start = rule.start === undefined ? undefined : dayNumber(rule.start);
  const until = rule.until === undefined ? Infinity : dayNumber(rule.until);
  const runsOn = dayTest(rule, start ?? 0);
  const { except } = rule;
  const horizon = except || rule.kind === 'years' ? LONG_HORIZON_DAYS : HORIZON_DAYS;
  let idle = 0;
  const first = Math.max(Math.floor(from / MINUTES_PER_DAY), start ?? -Infinity);
  for (let day = first; day <= until && idle < horizon; day += 1) {
    idle += 1;
    const calendar = calendarDay(day);
    if (!runsOn(day, calendar) || (except && isLeftOut(except, calendar))) continue;
    for (const time of times) {
      const wall = day * MINUTES_PER_DAY + time;
      if (wall < from) continue;
      idle = 0;
      yield wall;
    }
  }
}

function intervalTimes({ minutes, from, to }: RuleOf<'interval'>): readonly number[] {
  const first = minutesOf(from);
  const count = Math.floor((minutesOf(to) - first) / minutes) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => first + at * minutes);
}

function dayTest(rule: DayRule, start: number): (day: number, calendar: CalendarDay) => boolean {
  switch (rule.kind) {
    case 'days':
      return (day) => (day - start) % rule.every === 0;
    case 'weeks':
      return (day, { weekday }) =>
        rule.weekdays.includes(weekday) && (weekNumber(day) - weekNumber(start)) % rule.every === 0;
    case 'months': {
      const first = monthNumber(calendarDay(start));
      return (_, calendar) =>
        (monthNumber(calendar) - first) % rule.every === 0 && rule.on.some((on) => isMonthDay(on, calendar));
    }
    case 'years': {
      const first = calendarDay(start).year;
      return (_, calendar) =>
        (calendar.year - first) % rule.every === 0 &&
        rule.on.some((on) => on.month === calendar.month && isMonthDay(on, calendar));
    }
    case 'interval':
      return (_, { weekday }) => rule.weekdays.includes(weekday);
    default:
      return rule satisfies never;
  }
}

function isLeftOut({ weekdays, dates }: Except, { year, month, day, weekday }: CalendarDay): boolean {
  if (weekdays?.includes(weekday)) return true;
  const ofYear = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = `${String(year).padStart(4, '0')}-${ofYear}`;
  return (
    dates?.some(({ from, to }) => {
      if (from.length > ofYear.length) return from <= date && date <= to;
      return from <= to ? from <= ofYear && ofYear <= to : from <= ofYear || ofYear <= to;
    }) ?? false
  );
}

/** Weeks, from Monday to Sunday, since that of 1970-01-01, a Thursday. */
function weekNumber(day: number): number {
  return Math.floor((day + 3) / 7);
}

function monthNumber({ year, month }: CalendarDay): number {
  return year * 12 + month;
}

function isMonthDay(on: MonthDay, { year, month, day, weekday }: CalendarDay): boolean {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if ('day' in on) return day === (on.day === 'last' ? length : on.day);
  if (on.weekday === 'working') return isNthWorkingDay(on.nth, { day, weekday, length });
  if (weekday !== on.weekday) return false;
  return on.nth === 'last' ? day + 7 > length : Math.ceil(day / 7) === on.nth;
}

function isNthWorkingDay(
  nth: number | 'last',
  { day, weekday, length }: { readonly day: number; readonly weekday: number; readonly length: number },
): boolean {
  const isWorking = (other: number) => ((((weekday - 1 + other - day) % 7) + 7) % 7) + 1 <= 5;
  if (!isWorking(day)) return false;
  const [first, last] = nth === 'last' ? [day, length] : [1, day];
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return days.filter(isWorking).length === (nth === 'last' ? 1 : nth);
}

/**
 * Croner finds the days on a UTC clock, which never changes; they are converted to the zone later, as for all rules.
 */
function* cronTimes({ expression }: RuleOf<'cron'>, from: WallMinutes): Generator<WallMinutes, void> {
  const cron = new Cron(expression, { mode: '5-part', timezone: 'UTC', paused: true });
  const times = cronTimesOfDay(expression);
  let start = Math.floor(from / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  for (;;) {
    const next = cron.nextRun(new Date(start * MS_PER_MINUTE - 1));
    if (!next) return;
    const day = Math.floor(next.getTime() / MS_PER_MINUTE / MINUTES_PER_DAY) * MINUTES_PER_DAY;
    for (const time of times) if (day + time >= from) yield day + time;
    start = day + MINUTES_PER_DAY;
  }
}

/** Lists the minutes of the day at which a cron expression runs, on its days. */
function cronTimesOfDay(expression: string): readonly number[] {
  const { hour, minute } = new CronPattern(expression, 'UTC', { mode: '5-part' });
  const set = (field: readonly number[]) => field.flatMap((on, at) => (on ? [at] : []));
  return set(hour).flatMap((hour) => set(minute).map((minute) => hour * 60 + minute));
}
