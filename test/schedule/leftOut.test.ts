import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whenProblem } from '../../src/reply/words/digests/whenWords.ts';
import { ruleInWords } from '../../src/reply/words/digests/ruleInWords.ts';
import { formatWall } from '../../src/schedule/times/wallClock.ts';
import { wallTimes } from '../../src/schedule/times/wallTimes.ts';
import { parseWhen } from '../../src/schedule/when/parseWhen.ts';
import { ruleSchema, type Rule } from '../../src/schedule/when/rule.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const FROM = Date.UTC(2026, 10, 23);
/** Two leap years and more. */
const DAYS = 7 * 366;
const context = { zone: 'UTC', now: FROM - 1, minMinutes: 1 };
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day as JavaScript's own calendar has it. */
interface Day {
  readonly iso: string;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly fromEnd: number;
}

const CALENDAR: readonly Day[] = Array.from({ length: DAYS }, (_, at) => {
  const date = new Date(FROM + at * DAY_MS);
  const next = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
  return {
    iso: date.toISOString().slice(0, 10),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    fromEnd: next.getUTCDate() - date.getUTCDate(),
  };
});

/** A phrase, and which days it means. */
interface Phrase {
  readonly text: string;
  readonly isMeant: (day: Day) => boolean;
}

const phrase = (text: string, isMeant: Phrase['isMeant']): Phrase => ({ text, isMeant });
const isWorking = ({ weekday }: Day): boolean => weekday > 0 && weekday < 6;
const weekday = fc.integer({ min: 0, max: 6 });
const month = fc.integer({ min: 0, max: 11 });
const dayOf = fc.integer({ min: 1, max: 28 });
/** Not the thirteenth month nor the 30th of February. */
const date = fc
  .record({ month, day: fc.integer({ min: 1, max: 31 }) })
  .filter(({ month, day }) => day <= new Date(Date.UTC(2000, month + 1, 0)).getUTCDate());
const nameOf = (day: { month: number; day: number }, how: number): string =>
  how === 0
    ? `${day.day} ${MONTHS[day.month]}`
    : how === 1
      ? `${MONTHS[day.month]!.slice(0, 3)} ${day.day}`
      : `the ${day.day}${['th', 'st', 'nd', 'rd'][day.day % 10 < 4 && Math.floor(day.day / 10) !== 1 ? day.day % 10 : 0]} of ${MONTHS[day.month]}`;
const how = fc.integer({ min: 0, max: 2 });

const base: fc.Arbitrary<Phrase> = fc.oneof(
  fc.constantFrom(
    phrase('every day', () => true),
    phrase('daily', () => true),
    phrase('every weekday', isWorking),
    phrase('Mon-Fri', isWorking),
    phrase('weekends', (day) => !isWorking(day)),
    phrase('every quarter', ({ month, day }) => month % 3 === 0 && day === 1),
    phrase('last day of the quarter', ({ month, fromEnd }) => month % 3 === 2 && fromEnd === 0),
    phrase('every quarter on the 15th', ({ month, day }) => month % 3 === 0 && day === 15),
    phrase('last Friday of the month', ({ weekday, fromEnd }) => weekday === 5 && fromEnd < 7),
  ),
  weekday.map((weekday) => phrase(`every ${WEEKDAYS[weekday]}`, (day) => day.weekday === weekday)),
  dayOf.map((day) => phrase(`day ${day} of the month`, (each) => each.day === day)),
  fc
    .record({ date, how, form: fc.constantFrom('every year on X', 'X every year', 'annually on X', 'X of every year') })
    .map(({ date, how, form }) =>
      phrase(form.replace('X', nameOf(date, how)), ({ month, day }) => month === date.month && day === date.day),
    ),
  fc
    .record({ month, weekday, nth: fc.constantFrom(1, 2, 3, 4) })
    .map(({ month, weekday, nth }) =>
      phrase(
        `every year on the ${['first', 'second', 'third', 'fourth'][nth - 1]} ${WEEKDAYS[weekday]} of ${MONTHS[month]}`,
        (day) => day.month === month && day.weekday === weekday && Math.ceil(day.day / 7) === nth,
      ),
    ),
);
const order = (month: number, day: number): number => month * 100 + day;
const leftOut: fc.Arbitrary<Phrase> = fc.oneof(
  weekday.map((weekday) => phrase(WEEKDAYS[weekday]!, (day) => day.weekday === weekday)),
  fc.constant(phrase('weekends', (day: Day) => !isWorking(day))),
  month.map((month) => phrase(MONTHS[month]!, (day) => day.month === month)),
  fc
    .record({ date, how })
    .map(({ date, how }) => phrase(nameOf(date, how), ({ month, day }) => month === date.month && day === date.day)),
  fc.record({ first: date, last: date, to: fc.constantFrom(' to ', ' until ', '–') }).map(({ first, last, to }) => {
    const [from, end] = [order(first.month, first.day), order(last.month, last.day)];
    return phrase(`${nameOf(first, 0)}${to}${nameOf(last, 0)}`, (day) => {
      const at = order(day.month, day.day);
      return from <= end ? from <= at && at <= end : from <= at || at <= end;
    });
  }),
  fc.record({ month, from: dayOf, length: fc.integer({ min: 0, max: 27 }) }).map(({ month, from, length }) => {
    const to = Math.min(28, from + length);
    return phrase(`${from}-${to} ${MONTHS[month]}`, (day) => day.month === month && day.day >= from && day.day <= to);
  }),
  fc.constantFrom(...CALENDAR.slice(0, 800)).map(({ iso }) => phrase(iso, (day) => day.iso === iso)),
);
const both = fc.record({
  base,
  left: fc.uniqueArray(leftOut, { maxLength: 3, selector: ({ text }) => text }),
  word: fc.constantFrom('except', 'except on', 'excluding', 'but not on', 'other than', 'skipping'),
  isTimeFirst: fc.boolean(),
});

function typed({
  base,
  left,
  word,
  isTimeFirst,
}: typeof both extends fc.Arbitrary<infer Value> ? Value : never): string {
  const [last, ...others] = left.map(({ text }) => text).reverse();
  const list =
    last === undefined
      ? ''
      : `${word} ${[...others.reverse().map((text) => `${text}, `), others.length > 0 ? 'and ' : ''].join('')}${last}`;
  return isTimeFirst ? `${base.text} at 9:00 ${list}` : `${base.text} ${list} at 9:00`;
}

function runsOf(rule: Rule): readonly string[] {
  const runs: string[] = [];
  for (const wall of wallTimes(rule, FROM / MINUTE_MS)) {
    if (wall >= (FROM + DAYS * DAY_MS) / MINUTE_MS) break;
    runs.push(formatWall(wall));
  }
  return runs;
}

describe('parseWhen with days left out', () => {
  test('agrees with an oracle that looks at each day of seven years', () => {
    fc.assert(
      fc.property(both, (how) => {
        const text = typed(how);
        const reading = parseWhen(text, context);
        const isMeant = (day: Day): boolean => how.base.isMeant(day) && !how.left.some((each) => each.isMeant(day));
        const days = CALENDAR.filter(isMeant).map(({ iso }) => `${iso}T09:00`);
        if (reading.kind === 'schedule') expect([text, runsOf(reading.rule)]).toEqual([text, days]);
        else expect([text, days, whenProblem(reading.problem)]).toEqual([text, [], 'No run was found for this.']);
      }),
    );
  });

  test('reads its own description as the same rule', () => {
    fc.assert(
      fc.property(both, (how) => {
        const reading = parseWhen(typed(how), context);
        if (reading.kind !== 'schedule') return;
        expect(ruleSchema.safeParse(reading.rule).success).toBe(true);
        expect(parseWhen(ruleInWords(reading.rule), context)).toEqual(reading);
      }),
    );
  });
});
