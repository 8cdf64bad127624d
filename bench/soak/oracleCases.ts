import type { Rule } from '../../src/schedule/when/rule.ts';
import { naiveDay, type NaiveDay, type NaiveSchedule, type ZoneChange } from './wallClockOracle.ts';

const MS_PER_DAY = 86_400_000;

/** One rule, as the product has it and as the oracle does, written down separately. */
export interface OracleCase {
  readonly name: string;
  readonly rule: Rule;
  readonly naive: NaiveSchedule;
}

/**
 * Writes the schedules to compare around a clock change, for one time of day: daily, weekly on the days around the
 * change, every two weeks in both phases, monthly on its day, its weekday and its last day, yearly, with days left out,
 * and frequent ones.
 */
export function oracleCases(change: ZoneChange, time: number): readonly OracleCase[] {
  const times = [clock(time)];
  // The change's own day lies within a day of its date in UTC, so the days to either side are compared too.
  const utc = Math.floor(change.at / MS_PER_DAY) * MS_PER_DAY;
  const days = [-1, 0, 1].map((shift) => naiveDay(utc + shift * MS_PER_DAY));
  const once = { times: [time], frequent: false };
  return [
    {
      name: 'daily',
      rule: { kind: 'days', every: 1, times },
      naive: { ...once, runsOn: () => true },
    },
    {
      name: 'cron',
      rule: { kind: 'cron', expression: `${time % 60} ${Math.floor(time / 60)} * * *` },
      naive: { ...once, runsOn: () => true },
    },
    ...days.flatMap((day): OracleCase[] => [
      {
        name: 'weekly',
        rule: { kind: 'weeks', every: 1, weekdays: [day.weekday || 7], times },
        naive: { ...once, runsOn: ({ weekday }) => weekday === day.weekday },
      },
      twoWeekly(day.date - 14 * MS_PER_DAY, time),
      twoWeekly(day.date - 21 * MS_PER_DAY, time),
      {
        name: 'monthly on the day',
        rule: { kind: 'months', every: 1, on: [{ day: day.dayOfMonth }], times },
        naive: { ...once, runsOn: ({ dayOfMonth }) => dayOfMonth === day.dayOfMonth },
      },
      {
        name: 'monthly on the weekday',
        rule: { kind: 'months', every: 1, on: [{ nth: nthOf(day), weekday: day.weekday || 7 }], times },
        naive: { ...once, runsOn: (other) => other.weekday === day.weekday && nthOf(other) === nthOf(day) },
      },
    ]),
    ...days.flatMap(({ date, month, dayOfMonth, weekday }): OracleCase[] => [
      {
        name: 'yearly',
        rule: { kind: 'years', every: 1, on: [{ month: month + 1, day: dayOfMonth }], times },
        naive: { ...once, runsOn: (other) => other.month === month && other.dayOfMonth === dayOfMonth },
      },
      {
        name: 'daily except a day of every year',
        rule: { kind: 'days', every: 1, times, except: { dates: [{ from: dayOfYear(date), to: dayOfYear(date) }] } },
        naive: { ...once, runsOn: (other) => other.month !== month || other.dayOfMonth !== dayOfMonth },
      },
      {
        name: 'every other day except a weekday',
        rule: {
          kind: 'days',
          every: 2,
          times,
          start: isoDay(date - 8 * MS_PER_DAY),
          except: { weekdays: [weekday || 7] },
        },
        naive: {
          ...once,
          runsOn: (other) => ((other.date - date) / MS_PER_DAY) % 2 === 0 && other.weekday !== weekday,
        },
      },
      {
        name: 'daily except two days of one year',
        rule: {
          kind: 'days',
          every: 1,
          times,
          except: { dates: [{ from: isoDay(date), to: isoDay(date + MS_PER_DAY) }] },
        },
        naive: { ...once, runsOn: (other) => other.date !== date && other.date !== date + MS_PER_DAY },
      },
    ]),
    {
      name: 'monthly on the last day',
      rule: { kind: 'months', every: 1, on: [{ day: 'last' }], times },
      naive: { ...once, runsOn: ({ dayOfMonth, daysInMonth }) => dayOfMonth === daysInMonth },
    },
  ];
}

/** Schedules of every hour or more often, which follow real time. */
export function frequentCases(): readonly OracleCase[] {
  const everyDay = { from: '00:00', to: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7] } as const;
  const through = (step: number) => Array.from({ length: 1440 / step }, (_, at) => at * step);
  return [
    ...[15, 20, 30, 60].map((minutes): OracleCase => ({
      name: `every ${minutes} minutes`,
      rule: { kind: 'interval', minutes, ...everyDay },
      naive: { runsOn: () => true, times: through(minutes), frequent: true },
    })),
    {
      name: 'cron every half hour',
      rule: { kind: 'cron', expression: '*/30 * * * *' },
      naive: { runsOn: () => true, times: through(30), frequent: true },
    },
  ];
}

function twoWeekly(first: number, time: number): OracleCase {
  return {
    name: 'two-weekly',
    rule: {
      kind: 'weeks',
      every: 2,
      weekdays: [naiveDay(first).weekday || 7],
      times: [clock(time)],
      start: isoDay(first),
    },
    naive: { runsOn: ({ date }) => ((date - first) / MS_PER_DAY) % 14 === 0, times: [time], frequent: false },
  };
}

function isoDay(date: number): string {
  return new Date(date).toISOString().slice(0, 10);
}

function dayOfYear(date: number): string {
  return isoDay(date).slice(5);
}

function nthOf({ dayOfMonth }: NaiveDay): number {
  return [1, 2, 3, 4, 5].find((nth) => dayOfMonth <= nth * 7)!;
}

function clock(time: number): string {
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}
