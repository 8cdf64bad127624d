import { nextOccurrences, wallAt } from '../times/nextOccurrences.ts';
import { DATE, parseDate } from './parseDate.ts';
import { parseWeekdays } from './parseDays.ts';
import { findTimes } from './parseTimes.ts';
import { formatDay, MINUTES_PER_DAY } from '../times/wallClock.ts';
import { present } from '../../runtime/entryAt.ts';

const MS_PER_MINUTE = 60_000;
const UNIT_MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440, week: 10_080 };
const PERIOD = /^(?:in |for )?(\d{1,4}|an?|one) (minute|hour|day|week)s?$/u;
const WHOLE_DATE = new RegExp(`^(?:on |until )?(?:the )?(${DATE})t?$`, 'u');

/**
 * Parses a point in time, such as the end of a pause: `2026-12-24`, `24 december 9:00`, `tomorrow noon`, `monday`, `in
 * 3 days`, `2 weeks`. A day without a time starts at midnight in the zone. Returns milliseconds since 1970; undefined
 * for anything else, and for times not after `now`.
 */
export function parseMoment(
  typed: string,
  { zone, now }: { readonly zone: string; readonly now: number },
): number | undefined {
  const text = typed.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  const period = PERIOD.exec(text);
  if (period) {
    const [, typedCount, unit = ''] = period;
    const count = Number(typedCount);
    return now + (Number.isNaN(count) ? 1 : count) * present(UNIT_MINUTES[unit]) * MS_PER_MINUTE;
  }
  const reading = findTimes(text.replace(/(?<=\d)t(?=\d)/u, ' '));
  if (reading.kind === 'wrong' || reading.times.length > 1) return undefined;
  const time = reading.times[0] ?? '00:00';
  const rest = reading.rest.replace(/(?<![\s,])[\s,]+(?:at[\s,]*)?$/u, '').trim();
  const today = formatDay(Math.floor(wallAt(now, zone) / MINUTES_PER_DAY));
  const date = WHOLE_DATE.exec(rest)?.[1];
  if (date !== undefined) {
    const day = parseDate(date, today);
    if (day === undefined) return undefined;
    return nextOccurrences({ kind: 'once', date: day, time }, zone, { after: now, count: 1 })[0]?.instant;
  }
  const weekdays = parseWeekdays(rest.replace(/^(?:until|next) /u, ''));
  if (weekdays?.length !== 1) return undefined;
  return nextOccurrences({ kind: 'weeks', every: 1, weekdays, times: [time] }, zone, { after: now, count: 1 })[0]
    ?.instant;
}
