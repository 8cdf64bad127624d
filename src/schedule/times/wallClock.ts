/**
 * Local time as minutes since 1970-01-01T00:00, as if the clock had never been changed. Two moments in an overlap have
 * the same value; values in a gap have no moment.
 */
export type WallMinutes = number;

export const MINUTES_PER_DAY = 1440;
const MS_PER_MINUTE = 60_000;

/** A day of the calendar. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 1 (Monday) to 7. */
  readonly weekday: number;
}

/** Parses `2026-12-01` into days since 1970-01-01. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00Z`) / (MINUTES_PER_DAY * MS_PER_MINUTE);
}

/** Formats days since 1970-01-01 as `2026-12-01`. */
export function formatDay(day: number): string {
  return new Date(day * MINUTES_PER_DAY * MS_PER_MINUTE).toISOString().slice(0, 10);
}

/** Converts days since 1970-01-01 to a calendar day. */
export function calendarDay(day: number): CalendarDay {
  const date = new Date(day * MINUTES_PER_DAY * MS_PER_MINUTE);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
  };
}

/** Parses `09:30` into minutes since midnight. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Formats minutes since midnight as `09:30`. */
export function formatTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Formats local minutes as `2026-12-01T09:30`. */
export function formatWall(wall: WallMinutes): string {
  return new Date(wall * MS_PER_MINUTE).toISOString().slice(0, 16);
}

/** Parses `2026-12-01T09:30` (seconds are dropped) into local minutes. */
export function parseWall(local: string): WallMinutes {
  return Date.parse(`${local.slice(0, 16)}Z`) / MS_PER_MINUTE;
}
