import { parseCalendarDate } from './calendar.ts';
import { PARTS, partInterval, type PartOfPeriod } from './edtf.ts';

/** A date as it is told to readers and programs: `2019-08` with the part `late` for "the end of August". */
export interface ToldDate {
  readonly edtf: string | null;
  readonly portion?: PartOfPeriod | undefined;
}

/** What `partInterval` adds to a year or month at each end: `-21~`. */
const END_CHARS = 4;

/**
 * Tells the beginning, middle or end of a year or month as that year or month and its part. Its limits are an estimate of
 * ours, which only sorting and filtering need; `partInterval` gives them back. Any other date stays as it is.
 */
export function toldWithPart<Dated extends { readonly edtf: string | null }>(dated: Dated): Dated & ToldDate {
  const { edtf } = dated;
  const slash = edtf?.indexOf('/') ?? -1;
  if (edtf === null || slash === -1) return dated;
  const whole = edtf.slice(0, Math.max(0, slash - END_CHARS));
  const date = parseCalendarDate(whole);
  const portion = date && PARTS.find((each) => partInterval(date, each) === edtf);
  return portion === undefined ? dated : { ...dated, edtf: whole, portion };
}

/** Returns the interval that `toldWithPart` has told as a whole and its part; any other date as it is. */
export function intervalOf({ edtf, portion }: ToldDate): string | null {
  const date = edtf === null || portion === undefined ? undefined : parseCalendarDate(edtf);
  return date && portion !== undefined ? partInterval(date, portion) : edtf;
}
