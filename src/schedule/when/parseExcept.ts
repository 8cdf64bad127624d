import { dayNumber, formatDay } from '../times/wallClock.ts';
import { DATE, DAY, existing, MONTH, monthNamed, parseDate } from './parseDate.ts';
import { WEEKDAY_ITEM, weekdaysOf } from './weekdayNames.ts';
import type { Except, LeftOutRange } from './rule.ts';

/** What a text leaves out, and the text without it; or what of it is not a day. */
export type ExceptReading =
  | { readonly kind: 'except'; readonly except: Except | undefined; readonly rest: string }
  | { readonly kind: 'holidays' | 'numeric-date' }
  | { readonly kind: 'no-such-date' | 'not-understood'; readonly text: string };

/** Holidays that are on the same day everywhere they are kept. */
const HOLIDAYS: Readonly<Record<string, string>> = {
  'christmas eve': '12-24',
  'christmas day': '12-25',
  christmas: '12-25',
  'boxing day': '12-26',
  "new year's eve": '12-31',
  "new year's day": '01-01',
  "new year's": '01-01',
};
/** A leap year, so that 29 February is a day of every year. */
const ANY_YEAR = 2000;
/** More than fit into the text. */
const CLAUSES_MAX = 8;
const ITEMS_MAX = 40;

const EXCEPT =
  /,?\s?\b(?:except(?:ing|ed)?(?: for)?|excluding|other than|apart from|leaving out|skipping|without|but not|and not|not(?= (?:on|in|from|during)\b))\b/u;
const LEAD = /\s*(?:(?:on|in|from|during|the|every|each|all|any)\s)*/uy;
const AND = /\s*(?:,\s*(?:and|or)\s|,|&|\sand\s|\sor\s)\s*/uy;
const OF_EVERY_YEAR = /(?:,?\s(?:of\s)?(?:every|each)\syear|,?\syearly|,?\sannually)/uy;
const TO = String.raw`\s?(?:-|\bto\b|\bthrough\b|\buntil\b)\s?`;
const NUMBER = String.raw`${DAY}(?![\d:.h]|\s?[ap]\.?m)`;
const NUMBERS = String.raw`${NUMBER}(?:(?:${TO}|\s?,\s?and\s|\s?,\s?|\sand\s|\s?&\s?)${NUMBER}){0,15}`;
const YEAR = String.raw`(?:,?\s\d{4}(?![\d:-]))?`;
const OF_MONTH = String.raw`\s(?:of\s)?${MONTH}`;
const DAY_FIRST = `${NUMBER}${OF_MONTH}`;
const MONTH_FIRST = String.raw`${MONTH}\s${NUMBER}`;
const ONE_DAY = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}|${DAY_FIRST}${YEAR}|${MONTH_FIRST}${YEAR})`;

const sticky = (pattern: string) => new RegExp(pattern, 'uy');

type Days = Pick<Except, 'weekdays' | 'dates'>;
/** Accepted forms, tried from the top; undefined for a day that does not exist. */
const FORMS: readonly (readonly [pattern: RegExp, read: (text: string, today: string) => Days | undefined])[] = [
  [sticky(`${ONE_DAY}${TO}${ONE_DAY}`), readLeftOutRange],
  [sticky(`${NUMBERS}${OF_MONTH}${YEAR}`), readDaysOfMonth],
  // Of "1 Jan, 3 and 5 March" and "Jan 1, 3 and 5 March" the last numbers belong to March.
  [sticky(`${MONTH}\\s(?!${NUMBERS}${OF_MONTH})${NUMBERS}${YEAR}`), readDaysOfMonth],
  [sticky(`${MONTH}\\s${NUMBER}(?:${TO}${NUMBER})?${YEAR}`), readDaysOfMonth],
  [sticky(`${DATE}(?!\\d)`), (text, today) => eachDay([parseDate(text, today)])],
  [sticky(`${MONTH}(?:${TO}${MONTH})?(?!\\w)`), readMonths],
  [sticky(Object.keys(HOLIDAYS).join('|')), (text) => eachDay([HOLIDAYS[text]])],
  [sticky(`${WEEKDAY_ITEM}(?!\\w)`), (text) => ({ weekdays: weekdaysOf(text) })],
];

/**
 * Takes what a lower-case text leaves out (`except friday and 24-26 december`) out of it. A day without a year is left
 * out in every year.
 */
export function parseExcept(typed: string, today: string): ExceptReading {
  const weekdays: number[] = [];
  const dates: LeftOutRange[] = [];
  let rest = typed.replaceAll('’', "'");
  for (let clauses = 0; ; clauses += 1) {
    const word = EXCEPT.exec(rest);
    if (!word || clauses === CLAUSES_MAX) break;
    const clause = rest.slice(word.index + word[0].length);
    const reading = readList(clause, today);
    if (reading.kind !== 'list') return reading;
    weekdays.push(...reading.weekdays);
    dates.push(...reading.dates);
    rest = `${rest.slice(0, word.index)} ${clause.slice(reading.length)}`;
  }
  const except = {
    ...(weekdays.length === 0 ? {} : { weekdays: [...new Set(weekdays)].sort((a, b) => a - b) }),
    ...(dates.length === 0 ? {} : { dates: mergeRanges(dates) }),
  };
  return { kind: 'except', except: Object.keys(except).length === 0 ? undefined : except, rest };
}

type List =
  | { readonly kind: 'list'; readonly weekdays: number[]; readonly dates: LeftOutRange[]; readonly length: number }
  | Exclude<ExceptReading, { kind: 'except' }>;

function readList(clause: string, today: string): List {
  const weekdays: number[] = [];
  const dates: LeftOutRange[] = [];
  let end = 0;
  let at = matchEnd(LEAD, clause, 0) ?? 0;
  for (let items = 0; items < ITEMS_MAX; items += 1) {
    if (/^(?:(?:public|bank|national|legal|school)\s)?holidays?\b/u.test(clause.slice(at))) return { kind: 'holidays' };
    const item = readLeftOut(clause, at, today);
    if (!item) break;
    if (!item.days) return { kind: 'no-such-date', text: item.text };
    weekdays.push(...(item.days.weekdays ?? []));
    dates.push(...(item.days.dates ?? []));
    end = matchEnd(OF_EVERY_YEAR, clause, item.end) ?? item.end;
    const and = matchEnd(AND, clause, end);
    if (and === undefined) break;
    at = matchEnd(LEAD, clause, and) ?? and;
  }
  if (end === 0 && /^\d{1,2}[./]\d{1,2}\b/u.test(clause.slice(at))) return { kind: 'numeric-date' };
  if (end === 0) return { kind: 'not-understood', text: `except${clause}` };
  return { kind: 'list', weekdays, dates, length: end };
}

function readLeftOut(clause: string, at: number, today: string) {
  for (const [pattern, read] of FORMS) {
    const end = matchEnd(pattern, clause, at);
    if (end === undefined) continue;
    const text = clause.slice(at, end);
    return { text, end, days: read(text, today) };
  }
  return undefined;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function readLeftOutRange(text: string): Days | undefined {
  const [first = '', last = ''] = [...text.matchAll(new RegExp(ONE_DAY, 'gu'))].map(([day]) => day);
  const [from, to] = [leftOutDay(first), leftOutDay(last)];
  if (from === undefined || to === undefined) return undefined;
  const isOneKind = from.length === to.length;
  // "24 December to 2 January 2027": the year of the last day decides that of the first.
  const start = isOneKind ? from : to.length > from.length ? `${yearBefore(from, to)}-${from}` : undefined;
  if (start === undefined || (to.length > 5 && start > to)) return undefined;
  return { dates: [{ from: start, to }] };
}

function yearBefore(from: string, to: string): string {
  const year = Number(to.slice(0, 4));
  return String(from <= to.slice(5) ? year : year - 1).padStart(4, '0');
}

/** One day as it is left out: with its year if it has one. */
function leftOutDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const year = /\d{4}/u.exec(text)?.[0];
  const day = Number(/\d{1,2}/u.exec(year === undefined ? text : text.replace(year, ''))?.[0]);
  return existingDay(day, monthNamed(text), year);
}

function readDaysOfMonth(text: string): Days | undefined {
  const year = /\b\d{4}$/u.exec(text)?.[0];
  const days = year === undefined ? text : text.slice(0, -year.length);
  const month = monthNamed(text);
  const ranges: LeftOutRange[] = [];
  for (const [, first, last = first] of days.matchAll(
    new RegExp(String.raw`(\d{1,2})(?:st|nd|rd|th)?(?:${TO}(\d{1,2}))?`, 'gu'),
  )) {
    const [from, to] = [existingDay(Number(first), month, year), existingDay(Number(last), month, year)];
    if (from === undefined || to === undefined || from > to) return undefined;
    ranges.push({ from, to });
  }
  return ranges.length === 0 ? undefined : { dates: ranges };
}

function existingDay(day: number, month: number, year: string | undefined): string | undefined {
  const date = existing(year === undefined ? ANY_YEAR : Number(year), month, day);
  return year === undefined ? date?.slice(5) : date;
}

function readMonths(text: string): Days | undefined {
  const [first = '', last = first] = [...text.matchAll(new RegExp(MONTH, 'gu'))].map(([month]) => month);
  const [from, to] = [monthNamed(first), monthNamed(last)];
  const end = [31, 30, 29, 28].flatMap((day) => existing(ANY_YEAR, to, day) ?? [])[0];
  const start = existing(ANY_YEAR, from, 1);
  return start === undefined || end === undefined ? undefined : { dates: [{ from: start.slice(5), to: end.slice(5) }] };
}

function eachDay(days: readonly (string | undefined)[]): Days | undefined {
  const dates = days.flatMap((day) => (day === undefined ? [] : [{ from: day, to: day }]));
  return dates.length === days.length ? { dates } : undefined;
}

/** Sorts ranges, those of every year first, and makes one of those that touch; one around the new year stays by itself. */
function mergeRanges(ranges: readonly LeftOutRange[]): readonly LeftOutRange[] {
  const sorted = [...ranges].sort((a, b) => a.from.length - b.from.length || (a.from < b.from ? -1 : 1));
  const all: LeftOutRange[] = [];
  for (const range of sorted) {
    const last = all.at(-1);
    const isOneKind = last?.from.length === range.from.length;
    if (last && isOneKind && last.from <= last.to && range.from <= range.to && range.from <= dayAfter(last.to)) {
      all[all.length - 1] = { from: last.from, to: last.to > range.to ? last.to : range.to };
    } else all.push(range);
  }
  return all;
}

/** The day after one that is left out; after the last of the year there is none. */
function dayAfter(day: string): string {
  const isOfYear = day.length === 5;
  const next = formatDay(dayNumber(isOfYear ? `${ANY_YEAR}-${day}` : day) + 1);
  if (!isOfYear) return next;
  return next.startsWith(String(ANY_YEAR)) ? next.slice(5) : day;
}
