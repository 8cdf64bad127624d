import { edtfInterval } from '../edtfInterval.ts';
import type { SourcedEvent } from './eventQuery.ts';

/** Orders by first day, then last; what has no date comes last, as the text has it. */
export function byDate(a: SourcedEvent, b: SourcedEvent): number {
  const [x, y] = [sortDay(a), sortDay(b)];
  if (x === y) return a.event.span[0] - b.event.span[0];
  return x - y;
}

function sortDay({ event }: SourcedEvent): number {
  const days = event.date?.edtf == null ? undefined : edtfInterval(event.date.edtf);
  if (!days) return Number.MAX_SAFE_INTEGER;
  return days[0] === -Infinity ? days[1] : days[0];
}
