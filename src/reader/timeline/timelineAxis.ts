import { dayNumber, dayOf } from '../../language/dates/calendar.ts';
import type { DayInterval } from '../../events/dates/edtfInterval.ts';
import { edtfInWords } from '../../reply/words/events/edtfInWords.ts';
import { entryAt, lastOf } from '../../runtime/entryAt.ts';

/** A mark on the axis: where it is, from 0 to 1, its words, and the year of a month where that is not clear. */
export interface Tick {
  readonly at: number;
  readonly label: string;
  readonly year?: string;
}

/** An axis of time: whole months from the first day of the earliest date to the last day of the latest. */
export interface TimelineAxis {
  readonly ticks: readonly Tick[];
  /** Returns a day's position, from 0 to 1; days beyond the axis are at its ends. */
  at(day: number): number;
}

/** As many as can be side by side on a telephone; years before the first take more room. */
const TICKS_MAX = 6;
const TICKS_MAX_BC = 4;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const YEAR = 12;
const STEPS_IN_MONTHS = [1, 2, 3, 6, ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => years * YEAR)];

/**
 * Makes the axis that holds all finite ends of the intervals, with at most six ticks at round months or years.
 * Undefined where no end is finite.
 */
export function timelineAxis(intervals: readonly DayInterval[]): TimelineAxis | undefined {
  const ends = intervals.flat().filter(Number.isFinite);
  if (ends.length === 0) return undefined;
  const from = monthOf(ends.reduce((least, end) => Math.min(least, end)));
  const to = monthOf(ends.reduce((most, end) => Math.max(most, end))) + 1;
  const [first, last] = [firstDay(from), firstDay(to)];
  const at = (day: number): number => Math.min(1, Math.max(0, (day - first) / (last - first)));
  const most = from < YEAR ? TICKS_MAX_BC : TICKS_MAX;
  const step = STEPS_IN_MONTHS.find((months) => countTicks(from, to, months) <= most) ?? lastOf(STEPS_IN_MONTHS);
  const start = Math.ceil(from / step) * step;
  const months = Array.from({ length: countTicks(from, to, step) }, (_, index) => start + index * step);
  const ticks = months.map((month, index) => tickOf(month, { at: at(firstDay(month)), step, isFirst: index === 0 }));
  return { ticks, at };
}

/** Counts months since the beginning of year 0. */
function monthOf(day: number): number {
  const { year, month = 1 } = dayOf(day);
  return year * YEAR + month - 1;
}

function firstDay(month: number): number {
  return dayNumber({ year: Math.floor(month / YEAR), month: monthInYear(month) + 1 });
}

function monthInYear(month: number): number {
  return ((month % YEAR) + YEAR) % YEAR;
}

function countTicks(from: number, to: number, step: number): number {
  return Math.max(0, Math.ceil(to / step) - Math.ceil(from / step));
}

function tickOf(
  month: number,
  { at, step, isFirst }: { readonly at: number; readonly step: number; readonly isFirst: boolean },
): Tick {
  const year = Math.floor(month / YEAR);
  const words = edtfInWords(`${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`);
  if (step >= YEAR) return { at, label: words };
  const label = entryAt(MONTHS, monthInYear(month));
  return isFirst || label === 'Jan' ? { at, label, year: words } : { at, label };
}
