import { counted } from './counted.ts';

/** Said above the present edition if a link names one that is not kept. Both are given as 8 hex digits. */
export function notKept(named: string, present: string): string {
  return `Edition ${named}, which this link names, is not kept here. This is the present edition, ${present}; the passage may have changed since.`;
}

/** Says above an earlier edition, and next to its paragraphs, how the present one differs. */
export const EDITION_WORDS = {
  changed: 'Changed or removed since',
  moved: 'Now in another place',
  added: 'New or changed in the present edition',
  same: 'Each passage reads the same there.',
};

/** Said at an address of the reader that has no page. */
export const NO_SUCH_PAGE = {
  title: 'No such page',
  sentence:
    'There is no page at this address, or the link does not open it for you. The article may have been renamed or taken out, or part of the link may be missing.',
  home: 'All articles',
};

/** Says how many events a timeline leaves out. */
export function undatedLeftOut(count: number): string {
  return `${counted(count, 'event')} without a date ${count === 1 ? 'is' : 'are'} not shown.`;
}

/** Describes a timeline to people who cannot see it. */
export function timelineInWords(events: number): string {
  return `${counted(events, 'event')} by date. Days are dots, longer times bars, vague dates hatched.`;
}
