import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted, listed } from '../../src/reply/words/counted.ts';
import { truncate } from '../../src/reply/truncate.ts';

describe('truncate', () => {
  test.each([
    ['short', 10, 'short'],
    ['ten chars.', 10, 'ten chars.'],
    ['eleven chars', 11, 'eleven…'],
    ['one two three', 8, 'one two…'],
    ['incomprehensibilities', 10, 'incompreh…'],
    [' two\n lines ', 20, 'two lines'],
    ['family 👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 20, 'family 👩‍👩‍👧‍👦…'],
  ])('cuts %j to %i characters', (text, max, cut) => {
    expect(truncate(text, max)).toBe(cut);
  });

  test('never exceeds its length, and cuts nothing that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const cut = truncate(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        const line = text.replaceAll(/\s+/gu, ' ').trim();
        expect(line.length <= max ? cut === line : line.startsWith(cut.slice(0, -1)) && cut.endsWith('…')).toBe(true);
      }),
    );
  });
});

test.each([
  [0, '0 matches'],
  [1, '1 match'],
  [1200, '1,200 matches'],
])('counted writes %i with its noun', (count, words) => {
  expect(counted(count, 'match', 'matches')).toBe(words);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('listed joins %j', (items, words) => {
  expect(listed(items)).toBe(words);
});
