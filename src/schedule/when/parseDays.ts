import { parseMonthDays } from './parseMonthDays.ts';
import { EVERY_DAY, WORKING_DAYS, type MonthDay } from './rule.ts';
import { WEEKDAY, weekdayOf } from './weekdayNames.ts';

/** Days on which a schedule runs. */
type CertainDays =
  | { readonly kind: 'days'; readonly every: number }
  | { readonly kind: 'weeks'; readonly every: number; readonly weekdays: readonly number[] }
  | { readonly kind: 'months'; readonly every: number; readonly on: readonly MonthDay[] };

/**
 * Parsed days of a schedule; `missing` if a weekday is needed and none is named, `uncertain` if the text is ambiguous.
 */
export type Days =
  | CertainDays
  | { readonly kind: 'missing' }
  | { readonly kind: 'uncertain'; readonly readings: readonly CertainDays[] };

const GROUP = String.raw`(?:(?:week|work|working |business )days?|weekends?|weekend days?)`;
const WEEKDAY_ITEM = String.raw`(?:${WEEKDAY}(?:\s?(?:-|to|through)\s?${WEEKDAY})?|${GROUP})`;
const AND = String.raw`(?:\s?,\s?and\s|\s?,\s?|\sand\s|\s?&\s?|\s)(?:every\s|each\s|on\s)?`;
/** A longer list names a day twice; the time to reject a text grows steeply with their number. */
const MORE_DAYS_MAX = 7;
const WEEKDAYS = String.raw`${WEEKDAY_ITEM}(?:${AND}${WEEKDAY_ITEM}){0,${MORE_DAYS_MAX}}`;
const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six'];
const NUMBER = String.raw`(?:\d{1,3}|other|second|third|fourth|${NUMBER_WORDS.join('|')})`;
const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth', 'fifth'];
const OF_MONTH = String.raw`(?:\s(?:(?:of|in)\s(?:(?:the|each|every|a)\s)?|(?:each|every|a|per)\s)(?:(?<of>${NUMBER})\s)?months?|\smonthly)`;

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
    whole(
      `(?:monthly |(?:every|each) month |every (?<n>${NUMBER}) months? |(?<quarterly>quarterly) )?(?:on )?(?:every |each )?(?<on>.+?)${OF_MONTH}?`,
    ),
    ({ n, of, quarterly, on = '' }) => monthsOf(on, quarterly === undefined ? numberOf(n ?? of ?? 'one') : 3),
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

function isSound(days: Days): boolean {
  if (days.kind === 'missing') return true;
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

function weekdaysOf(text: string): readonly number[] {
  const days = [...text.matchAll(new RegExp(`${WEEKDAY_ITEM}|every ?day|daily`, 'gu'))].flatMap(([item]) => {
    if (/^(?:every ?day|daily)$/u.test(item)) return EVERY_DAY;
    if (item.startsWith('weekend')) return [6, 7];
    if (whole(GROUP).test(item)) return WORKING_DAYS;
    const [first = '', last = first] = item.split(/\s?(?:-|\bto\b|\bthrough\b)\s?/u);
    const [from, to] = [weekdayOf(first), weekdayOf(last)];
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => ((from - 1 + at) % 7) + 1);
  });
  return [...new Set(days)].sort((a, b) => a - b);
}
