import { intervalOf, type ToldDate } from '../../language/dates/partOfPeriod.ts';
import { edtfInterval, type DayInterval } from './edtfInterval.ts';

/** Returns the days that an event's date covers: of a part of a month or year only that part. Undefined as for `edtfInterval`. */
export function daysOfDate(date: ToldDate): DayInterval | undefined {
  const edtf = intervalOf(date);
  return edtf === null ? undefined : edtfInterval(edtf);
}
