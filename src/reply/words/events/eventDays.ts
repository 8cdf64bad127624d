import type { AnswerEvent } from '../../../answer/schema/eventAnswers.ts';
import { daysOfDate } from '../../../events/dates/daysOfDate.ts';
import type { DayInterval } from '../../../events/dates/edtfInterval.ts';

/**
 * Returns an event's first and last day, as `dayNumber` counts them; infinite if an end is open. The time of day is
 * left out. Undefined if no day is known.
 */
export function eventDays({ date }: Pick<AnswerEvent, 'date'>): DayInterval | undefined {
  if (!date || date.edtf === null) return undefined;
  const interval = daysOfDate({ ...date, edtf: date.edtf.replaceAll(/T[^/,\]}]*/gu, '') });
  return interval?.some(Number.isFinite) ? interval : undefined;
}
