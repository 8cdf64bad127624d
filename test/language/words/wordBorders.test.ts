import { expect, test } from 'vitest';
import { atWordBorders } from '../../../src/language/words/wordBorders.ts';

test.each([
  ['is likely to', 'likely', true],
  ['is unlikely to', 'likely', false],
  ['likelyhood', 'likely', false],
  ['we can do', 'we can', true],
  ["we can't do", 'we can', false],
  ['we can’t do', 'we can', false],
  ['the group’s goal', 'the group', true],
  ['l’homme est né', 'homme est', true],
  ['a non-violent protest', 'violent protest', false],
  ['a protest—violent or not', 'violent or', true],
  ['the long-term plan', 'the long', false],
  ['lost 1,000 men', '000 men', false],
  ['lost 1,000 men', 'lost 1', false],
  ['rose 3.5 percent', 'rose 3', false],
  ['rose 3.5 percent', '5 percent', false],
  ['rose 3. Then', 'rose 3', true],
  ['in 2016–2017, then', 'in 2016', false],
  ['at −5 degrees', '5 degrees', false],
  ['at -5 degrees', '5 degrees', false],
  ['page 3-5 here', '5 here', false],
  ['我们不同意这个计划', '同意这个', true],
  ['x\u0302 y', 'x', false],
  ['hy\u00ADphen here', 'phen here', false],
  ['“quoted” words', 'quoted', true],
  ['a😀b', '😀', true],
])('atWordBorders of %j in %j is %j', (text, part, expected) => {
  const start = text.indexOf(part);
  expect(atWordBorders(text, [start, start + part.length])).toBe(expected);
});

test('atWordBorders refuses half of a surrogate pair', () => {
  expect(atWordBorders('a😀b', [0, 2])).toBe(false);
  expect(atWordBorders('a😀b', [2, 4])).toBe(false);
});
