import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideBySide } from '../../../../src/answer/reading/beside/sideBySide.ts';

function one(block: number, sentence: number, likely: number, id = 'pier') {
  return { article: { id }, at: [block, sentence] as const, likely };
}

describe('sideBySide', () => {
  test('puts the neighbour second that answers about as well', () => {
    const [first, far, beside] = [one(2, 1, 0.9), one(5, 0, 0.8), one(2, 2, 0.3)];
    expect(sideBySide([first, far, beside])).toEqual([first, beside, far]);
  });

  test.each([
    ['hardly answers', one(2, 2, 0.1)],
    ['is not right beside it', one(2, 3, 0.8)],
    ['is in another paragraph', one(3, 0, 0.8)],
    ['is in another article', one(2, 2, 0.8, 'harbour')],
  ])('leaves the order if the other %s', (_, other) => {
    const ranked = [one(2, 1, 0.9), one(7, 0, 0.85), other];
    expect(sideBySide(ranked)).toEqual(ranked);
  });

  test('never changes the first, and loses nothing', () => {
    const place = fc.nat({ max: 3 });
    const likely = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, likely)), (drawn) => {
        const ranked = drawn.map((values) => one(...values)).sort((a, b) => b.likely - a.likely);
        const found = sideBySide(ranked);
        expect(found[0]).toBe(ranked[0]);
        expect(new Set(found)).toEqual(new Set(ranked));
        expect(found).toHaveLength(ranked.length);
      }),
      { seed: 13 },
    );
  });
});
