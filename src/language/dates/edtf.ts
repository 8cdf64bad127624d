import { addMonths, dayNumber, dayOf, daysInMonth, formatCalendarDate, type CalendarDate } from './calendar.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** Writes a closed interval; one date where both ends are the same. */
export function interval(from: CalendarDate, to: CalendarDate): string {
  const [start, end] = [formatCalendarDate(from), formatCalendarDate(to)];
  return start === end ? start : `${start}/${end}`;
}

/** Writes the week, Monday to Sunday, that holds a day, moved by so many weeks. */
export function weekOf(day: CalendarDate, weeks = 0): readonly [monday: CalendarDate, sunday: CalendarDate] {
  const number = dayNumber(day);
  const monday = number - ((((number + 3) % 7) + 7) % 7) + 7 * weeks;
  return [dayOf(monday), dayOf(monday + 6)];
}

/** The parts of a period that texts name without saying where they begin and end. */
export const PARTS = ['early', 'middle', 'late'] as const;
export type PartOfPeriod = (typeof PARTS)[number];

/** Writes the beginning, middle or end of a year or month as an approximate interval; of a day, the day itself. */
export function partInterval({ year, month, day }: CalendarDate, part: PartOfPeriod): string {
  if (day !== undefined) return formatCalendarDate({ year, month, day });
  if (month === undefined) {
    const [from, to] = { early: [1, 4], middle: [5, 8], late: [9, 12] }[part] as [number, number];
    return approximate({ year, month: from }, { year, month: to });
  }
  const last = daysInMonth(year, month);
  const [from, to] = { early: [1, 10], middle: [11, 20], late: [21, last] }[part] as [number, number];
  return approximate({ year, month, day: from }, { year, month, day: to });
}

/** Writes the beginning, middle or end of ten or a hundred years from `year`. */
export function partOfYears(year: number, years: 10 | 100, part: PartOfPeriod): string {
  const third = years === 10 ? [0, 3, 4, 6, 7, 9] : [0, 33, 34, 66, 67, 99];
  const at = { early: 0, middle: 2, late: 4 }[part];
  return approximate({ year: year + entryAt(third, at) }, { year: year + entryAt(third, at + 1) });
}

/** Writes a quarter of a year as its three months. */
export function quarter(year: number, number: number): string {
  return interval({ year, month: number * 3 - 2 }, { year, month: number * 3 });
}

/** Moves a date by units; the result is as exact as the unit is. Undefined if the date is less exact than that. */
export function moved(date: CalendarDate, unit: Unit, count: number): CalendarDate | undefined {
  const { year, month, day } = date;
  switch (unit) {
    case 'day':
    case 'week':
      return day === undefined ? undefined : dayOf(dayNumber(date) + count * (unit === 'day' ? 1 : 7));
    case 'month':
      return month === undefined ? undefined : addMonths({ year, month }, count);
    case 'year':
      return { year: year + count };
    default:
      return unit satisfies never;
  }
}

export type Unit = 'day' | 'week' | 'month' | 'year';

/** Reads a unit of time and how many of the four basic ones it is: a decade is ten years. */
export function unitOf(written: string): readonly [unit: Unit, times: number] {
  const word = written.toLowerCase();
  if (word.startsWith('day') || word.startsWith('night')) return ['day', 1];
  if (word.startsWith('week')) return ['week', 1];
  if (word.startsWith('fortnight')) return ['week', 2];
  if (word.startsWith('month')) return ['month', 1];
  const part = /^(?:(half)|quarter)(?:[- ]| of an? )(centur|decade)/u.exec(word);
  if (part) return partOfMany(part[1] === undefined ? 0.25 : 0.5, part[2] === 'decade' ? 10 : 100);
  if (word.startsWith('quarter')) return ['month', 3];
  if (word.startsWith('decade')) return ['year', 10];
  return ['year', word.startsWith('centur') ? 100 : 1];
}

/** A quarter of a decade is no whole number of years. */
function partOfMany(part: number, years: number): readonly [unit: Unit, times: number] {
  return Number.isInteger(part * years) ? ['year', part * years] : ['month', part * years * 12];
}

function approximate(from: CalendarDate, to: CalendarDate): string {
  return `${formatCalendarDate(from)}~/${formatCalendarDate(to)}~`;
}
