import type { Schedule } from '../../src/schedule/schedule.ts';
import { nextOccurrences } from '../../src/schedule/times/nextOccurrences.ts';

/** Whether a digest that is not stopped has no further run. */
export function isOver({ rule, zone, disabled }: Schedule, now: number): boolean {
  return disabled === null && nextOccurrences(rule, zone, { after: now, count: 1 }).length === 0;
}
