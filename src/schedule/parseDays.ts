import { EVERY_DAY, WORKING_DAYS, type MonthDay } from './rule.ts';

/** Days on which a schedule runs, as a text says; `missing` where a weekday is called for, and none is named. */
export type Days =
  | { readonly kind: 'days'; readonly every: number }
  | { readonly kind: 'weeks'; readonly every: number; readonly weekdays: readonly number[] }
  | { readonly kind: 'months'; readonly every: number; readonly on: readonly MonthDay[] }
  | { readonly kind: 'missing' };

const WEEKDAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = String.raw`(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?`;
const GROUP = String.raw`(?:(?:week|work|working |business )days?|weekends?|weekend days?)`;
const WEEKDAY_ITEM = String.raw`(?:${WEEKDAY}(?:\s?(?:-|to|through)\s?${WEEKDAY})?|${GROUP})`;
const AND = String.raw`(?:\s?,\s?and\s|\s?,\s?|\sand\s|\s?&\s?|\s)(?:every\s|each\s|on\s)?`;
const WEEKDAYS = String.raw`${WEEKDAY_ITEM}(?:${AND}${WEEKDAY_ITEM})*`;
const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six'];
const NUMBER = String.raw`(?:\d{1,3}|other|second|third|fourth|${NUMBER_WORDS.join('|')})`;
const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth', 'fifth'];
const ORDINAL = String.raw`(?:\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORDS.join('|')}|last)`;
const MONTH_DAY = String.raw`(?:(?:the\s)?${ORDINAL}(?:\s(?:${WEEKDAY}|(?:week|work|working |business )day|day))?|day\s\d{1,2})`;
const MONTH_DAYS = String.raw`${MONTH_DAY}(?:(?:\s?,\s?and\s|\s?,\s?|\sand\s|\s?&\s?)${MONTH_DAY})*`;
const OF_MONTH = String.raw`(?:\s(?:of|in)\s(?:the|each|every|a)\s(?:(?<of>${NUMBER})\s)?months?)`;

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');

/** What people write, tried from the top; the first that fits the whole text counts. */
const FORMS: readonly (readonly [pattern: RegExp, read: (groups: Readonly<Record<string, string>>) => Days])[] = [
  [whole(`|daily|every ?day|each day|(?:on )?all days`), () => ({ kind: 'days', every: 1 })],
  [whole(`every (?<n>${NUMBER}) days?`), ({ n }) => ({ kind: 'days', every: numberOf(n!) })],
  [
    whole(`(?:every |each |on |weekly (?:on )?|(?:every|each) week (?:on )?)?(?<days>${WEEKDAYS})`),
    ({ days }) => ({ kind: 'weeks', every: 1, weekdays: weekdaysOf(days!) }),
  ],
  [
    whole(`(?:every (?<n>${NUMBER}) weeks?|biweekly|fortnightly|every fortnight)(?: on)? (?<days>${WEEKDAYS})`),
    ({ n = 'two', days }) => ({ kind: 'weeks', every: numberOf(n), weekdays: weekdaysOf(days!) }),
  ],
  [
    whole(`(?:on )?(?<days>${WEEKDAYS}) every (?<n>${NUMBER}) weeks?`),
    ({ n, days }) => ({ kind: 'weeks', every: numberOf(n!), weekdays: weekdaysOf(days!) }),
  ],
  [
    whole(`every (?:other|(?<n>second|third|fourth)) (?<days>${WEEKDAYS})`),
    ({ n = 'other', days }) => ({ kind: 'weeks', every: numberOf(n), weekdays: weekdaysOf(days!) }),
  ],
  [
    whole(`weekly|(?:every|each) week|every ${NUMBER} weeks?|biweekly|fortnightly|every fortnight`),
    () => ({ kind: 'missing' }),
  ],
  [
    whole(
      `(?:monthly |(?:every|each) month |every (?<n>${NUMBER}) months? |(?<quarterly>quarterly) )?(?:on )?(?:every )?(?<on>${MONTH_DAYS})${OF_MONTH}?`,
    ),
    ({ n, of, quarterly, on }) => ({
      kind: 'months',
      every: quarterly === undefined ? numberOf(n ?? of ?? 'one') : 3,
      on: monthDaysOf(on!),
    }),
  ],
];

/** Reads on which days a schedule runs, in lower case and without times: `every weekday`, `first monday of the month`. */
export function parseDays(text: string): Days | undefined {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const days = read(match.groups ?? {});
    const sound = days.kind === 'missing' || (days.every >= 1 && days.every <= 366);
    return sound && !(days.kind === 'months' && days.on.some(isNoDay)) ? days : undefined;
  }
  return undefined;
}

/** Reads weekdays alone, such as `mon-fri`, `weekdays`, `saturday and sunday`. */
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
    const [from, to] = item.split(/\s?(?:-|\bto\b|\bthrough\b)\s?/u).map(weekdayOf);
    if (to === undefined) return [from!];
    return Array.from({ length: ((to - from! + 7) % 7) + 1 }, (_, at) => ((from! - 1 + at) % 7) + 1);
  });
  return [...new Set(days)].sort((a, b) => a - b);
}

function weekdayOf(name: string): number {
  return WEEKDAY_NAMES.indexOf(name.slice(0, 3)) + 1;
}

function monthDaysOf(text: string): readonly MonthDay[] {
  return [...text.matchAll(new RegExp(MONTH_DAY, 'gu'))].map(([item]): MonthDay => {
    const words = item.replace(/^the\s/u, '').split(' ');
    if (words[0] === 'day') return { day: Number(words[1]) };
    const nth = words[0] === 'last' ? 'last' : ORDINAL_WORDS.indexOf(words[0]!) + 1 || Number.parseInt(words[0]!, 10);
    const weekday = words.slice(1).join(' ');
    if (weekday === '' || weekday === 'day') return { day: nth };
    return { nth, weekday: weekdayOf(weekday) || 'working' };
  });
}

function isNoDay(on: MonthDay): boolean {
  const place = 'day' in on ? on.day : on.nth;
  return place !== 'last' && (place < 1 || place > ('day' in on ? 31 : 5));
}
