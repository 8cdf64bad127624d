import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damerau } from '../../../src/search/query/damerau.ts';
import { letterMask, maskDistance } from '../../../src/search/index/letterMask.ts';

/** Optimal string alignment by its recursive definition. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [p, q] = [a.slice(1), b.slice(1)];
  const steps = [naive(p, b) + 1, naive(a, q) + 1, naive(p, q) + (a[0] === b[0] ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) steps.push(naive(a.slice(2), b.slice(2)) + 1);
  return Math.min(...steps);
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

describe('damerau', () => {
  it('counts as the definition does, up to the limit', () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 0, max: 5 }), (a, b, max) => {
        expect(damerau(a, b, max)).toBe(Math.min(naive(a, b), max + 1));
      }),
    );
  });

  it('is never less than half of what the letters tell', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(maskDistance(letterMask(a), letterMask(b))).toBeLessThanOrEqual(2 * naive(a, b));
      }),
    );
  });
});
