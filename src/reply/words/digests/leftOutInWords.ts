import { entryAt } from '../../../runtime/entryAt.ts';
import type { Except, LeftOutRange } from '../../../schedule/when/rule.ts';
import { describeDate, list, MONTHS, WEEKDAYS } from './calendarWords.ts';

/** The length of `12-24`, a day of every year. */
const MONTH_AND_DAY_CHARS = 5;

/** Puts into words which days a rule leaves out, such as "Friday and 24 to 26 December of every year". */
export function leftOutInWords({ weekdays = [], dates = [] }: Except): string {
  const ofYear = dates.filter(({ from }) => from.length === MONTH_AND_DAY_CHARS);
  const days = ofYear.map(describeLeftOut);
  const last = days.pop();
  return list([
    ...weekdays.map((weekday) => entryAt(WEEKDAYS, weekday - 1)),
    ...days,
    ...(last === undefined ? [] : [`${last} of every year`]),
    ...dates.filter((range) => !ofYear.includes(range)).map(describeLeftOut),
  ]);
}

/** Describes days that are left out as "24 to 26 December". */
function describeLeftOut({ from, to }: LeftOutRange): string {
  const [first, last] = [describeDay(from), describeDay(to)];
  if (from === to) return last;
  if (from.length === MONTH_AND_DAY_CHARS && from.endsWith('-01') && to.slice(3) === lastDayOfMonth(to)) {
    const [start, end] = [monthOfDay(from), monthOfDay(to)];
    return start === end ? start : `${start} to ${end}`;
  }
  return from <= to && first.slice(first.indexOf(' ')) === last.slice(last.indexOf(' '))
    ? `${first.slice(0, first.indexOf(' '))} to ${last}`
    : `${first} to ${last}`;
}

/** Formats `12-24` as "24 December", and a whole date as `describeDate` does. */
function describeDay(day: string): string {
  if (day.length > MONTH_AND_DAY_CHARS) return describeDate(day);
  return `${Number(day.slice(3))} ${monthOfDay(day)}`;
}

/** The month of `12-24`. */
function monthOfDay(day: string): string {
  return entryAt(MONTHS, Number(day.slice(0, 2)) - 1);
}

/** The last day of the month of `12-24`, in a leap year. */
function lastDayOfMonth(day: string): string {
  return String(new Date(Date.UTC(2000, Number(day.slice(0, 2)), 0)).getUTCDate());
}
