import { addMonths, dayNumber, extentOf, parseCalendarDate } from '../../language/dates/calendar.ts';

/** First and last day, as `dayNumber` counts them; infinite if the EDTF leaves an end open or unknown. */
export type DayInterval = readonly [first: number, last: number];

/** Codes 21 to 24 are spring to winter, each from its first month. */
const SPRING = 21;
const SPRING_MONTH = 3;
const SEASON_LENGTH_MONTHS = 3;

/**
 * Returns the days that an EDTF date or interval covers. Seasons are northern, three whole months each; a set of
 * alternatives covers them all. Undefined for a date without a year, and for text that is not EDTF.
 */
export function edtfInterval(edtf: string): DayInterval | undefined {
  if (edtf.startsWith('[')) {
    const each = edtf
      .slice(1, -1)
      .split(',')
      .map((part) => edtfInterval(part))
      .filter((part) => part !== undefined);
    if (each.length < edtf.split(',').length) return undefined;
    return [Math.min(...each.map(([first]) => first)), Math.max(...each.map(([, last]) => last))];
  }
  if (!edtf.includes('/')) return edtf === '..' ? [-Infinity, Infinity] : pointInterval(edtf.replace(/[~?%]$/u, ''));
  const [from, to] = edtf.split('/') as [string, string];
  const start = from === '' || from === '..' ? -Infinity : edtfInterval(from)?.[0];
  const end = to === '' || to === '..' ? Infinity : edtfInterval(to)?.[1];
  return start === undefined || end === undefined ? undefined : [start, end];
}

function pointInterval(point: string): DayInterval | undefined {
  const unspecified = /^(\d{1,3})(X{1,3})$/u.exec(point);
  if (unspecified && point.length === 4) {
    const [, known, open = ''] = unspecified;
    const years = 10 ** open.length;
    const year = Number(known) * years;
    return [dayNumber({ year }), dayNumber({ year: year + years }) - 1];
  }
  const season = /^(\d{4})-(2[1-4])$/u.exec(point);
  if (season) {
    const [year, code] = [Number(season[1]), Number(season[2])];
    const first = { year, month: SPRING_MONTH + (code - SPRING) * SEASON_LENGTH_MONTHS };
    return [dayNumber(first), dayNumber(addMonths(first, SEASON_LENGTH_MONTHS)) - 1];
  }
  const before = /^-(\d{4})$/u.exec(point);
  const date = before ? { year: -Number(before[1]) } : parseCalendarDate(point);
  return date && extentOf(date);
}
