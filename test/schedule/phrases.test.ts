import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whenProblem } from '../../src/reply/words/digests/whenWords.ts';
import { ruleInWords } from '../../src/reply/words/digests/ruleInWords.ts';
import { parseWhen } from '../../src/schedule/when/parseWhen.ts';
import { formatWall } from '../../src/schedule/times/wallClock.ts';
import { wallTimes } from '../../src/schedule/times/wallTimes.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const FROM = Date.UTC(2026, 10, 23);
const DAYS = 3 * 365;
const context = { zone: 'UTC', now: FROM - 1, minMinutes: 1 };
const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WORDS = ['first', 'second', 'third', 'fourth', 'fifth'];
const TIMES = { '9:00': '09:00', 'at 17:30': '17:30', '8am': '08:00' };

/** Which day of the month is meant, and how it is written. */
interface Group {
  readonly nths: readonly (number | 'last')[];
  readonly noun: number | 'working' | 'day';
}

/** Each day of three years, and the weekdays of its month by day. */
const CALENDAR = Array.from({ length: DAYS }, (_, day) => {
  const date = new Date(FROM + day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const weekdays = Array.from({ length }, (_, at) => new Date(Date.UTC(year, month, at + 1)).getUTCDay() || 7);
  return { iso: date.toISOString().slice(0, 10), day: date.getUTCDate(), weekday: date.getUTCDay() || 7, weekdays };
});
type Day = (typeof CALENDAR)[number];

/** Goes through every day and looks whether the phrase means it. */
function expected(isMeant: (day: Day) => boolean): readonly string[] {
  return CALENDAR.filter(isMeant).map(({ iso }) => iso);
}

function isInMonth({ nths, noun }: Group, { day, weekdays }: Day): boolean {
  const counted = weekdays.flatMap((weekday, at) =>
    noun === 'day' || (noun === 'working' ? weekday <= 5 : weekday === noun) ? [at + 1] : [],
  );
  return nths.some((nth) => (nth === 'last' ? counted.at(-1) : counted[nth - 1]) === day);
}

function runs(typed: string): readonly string[] {
  const reading = parseWhen(typed, context);
  if (reading.kind !== 'schedule') throw new Error(`${typed}: ${whenProblem(reading.problem)}`);
  const dates: string[] = [];
  for (const wall of wallTimes(reading.rule, FROM / MINUTE_MS)) {
    if (wall >= (FROM + DAYS * DAY_MS) / MINUTE_MS) break;
    dates.push(formatWall(wall).slice(0, 10));
  }
  return dates;
}

const nth = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('last' as const));
const dayNth = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const));
const group: fc.Arbitrary<Group> = fc.oneof(
  fc.record({
    nths: fc.uniqueArray(nth, { minLength: 1, maxLength: 4 }),
    noun: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constant('working' as const)),
  }),
  fc.record({ nths: fc.uniqueArray(dayNth, { minLength: 1, maxLength: 4 }), noun: fc.constant('day' as const) }),
);
const spelling = fc.record({
  join: fc.constantFrom(', ', ' and ', ' & ', ', and '),
  the: fc.constantFrom('', 'the '),
  words: fc.boolean(),
  plural: fc.constantFrom('', 's'),
  short: fc.boolean(),
  before: fc.constantFrom('', 'on ', 'every month on ', 'monthly on '),
  after: fc.constantFrom(' of the month', ' of every month', ' of each month', ' each month', ''),
  time: fc.constantFrom(...(Object.keys(TIMES) as (keyof typeof TIMES)[])),
  capitals: fc.boolean(),
});
type Spelling = typeof spelling extends fc.Arbitrary<infer Value> ? Value : never;

function ordinal(nth: number | 'last', words: boolean): string {
  if (nth === 'last') return 'last';
  if (words && nth <= 5) return WORDS[nth - 1]!;
  return `${nth}${nth > 10 && nth < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th')}`;
}

function noun({ noun }: Group, { plural, short }: Spelling): string {
  if (noun === 'working') return `${short ? 'weekday' : 'working day'}${plural}`;
  return noun === 'day' ? `day${plural}` : `${short ? NAMES[noun - 1]!.slice(0, 3) : NAMES[noun - 1]}${plural}`;
}

function written(groups: readonly Group[], how: Spelling): string {
  const list = groups.flatMap((group) =>
    group.nths.map(
      (nth, at) => `${how.the}${ordinal(nth, how.words)}${at === group.nths.length - 1 ? ` ${noun(group, how)}` : ''}`,
    ),
  );
  const text = `${how.before}${list.join(how.join)}${how.after} ${how.time}`;
  return how.capitals ? text.toUpperCase() : text;
}

describe('parseWhen and an oracle that counts the days of each month', () => {
  test('agree on lists of ordinals and what they count', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), spelling, (groups, how) => {
        const typed = written(groups, how);
        expect(runs(typed)).toEqual(expected((day) => groups.some((each) => isInMonth(each, day))));
      }),
    );
  });

  test('agree on lists of weekdays, each of some weeks', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 6 }), spelling, (days, every, how) => {
        const names = days.map((day) => noun({ nths: [], noun: day }, how)).join(how.join);
        const typed = `${every === 1 ? 'every' : `every ${every} weeks on`} ${names} ${how.time}`;
        const all = expected(({ weekday }) => days.includes(weekday));
        const week = (date: string): number => Math.floor((Date.parse(date) / DAY_MS + 3) / 7);
        expect(runs(typed)).toEqual(all.filter((date) => (week(date) - week(all[0]!)) % every === 0));
      }),
    );
  });

  test('agree on what a description says', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 2 }), spelling, (groups, how) => {
        const reading = parseWhen(written(groups, how), context);
        if (reading.kind !== 'schedule') throw new Error(whenProblem(reading.problem));
        expect(parseWhen(ruleInWords(reading.rule), context)).toEqual(reading);
      }),
    );
  });
});

test.each([
  [
    'second and fourth Tuesday of the month 10:00',
    ['2026-11-24', '2026-12-08', '2026-12-22', '2027-01-12', '2027-01-26'],
  ],
  ['first, third and fifth Monday of the month 9:00', ['2026-11-30', '2026-12-07', '2026-12-21']],
  ['second and last Friday of the month 10:00', ['2026-11-27', '2026-12-11', '2026-12-25']],
  ['2nd and 4th thursdays 9:00', ['2026-11-26', '2026-12-10', '2026-12-24']],
  ['first and last weekday 9:00', ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01']],
  ['last day and 15th 9:00', ['2026-11-30', '2026-12-15', '2026-12-31']],
  ['15th and last Friday 9:00', ['2026-11-27', '2026-12-15', '2026-12-25']],
  ['1st & 3rd Mon monthly 9am', ['2026-12-07', '2026-12-21']],
])('parseWhen reads %j', (typed, first) => {
  expect(runs(typed).slice(0, first.length)).toEqual(first);
});

test.each([
  [
    'first Monday and third 9:00',
    ['on the first and third Monday of every month at 09:00', 'on the first Monday and day 3 of every month at 09:00'],
  ],
  ['first Monday and Tuesday of the month 9:00', ['on the first Monday and the first Tuesday of every month at 09:00']],
  [
    '1st, 15th and last Friday 9:00',
    [
      'on the first Friday, day 15 and the last Friday of every month at 09:00',
      'on day 1, day 15 and the last Friday of every month at 09:00',
    ],
  ],
  [
    'every 2nd Thursday 9:00',
    ['every 2 weeks on Thursday at 09:00, starting 26 November 2026', 'on the second Thursday of every month at 09:00'],
  ],
])('parseWhen refuses %j, and offers what it can mean', (typed, readings) => {
  const reading = parseWhen(typed, context);
  const problem = reading.kind === 'invalid' ? reading.problem : undefined;
  expect(problem?.kind === 'ambiguous' && problem.readings.map(ruleInWords)).toEqual(readings);
  for (const each of readings) expect(parseWhen(each, context).kind).toBe('schedule');
});

test.each([
  '6th Monday 9:00',
  'first, sixth Monday 9:00',
  'banana and first monday 9:00',
  'Monday and first 9:00',
  '32nd 9:00',
])('parseWhen does not understand %j', (typed) => {
  expect(parseWhen(typed, context)).toMatchObject({ kind: 'invalid', problem: { kind: 'not-understood' } });
});
