/** A day, a month or a year of the proleptic Gregorian calendar; the year is astronomical (0 is 1 BC). */
export interface CalendarDate {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const MS_PER_DAY = 86_400_000;

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for anything else, and for a date that does not exist. */
export function parseCalendarDate(written: string): CalendarDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(written);
  if (!match) return undefined;
  const date = {
    year: Number(match[1]),
    ...(match[2] === undefined ? {} : { month: Number(match[2]) }),
    ...(match[3] === undefined ? {} : { day: Number(match[3]) }),
  };
  return exists(date) ? date : undefined;
}

/** Writes a date as EDTF: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as it is known. */
export function formatCalendarDate({ year, month, day }: CalendarDate): string {
  const sign = year < 0 ? '-' : '';
  const parts = [sign + String(Math.abs(year)).padStart(4, '0')];
  if (month !== undefined) parts.push(String(month).padStart(2, '0'));
  if (month !== undefined && day !== undefined) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}

/** Returns true if the calendar has this date. */
export function exists({ year, month, day }: CalendarDate): boolean {
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

/** Returns 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return utc(year, month + 1, 0).getUTCDate();
}

/** Counts days since 1970-01-01; a month or a year counts from its first day. */
export function dayNumber({ year, month = 1, day = 1 }: CalendarDate): number {
  return Math.round(utc(year, month, day).getTime() / MS_PER_DAY);
}

/** Returns the day with this number, as `dayNumber` counts them. */
export function dayOf(number: number): Required<CalendarDate> {
  const date = new Date(number * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Returns 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** Moves by months and gives the month; a day is kept where that month has it, else the month's last. */
export function addMonths({ year, month = 1, day }: CalendarDate, months: number): CalendarDate {
  const count = year * 12 + (month - 1) + months;
  const moved = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
  return day === undefined ? moved : { ...moved, day: Math.min(day, daysInMonth(moved.year, moved.month)) };
}

/** Returns the first and the last day of a day, a month or a year. */
export function extentOf(date: CalendarDate): readonly [first: number, last: number] {
  const { year, month, day } = date;
  if (month === undefined) return [dayNumber({ year }), dayNumber({ year: year + 1 }) - 1];
  if (day === undefined) return [dayNumber(date), dayNumber(addMonths(date, 1)) - 1];
  return [dayNumber(date), dayNumber(date)];
}

/** Returns the n-th such weekday of a month; the last one for -1. */
export function nthWeekday(year: number, month: number, [nth, weekday]: readonly [number, number]): CalendarDate {
  if (nth < 0) {
    const last = { year, month, day: daysInMonth(year, month) };
    return dayOf(dayNumber(last) - ((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = { year, month, day: 1 };
  return dayOf(dayNumber(first) + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

/** Returns Easter Sunday of the western churches (Butcher's computus, as in Meeus, Astronomical Algorithms, ch. 8). */
export function easterOf(year: number): CalendarDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moonShift = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + moonShift + 15) % 30;
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  const days = epact + weekdayShift - 7 * correction + 114;
  return { year, month: Math.floor(days / 31), day: (days % 31) + 1 };
}

function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}
