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
/** A word, and the same word with one or two pairs of neighbours swapped. */
const swapped = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 2, maxLength: 5 }),
    fc.nat(),
    fc.option(fc.nat()),
  )
  .map(([word, ...places]) => {
    const letters = Array.from(word);
    for (const place of places)
      if (place !== null) {
        const at = place % (letters.length - 1);
        letters.splice(at, 2, ...letters.slice(at, at + 2).reverse());
      }
    return [word, letters.join('')] as const;
  });

describe('damerau', () => {
  it.each([
    ['ferry', 'ferry', 0],
    ['ferry', 'fery', 1],
    ['ferry', 'ferrry', 1],
    ['ferry', 'fersy', 1],
    ['ferry', 'efrry', 1],
    ['ferry', 'feryr', 1],
    ['harbour', 'habrour', 1],
    ['harbour', 'ahrbuor', 2],
    ['ca', 'abc', 3],
    ['', 'ab', 2],
    ['ab', '', 2],
  ])('of "%s" and "%s" is %i, or the limit and one', (a, b, distance) => {
    expect([damerau(a, b, distance + 1), damerau(a, b, distance)]).toEqual([distance, distance]);
    if (distance > 0) expect(damerau(a, b, distance - 1)).toBe(distance);
  });

  it('counts swapped neighbours as the definition does', () => {
    fc.assert(
      fc.property(swapped, fc.integer({ min: 0, max: 3 }), ([a, b], max) => {
        expect(damerau(a, b, max)).toBe(Math.min(naive(a, b), max + 1));
      }),
    );
  });

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
