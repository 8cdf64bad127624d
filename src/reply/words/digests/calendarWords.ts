import { calendarDay, dayNumber } from '../../../schedule/times/wallClock.ts';

/** From Monday. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** From January. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Formats `2026-12-01` as "1 December 2026". */
export function describeDate(date: string): string {
  const { year, month, day } = calendarDay(dayNumber(date));
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Joins items with commas and “and”. */
export function list(items: readonly string[]): string {
  return items.length === 1 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
