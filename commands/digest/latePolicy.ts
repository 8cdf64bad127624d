import type { LatePolicy } from '../../src/schedule/schedule.ts';

/** What to do with missed runs: post one up to so many hours late; 0 skips them. */
export function latePolicy(hours: number): LatePolicy {
  return hours === 0 ? { kind: 'skip' } : { kind: 'late', hours };
}
