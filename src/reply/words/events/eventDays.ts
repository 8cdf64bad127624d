import type { AnswerEvent } from '../../../answer/schema/eventAnswers.ts';
import { edtfInterval, type DayInterval } from '../../../events/dates/edtfInterval.ts';

/**
 * Returns an event's first and last day, as `dayNumber` counts them; infinite if an end is open. The time of day is
 * left out. Undefined if no day is known.
 */
export function eventDays({ date }: Pick<AnswerEvent, 'date'>): DayInterval | undefined {
  if (!date || date.edtf === null) return undefined;
  const interval = edtfInterval(date.edtf.replaceAll(/T[^/,\]}]*/gu, ''));
  return interval?.some(Number.isFinite) ? interval : undefined;
}
