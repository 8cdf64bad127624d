import type { LatePolicy } from '../../../src/schedule/schedule.ts';

/** How to handle missed runs: post one up to this many hours late; 0 skips them. */
export function latePolicy(hours: number): LatePolicy {
  return hours === 0 ? { kind: 'skip' } : { kind: 'late', hours };
}
