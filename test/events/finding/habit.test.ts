import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenAt } from '../../../src/events/clauses/treeWalk.ts';
import type { Scored } from '../../../src/events/finding/foldClauses.ts';
import { isHabit } from '../../../src/events/finding/habit.ts';
import { treeOf, type Laid } from '../../fixtures/laidTree.ts';

/** Whether the verb at an index is told as done again and again; it is likely enough to be listed. */
function isToldAsHabit(words: readonly Laid[], at: number, own: Partial<Scored> = {}): boolean {
  const tree = treeOf(words);
  const clause = { tree, token: tokenAt(tree, at), modality: 'actual', date: undefined, dated: false, score: 0.7 };
  return isHabit({ ...clause, ...own } as Scored);
}

const span = fc.constantFrom('hour', 'day', 'week', 'year');
const each = fc.constantFrom('a', 'per', 'each', 'every');
const rate = (by: string, of: string, after: readonly Laid[] = []): readonly Laid[] => [
  ['Keepers', 'NOUN', 'nsubj', 1],
  ['earned', 'VERB', 'root', -1],
  ['400', 'NUM', 'nummod', 3],
  ['crowns', 'NOUN', 'obj', 1],
  [by, 'DET', 'det', 5],
  [of, 'NOUN', 'obl', 1],
  ...after,
];
const sells: readonly Laid[] = [
  ['Norvale', 'PROPN', 'nsubj', 1],
  ['sells', 'VERB', 'root', -1],
  ['boats', 'NOUN', 'obj', 1],
];
const argued = (marker: string, times: string): readonly Laid[] => [
  ['Doctors', 'NOUN', 'nsubj', 2],
  ['have', 'AUX', 'aux', 2],
  ['opposed', 'VERB', 'root', -1],
  ['it', 'PRON', 'obj', 2],
  [marker, 'ADP', 'case', 5],
  [times, 'NOUN', 'obl', 2],
];

describe('what is done again and again', () => {
  test('is what is told by the day, week or year', () => {
    fc.assert(
      fc.property(each, span, (by, of) => {
        expect(isToldAsHabit(rate(by, of), 1)).toBe(true);
      }),
      { seed: 14 },
    );
  });

  test('is not what happened a while ago or later', () => {
    fc.assert(
      fc.property(span, fc.constantFrom('ago', 'later', 'earlier'), (of, after) => {
        expect(isToldAsHabit(rate('a', of, [[after, 'ADV', 'advmod', 5]]), 1)).toBe(false);
      }),
      { seed: 14 },
    );
  });

  test('is not what has a date, or is to come', () => {
    fc.assert(
      fc.property(each, span, (by, of) => {
        expect(isToldAsHabit(rate(by, of), 1, { date: { edtf: '1902' } as Scored['date'] })).toBe(false);
        expect(isToldAsHabit(rate(by, of), 1, { modality: 'planned' })).toBe(false);
      }),
      { seed: 14 },
    );
  });

  test('is what is told in the present without any date, unless it is likely all the same', () => {
    expect(isToldAsHabit(sells, 1)).toBe(true);
    expect(isToldAsHabit(sells, 1, { dated: true })).toBe(false);
    expect(isToldAsHabit(sells, 1, { score: 0.9 })).toBe(false);
  });

  test('is what has gone on for years, not since a year', () => {
    fc.assert(
      fc.property(fc.constantFrom('months', 'seasons', 'years', 'decades'), (times) => {
        expect(isToldAsHabit(argued('for', times), 2)).toBe(true);
        expect(isToldAsHabit(argued('after', times), 2)).toBe(false);
      }),
      { seed: 14 },
    );
  });
});
