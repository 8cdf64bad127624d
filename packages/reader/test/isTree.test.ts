import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTree } from '../src/isTree.ts';

test.each([
  [[-1], true],
  [[1, -1, 1], true],
  [[-1, -1], false],
  [[1, 0], false],
  [[-1, 2, 1], false],
  [[-1, 1], false],
  [[], false],
])('isTree of %j is %j', (heads, expected) => {
  expect(isTree(heads)).toBe(expected);
});

test('isTree agrees with walking from each word, as far as there are words', () => {
  const heads = fc
    .integer({ min: 1, max: 7 })
    .chain((size) => fc.array(fc.integer({ min: -1, max: size - 1 }), { minLength: size, maxLength: size }));
  fc.assert(
    fc.property(heads, (heads) => {
      const isRooted = heads.every((_, word) => {
        let at = word;
        for (const _ of heads) if (at !== -1) at = heads[at]!;
        return at === -1;
      });
      expect(isTree(heads)).toBe(isRooted && heads.filter((head) => head === -1).length === 1);
    }),
  );
});
