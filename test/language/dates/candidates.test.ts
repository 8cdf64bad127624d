import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidateSteps, RULES } from '../../../src/language/dates/candidates.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';

const TIMES = [
  ...'January March Sept. 5 11th 2019 1990s 9/11 2024-06-11 Tuesday Mon. summer winter fall day weeks years month'.split(
    ' ',
  ),
  ...'yesterday tonight last next this past the first half quarter century recently ongoing now soon few two'.split(
    ' ',
  ),
  ...'early late mid end of in on since until between and to from or before ago later that Easter Christmas Eve Day'.split(
    ' ',
  ),
  'New Year’s Eve',
  'nineteen eighty-four',
  'the fourth of July',
  "'84",
  'Q3 2020',
  'May 3-5, 2021',
  '500 BC',
];
const FILLERS = [
  ...'A report said that people were there; it was not so (they say), and: nothing'.split(' '),
  '\n',
  '“x”',
  '—',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...TIMES), fc.constantFrom(...FILLERS)), { maxLength: 60 })
  .map((words) => words.join(' '));

test('candidateSteps finds what each rule finds when it is tried everywhere', () => {
  fc.assert(
    fc.property(text, (written) => {
      const everywhere = RULES.flatMap((rule) =>
        Array.from(written.matchAll(rule.pattern), ({ 0: match, index }) => [rule.name, index, match]),
      );
      const found = finish(candidateSteps(written)).map(({ rule, match }) => [rule.name, match.index, match[0]]);
      expect(found.map(String).sort()).toEqual(everywhere.map(String).sort());
    }),
  );
});

test('candidateSteps puts the earlier first, and of those that begin together the longer', () => {
  const found = finish(candidateSteps('On 5 May 2021 and in June.')).map(
    ({ match }) => [match.index, match[0]] as const,
  );
  const sorted = [...found].sort(([a, first], [b, second]) => a - b || second.length - first.length);
  expect(found).toEqual(sorted);
  expect(found[0]).toEqual([3, '5 May 2021']);
});
