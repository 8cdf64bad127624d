import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bothSides } from '../../../../src/answer/reading/beside/bothSides.ts';

const YES = 'The board sold the tower.';
const NO = "The board didn't sell the tower.";
const DENIED = 'The board denied the sale.';

function order(...ranked: readonly (readonly [text: string, likely: number])[]): readonly string[] {
  return bothSides(ranked.map(([text, likely]) => ({ text, likely }))).map(({ text }) => text);
}

describe('bothSides', () => {
  test.each([
    [
      'a denial second',
      [
        [YES, 0.6],
        ['The tower is old.', 0.5],
        [NO, 0.4],
      ],
      [YES, NO, 'The tower is old.'],
    ],
    [
      'an affirmation second',
      [
        [DENIED, 0.6],
        [NO, 0.5],
        [YES, 0.4],
      ],
      [DENIED, YES, NO],
    ],
    [
      'nothing that is half as likely or less',
      [
        [YES, 0.6],
        ['It is old.', 0.5],
        [NO, 0.29],
      ],
      [YES, 'It is old.', NO],
    ],
  ] as const)('puts %s', (_, ranked, expected) => {
    expect(order(...ranked)).toEqual(expected);
  });

  test('keeps the first and every other in its order, and loses none', () => {
    const one = fc.record({
      text: fc.constantFrom(YES, NO, DENIED, 'It is old.'),
      likely: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(one), (ranked) => {
        const both = bothSides(ranked);
        expect(both[0]).toBe(ranked[0]);
        expect(both.toSorted((a, b) => ranked.indexOf(a) - ranked.indexOf(b))).toEqual(ranked);
        const kept = both.filter((_, at) => at !== 1);
        expect(kept).toEqual(ranked.filter((other) => other !== both[1]));
      }),
    );
  });
});
