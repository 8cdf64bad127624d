import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPattern } from '../../src/access/matchesPattern.ts';

test.each([
  ['a', 'a', true],
  ['a', 'ab', false],
  ['a*', 'a', true],
  ['*-a', 'b-a', true],
  ['*-a', 'b-a-c', false],
  ['?', '', false],
  ['*', '', true],
  ['', 'a', false],
  ['a*b*c', 'a-b-b-c', true],
])('matchesPattern of %j and %j is %s', (pattern, id, expected) => {
  expect(matchesPattern(pattern, id)).toBe(expected);
});

test('matchesPattern agrees with a regular expression', () => {
  const letters = (all: string) =>
    fc.array(fc.constantFrom(...all.split('')), { maxLength: 7 }).map((each) => each.join(''));
  fc.assert(
    fc.property(letters('ab-*?'), letters('ab-'), (pattern, id) => {
      const expression = new RegExp(`^${pattern.replaceAll('?', '.').replaceAll('*', '.*')}$`, 'u');
      expect(matchesPattern(pattern, id)).toBe(expression.test(id));
    }),
    { numRuns: 2000 },
  );
});
