import type { AnswerOf } from '../../answer/answer.ts';
import { counted } from './counted.ts';

/** Introduces the passages found by the menu "Find in sources". */
export const CLOSEST_TO_MESSAGE = 'Closest passages to this message:';

/** Says how many more passages were found than can be shown. */
export function moreFound(count: number): string {
  return `${counted(count, 'more passage')}; use more specific words to narrow this down.`;
}

/** Introduces what several articles are about, or how they end, where the question named none; undefined if it is about one. */
export function saidOfEach({ document, ofArticles }: AnswerOf<'excerpts'>): string | undefined {
  if (document === undefined || ofArticles === undefined) return undefined;
  const { shown, all } = ofArticles;
  const those = shown === all ? `each of the ${all}` : `${shown} of the ${all}`;
  const what = document === 'about' ? `one sentence from ${those} articles` : `the end of ${those} articles`;
  return `No article was named, so this is ${what}. Name one to see more of it.`;
}

/** Says how much of a paragraph is left out around a sentence; empty if nothing is. `place` is Markdown. */
export function leftOut({ before, after }: { readonly before: number; readonly after: number }, place: string): string {
  const left = [
    ...(before > 0 ? [`${counted(before, 'sentence')} before`] : []),
    ...(after > 0 ? [`${counted(after, 'sentence')} after`] : []),
  ].join(' and ');
  return left === '' ? '' : `${left} in ${place} not shown`;
}

/** Says how many passages a terminal does not show, and how many of them are in the JSON. */
export function notShown(count: number, inJson: number): string {
  const them = inJson < count ? String(inJson) : count === 1 ? 'it' : 'them';
  return `${counted(count, 'more passage')} not shown${inJson === 0 ? '' : `; --json gives ${them} too`}.`;
}

/** Introduces notes and changes, and marks a change. */
export const REMARKS = {
  note: 'Note:',
  changes: 'What changed:',
  removed: '(no longer there)',
  added: '(new)',
} as const;
