import { counted } from './counted.ts';

/** Said above the present edition if a link names one that is not kept. Both are given as 8 hex digits. */
export function notKept(named: string, present: string): string {
  return `Edition ${named}, which this link names, is not kept here. This is the present edition, ${present}; the passage may have changed since.`;
}

/** Says how many events a timeline leaves out. */
export function undatedLeftOut(count: number): string {
  return `${counted(count, 'event')} without a date ${count === 1 ? 'is' : 'are'} not shown.`;
}

/** Describes a timeline to people who cannot see it. */
export function timelineInWords(events: number): string {
  return `${counted(events, 'event')} by date. Days are dots, longer times bars, vague dates hatched.`;
}
