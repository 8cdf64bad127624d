import type { MonthDay } from './rule.ts';
import { WEEKDAY, weekdayOf, WORKING_DAY } from './weekdayNames.ts';
import { lastOf } from '../../runtime/entryAt.ts';

/** The days of a month that a text names, or everything it can mean if it is ambiguous. */
export type MonthDaysReading =
  | { readonly kind: 'days'; readonly on: readonly MonthDay[] }
  | { readonly kind: 'uncertain'; readonly readings: readonly (readonly MonthDay[])[] };

type Ordinal = number | 'last';
/** One list entry: its ordinal, and what it counts; `first` alone has no noun, `monday` alone no ordinal. */
interface Item {
  readonly nth: Ordinal | undefined;
  readonly noun: string | undefined;
}

const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth', 'fifth'];
const WEEKDAYS_MAX = 5;
const READINGS_MAX = 4;
const AND = /\s?,\s?and\s|\s?,\s?|\sand\s|\s?&\s?/u;
const NOUN = String.raw`${WEEKDAY}|${WORKING_DAY}|days?`;
const ITEM = new RegExp(
  String.raw`^(?:on\s)?(?:the\s)?(?:(?<nth>\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORDS.join('|')}|last)(?:\s(?<noun>${NOUN}))?|days?\s(?<day>\d{1,2})|(?<alone>${NOUN}))$`,
  'u',
);

/**
 * Parses days of a month in lower case: `first and third monday`, `1st and 15th`, `last day`. An ordinal without a noun
 * belongs to the next noun; one past the fifth is a day of the month. Undefined for anything else.
 */
export function parseMonthDays(text: string): MonthDaysReading | undefined {
  const items: Item[] = [];
  for (const part of text.split(AND)) {
    const { nth, noun, day, alone } = ITEM.exec(part)?.groups ?? {};
    if (nth === undefined && day === undefined && alone === undefined) return undefined;
    items.push(
      day === undefined
        ? { nth: nth === undefined ? undefined : ordinalOf(nth), noun: noun ?? alone }
        : { nth: Number(day), noun: 'day' },
    );
  }
  if (items[0]?.nth === undefined) return undefined;
  const readings = readingsOf(items).filter((on) => !on.some(isNoDay));
  const [first] = readings;
  if (!first) return undefined;
  const certain = readings.length === 1 && items.every(({ nth }) => nth !== undefined);
  return certain ? { kind: 'days', on: first } : { kind: 'uncertain', readings };
}

function ordinalOf(text: string): Ordinal {
  return text === 'last' ? 'last' : ORDINAL_WORDS.indexOf(text) + 1 || Number.parseInt(text, 10);
}

/** Goes through the list: ordinals wait for the noun they count. */
function readingsOf(items: readonly Item[]): readonly (readonly MonthDay[])[] {
  let readings: readonly (readonly MonthDay[])[] = [[]];
  let waiting: Ordinal[] = [];
  let counted: readonly Ordinal[] = [];
  let before: string | undefined;
  const take = (choices: readonly (readonly MonthDay[])[]): void => {
    readings = readings.flatMap((on) => choices.map((more) => [...on, ...more])).slice(0, READINGS_MAX);
  };
  for (const { nth, noun } of items) {
    if (nth !== undefined) waiting.push(nth);
    if (noun === undefined) continue;
    // "first Monday and Tuesday": most likely the first Tuesday as well.
    if (nth === undefined && waiting.length === 0) take([counted.map((each) => dayOf(each, noun))]);
    else take(waitingFor(waiting, noun));
    if (waiting.length > 0) counted = waiting;
    [waiting, before] = [[], noun];
  }
  if (waiting.length > 0) take(leftOver(waiting, before));
  return readings.map((on) => [...new Map(on.map((day) => [JSON.stringify(day), day])).values()]);
}

/** "first and third Monday" counts Mondays; "15th and last Friday" cannot; "1st, 15th and last Friday" is ambiguous. */
function waitingFor(nths: readonly Ordinal[], noun: string): readonly (readonly MonthDay[])[] {
  const others = nths.slice(0, -1);
  const own = dayOf(lastOf(nths), noun);
  const all = others.map((nth) => (canCount(nth, noun) ? dayOf(nth, noun) : { day: nth }));
  const isMixed = new Set(others.map((nth) => canCount(nth, noun))).size > 1;
  return isMixed
    ? [
        [...all, own],
        [...others.map((nth) => ({ day: nth })), own],
      ]
    : [[...all, own]];
}

/** "first Friday and 15th" is clear; "first Friday and third" can be the third Friday or the third of the month. */
function leftOver(nths: readonly Ordinal[], before: string | undefined): readonly (readonly MonthDay[])[] {
  const days = nths.map((nth): MonthDay => ({ day: nth }));
  if (before === undefined || isDay(before) || !nths.some((nth) => canCount(nth, before))) return [days];
  return [nths.map((nth) => (canCount(nth, before) ? dayOf(nth, before) : { day: nth })), days];
}

function canCount(nth: Ordinal, noun: string): boolean {
  return isDay(noun) || nth === 'last' || nth <= WEEKDAYS_MAX;
}

function dayOf(nth: Ordinal, noun: string): MonthDay {
  return isDay(noun) ? { day: nth } : { nth, weekday: weekdayOf(noun) || 'working' };
}

function isDay(noun: string): boolean {
  return /^days?$/u.test(noun);
}

function isNoDay(on: MonthDay): boolean {
  const place = 'day' in on ? on.day : on.nth;
  return place !== 'last' && (place < 1 || place > ('day' in on ? 31 : WEEKDAYS_MAX));
}
