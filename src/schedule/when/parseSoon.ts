import { Temporal } from 'temporal-polyfill';
import { formatDay, MINUTES_PER_DAY } from '../times/wallClock.ts';
import { wallAt } from '../times/nextOccurrences.ts';
import { WEEKDAY, weekdayOf } from './weekdayNames.ts';

/**
 * A date that is named from now on: with its time (`in 2 hours`), or without (`next friday`, `in 3 days`). `rest` is what
 * follows.
 */
export type SoonReading =
  | { readonly kind: 'moment'; readonly instant: number; readonly rest: string }
  | {
      readonly kind: 'date';
      readonly date: string;
      /** The time of day that it has if none is typed. */
      readonly now?: string;
      /** Whether the same day of the next week is meant if its time has passed. */
      readonly orWeekLater?: boolean;
      readonly rest: string;
    };

const COUNTS = ['a', 'two', 'three', 'four', 'five', 'six'];
const COUNT = String.raw`(?<count>\d{1,4}|an?|one|two|three|four|five|six|half an)`;
const UNIT = String.raw`(?<unit>minute|min|hour|hr|day|week|month|year)s?`;
const PERIOD = new RegExp(
  String.raw`^(?:once )?(?:in ${COUNT} ${UNIT}|(?<count>\d{1,4}|an?|one) (?<unit>minute|hour|day|week)s? from now)\b`,
  'u',
);
const WEEKDAY_SOON = new RegExp(
  String.raw`^(?:(?:once )?(?:on )?(?<which>next|this|the coming|coming)|once(?: on)?) (?<weekday>${WEEKDAY})(?!s?\w)`,
  'u',
);
const MS_PER_MINUTE = 60_000;

/**
 * Reads a date that is named from now on, at the start of a lower-case text. "Next Friday" is the first one after today;
 * "this Friday" may be today. Undefined for anything else.
 */
export function parseSoon(
  text: string,
  { zone, now }: { readonly zone: string; readonly now: number },
): SoonReading | undefined {
  const weekday = WEEKDAY_SOON.exec(text);
  if (weekday) {
    const { which = '', weekday: name = '' } = weekday.groups ?? {};
    const today = Math.floor(wallAt(now, zone) / MINUTES_PER_DAY);
    const first = which === 'this' || which === '' ? today : today + 1;
    const ahead = (weekdayOf(name) - 1 - ((first + 3) % 7) + 7) % 7;
    const later = which === '' ? { orWeekLater: true } : {};
    return { kind: 'date', date: formatDay(first + ahead), ...later, rest: text.slice(weekday[0].length) };
  }
  const period = PERIOD.exec(text);
  if (!period) return undefined;
  const { count = '', unit = '' } = period.groups ?? {};
  const rest = text.slice(period[0].length);
  const number =
    count === 'half an' ? 0.5 : count === 'an' || count === 'one' ? 1 : COUNTS.indexOf(count) + 1 || Number(count);
  if (unit.startsWith('min') || unit === 'hour' || unit === 'hr') {
    const minutes = number * (unit.startsWith('m') ? 1 : 60);
    return { kind: 'moment', instant: Math.ceil(now / MS_PER_MINUTE + minutes) * MS_PER_MINUTE, rest };
  }
  if (!Number.isInteger(number)) return undefined;
  const local = Temporal.Instant.fromEpochMilliseconds(
    Math.ceil(now / MS_PER_MINUTE) * MS_PER_MINUTE,
  ).toZonedDateTimeISO(zone);
  const then = local.toPlainDate().add({ [`${unit}s`]: number });
  return { kind: 'date', date: then.toString(), now: local.toPlainTime().toString({ smallestUnit: 'minute' }), rest };
}
