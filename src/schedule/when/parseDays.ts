import { DAY, MONTH } from './parseDate.ts';
import { parseMonthDays } from './parseMonthDays.ts';
import { parseYearDays } from './parseYearDays.ts';
import type { MonthDay, YearDay } from './rule.ts';
import { WEEKDAY_ITEM, weekdaysOf } from './weekdayNames.ts';

/** Days on which a schedule runs. */
export type CertainDays =
  | { readonly kind: 'days'; readonly every: number }
  | { readonly kind: 'weeks'; readonly every: number; readonly weekdays: readonly number[] }
  | { readonly kind: 'months'; readonly every: number; readonly on: readonly MonthDay[] }
  | { readonly kind: 'years'; readonly every: number; readonly on: readonly YearDay[] };

/**
 * Parsed days of a schedule; `missing` if a weekday is needed and none is named, `uncertain` if the text is ambiguous,
 * `period` if only a date to start from could tell which day of each month, quarter or year.
 */
export type Days =
  | CertainDays
  | { readonly kind: 'missing' }
  /** Days of a quarter: of its last month if they are counted from the end, else of its first. */
  | { readonly kind: 'quarters'; readonly on: readonly MonthDay[] }
  | { readonly kind: 'period'; readonly unit: 'month' | 'quarter' | 'year'; readonly every: number }
  | { readonly kind: 'uncertain'; readonly readings: readonly CertainDays[] };

const AND = String.raw`(?:\s?,\s?and\s|\s?,\s?|\sand\s|\s?&\s?|\s)(?:every\s|each\s|on\s)?`;
/** A longer list names a day twice; the time to reject a text grows steeply with their number. */
const MORE_DAYS_MAX = 7;
const WEEKDAYS = String.raw`${WEEKDAY_ITEM}(?:${AND}${WEEKDAY_ITEM}){0,${MORE_DAYS_MAX}}`;
const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six'];
const NUMBER = String.raw`(?:\d{1,3}|other|second|third|fourth|${NUMBER_WORDS.join('|')})`;
const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth', 'fifth'];
const OF_MONTH = String.raw`(?:\s(?:(?:of|in)\s(?:(?:the|each|every|a)\s)?|(?:each|every|a|per)\s)(?:(?<of>${NUMBER})\s)?months?|\smonthly)`;

const YEARLY = String.raw`(?:(?:every|each) year|yearly|annually|once a year|every (?<n>${NUMBER}) years?)`;

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');

/** Accepted forms, tried from the top; the first that matches the whole text counts. */
const FORMS: readonly (readonly [
  pattern: RegExp,
  read: (groups: Readonly<Record<string, string>>) => Days | undefined,
])[] = [
  [whole(`|daily|every ?day|each day|(?:on )?all days`), () => ({ kind: 'days', every: 1 })],
  [whole(`every (?<n>${NUMBER}) days?`), ({ n = '' }) => ({ kind: 'days', every: numberOf(n) })],
  [
    whole(`(?:every |each |on |weekly (?:on )?|(?:every|each) week (?:on )?)?(?<days>${WEEKDAYS})`),
    ({ days = '' }) => ({ kind: 'weeks', every: 1, weekdays: weekdaysOf(days) }),
  ],
  [
    whole(`(?:every (?<n>${NUMBER}) weeks?|biweekly|fortnightly|every fortnight)(?: on)? (?<days>${WEEKDAYS})`),
    ({ n = 'two', days = '' }) => ({ kind: 'weeks', every: numberOf(n), weekdays: weekdaysOf(days) }),
  ],
  [
    whole(`(?:on )?(?<days>${WEEKDAYS}) every (?<n>${NUMBER}) weeks?`),
    ({ n = '', days = '' }) => ({ kind: 'weeks', every: numberOf(n), weekdays: weekdaysOf(days) }),
  ],
  [
    whole(`every (?:other|(?<n>second|third|fourth)) (?<days>${WEEKDAYS})`),
    ({ n = 'other', days = '' }) => ({ kind: 'weeks', every: numberOf(n), weekdays: weekdaysOf(days) }),
  ],
  [
    whole(`weekly|(?:every|each) week|every ${NUMBER} weeks?|biweekly|fortnightly|every fortnight`),
    () => ({ kind: 'missing' }),
  ],
  [
    whole(`every (?<n>[2-5])(?:nd|rd|th) (?<days>${WEEKDAYS})`),
    ({ n, days = '' }) => ({
      kind: 'uncertain',
      readings: [
        { kind: 'weeks', every: Number(n), weekdays: weekdaysOf(days) },
        { kind: 'months', every: 1, on: weekdaysOf(days).map((weekday) => ({ nth: Number(n), weekday })) },
      ],
    }),
  ],
  [
    whole(`${YEARLY}(?:,? on)?(?: (?<on>.+))?`),
    ({ n = 'one', on }) => (on === undefined ? periodOf('year', n) : yearsOf(on, numberOf(n))),
  ],
  [whole(`(?:every|each) (?<on>(?:${MONTH}\\s${DAY}|${DAY}\\s(?:of\\s)?${MONTH}).*)`), ({ on = '' }) => yearsOf(on, 1)],
  [
    whole(`(?:on )?(?:every |each )?(?<on>.+?),? (?:of )?${YEARLY}`),
    ({ n = 'one', on = '' }) => yearsOf(on, numberOf(n)),
  ],
  [
    whole(`(?:quarterly|(?:every|each|once a|once per) quarter)(?:,? on)?(?: (?<on>.+))?`),
    ({ on }) => (on === undefined ? periodOf('quarter', 'one') : quartersOf(on)),
  ],
  [
    whole(
      `(?:on )?(?:every |each )?(?<on>.+?) (?:(?:of|in) (?:(?:the|each|every|a) )?quarter|(?:each|every|a|per) quarter|quarterly)`,
    ),
    ({ on = '' }) => quartersOf(on),
  ],
  [
    whole(`monthly|(?:every|each|once a|once per) month|every (?<n>${NUMBER}) months?`),
    ({ n = 'one' }) => periodOf('month', n),
  ],
  [
    whole(
      `(?:monthly |(?:every|each|once a|once per) month |every (?<n>${NUMBER}) months? )?(?:on )?(?:every |each )?(?<on>.+?)${OF_MONTH}?`,
    ),
    ({ n, of, on = '' }) => monthsOf(on, numberOf(n ?? of ?? 'one')),
  ],
];

/**
 * Parses the days on which a schedule runs, in lower case and without times: `every weekday`, `first monday of the
 * month`.
 */
export function parseDays(text: string): Days | undefined {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const days = read(match.groups ?? {});
    return days && isSound(days) ? days : undefined;
  }
  return undefined;
}

function monthsOf(text: string, every: number): Days | undefined {
  const reading = parseMonthDays(text);
  if (reading?.kind !== 'uncertain') return reading && { kind: 'months', every, on: reading.on };
  return { kind: 'uncertain', readings: reading.readings.map((on) => ({ kind: 'months', every, on })) };
}

function yearsOf(text: string, every: number): Days | undefined {
  const on = parseYearDays(text);
  return on && { kind: 'years', every, on };
}

function quartersOf(text: string): Days | undefined {
  const reading = parseMonthDays(text);
  return reading?.kind === 'days' ? { kind: 'quarters', on: reading.on } : undefined;
}

function periodOf(unit: 'month' | 'quarter' | 'year', n: string): Days {
  return { kind: 'period', unit, every: numberOf(n) };
}

function isSound(days: Days): boolean {
  if (days.kind === 'missing' || days.kind === 'quarters') return true;
  return days.kind === 'uncertain' ? days.readings.every(isSound) : days.every >= 1 && days.every <= 366;
}

/** Parses weekdays only, such as `mon-fri`, `weekdays`, `saturday and sunday`. */
export function parseWeekdays(text: string): readonly number[] | undefined {
  return whole(`(?:on |every )?(?:${WEEKDAYS}|daily|every ?day)`).test(text) ? weekdaysOf(text) : undefined;
}

function numberOf(text: string): number {
  if (text === 'other' || text === 'second') return 2;
  const word = NUMBER_WORDS.indexOf(text) + 1 || ORDINAL_WORDS.indexOf(text) + 1;
  return word || Number(text);
}
