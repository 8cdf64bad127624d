import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitNames } from '../../src/excerpt/splitNames.ts';

test.each<readonly [line: string, names: readonly string[]]>([
  ['A Bee, C Dee, and E Eff', ['A Bee', 'C Dee', 'E Eff']],
  ['A Bee, C Dee & E Eff', ['A Bee', 'C Dee', 'E Eff']],
  ['By Jane Doe and Rick Roe', ['Jane Doe', 'Rick Roe']],
  ['Jane Doe, PhD', ['Jane Doe, PhD']],
  ['Jane Doe, PhD, and Rick Roe, MD', ['Jane Doe, PhD', 'Rick Roe, MD']],
  ['Sammy Hill, Jr., and Jane Doe', ['Sammy Hill, Jr.', 'Jane Doe']],
  ['Doe, Jane', ['Doe, Jane']],
  ['van Gogh, Vincent', ['van Gogh, Vincent']],
  ['Doe, Jane and Roe, Rick', ['Doe, Jane', 'Roe, Rick']],
  ['Doe, Jane; Roe, Rick', ['Doe, Jane', 'Roe, Rick']],
  ['Madonna, Cher, and Sting', ['Madonna', 'Cher', 'Sting']],
  ['José Ortega y Gasset', ['José Ortega y Gasset']],
  ['Ana Ruiz y Luis Soto', ['Ana Ruiz', 'Luis Soto']],
  ['Anna Weiß und Ben Braun', ['Anna Weiß', 'Ben Braun']],
  ['{World Bank}', ['{World Bank}']],
  ['{World Bank}; {IMF}', ['{World Bank}', '{IMF}']],
  ['{Ministry of Health, Labour and Welfare} and Jane Doe', ['{Ministry of Health, Labour and Welfare}', 'Jane Doe']],
  ['Ministry of Trade and Industry', ['Ministry of Trade and Industry']],
  ['Reuters and John Smith', ['Reuters', 'John Smith']],
  ['Institute for Urban Water, Halvern', ['Institute for Urban Water, Halvern']],
  ['University of Oslo, Norway, and Jane Doe', ['University of Oslo, Norway', 'Jane Doe']],
  ['Jane Doe, Institute for Urban Water, Halvern', ['Jane Doe', 'Institute for Urban Water, Halvern']],
  ['Northfield Cooperative, People Team', ['Northfield Cooperative', 'People Team']],
  ['LGMN, Des Moines, IA', ['LGMN, Des Moines, IA']],
  ['Jane Doe, Bureau of Tides, Perth, W.A., and Rick Roe', ['Jane Doe', 'Bureau of Tides, Perth, W.A.', 'Rick Roe']],
  ['Jane Doe, Rick Roe, AFP', ['Jane Doe', 'Rick Roe', 'AFP']],
  ['Associated Press, Reuters', ['Associated Press', 'Reuters']],
  ['  ', []],
  [' ; , ', []],
])('splitNames makes of %j %j', (line, names) => {
  expect(splitNames(line)).toEqual(names);
});

test('splitNames keeps the town and the state of a group with it, and those of no person', () => {
  const group = fc.constantFrom('Institute for Water', 'University of Oslo', 'LGMN', 'Bureau of Tides');
  const town = fc.constantFrom('Des Moines', 'Perth', 'New Halvern');
  const state = fc.constantFrom('IA', 'NSW', 'D.C.');
  const person = fc.constantFrom('Jane Doe', 'Rick Roe', 'Ana Ruiz');
  fc.assert(
    fc.property(fc.array(fc.oneof(person, fc.tuple(group, town, state)), { minLength: 2, maxLength: 5 }), (drawn) => {
      const names = drawn.map((each) => (typeof each === 'string' ? each : each.join(', ')));
      expect(splitNames(names.join(', '))).toEqual(names);
    }),
    { seed: 15, numRuns: 100 },
  );
});

test('splitNames takes a word behind a group for its seat, and never a person', () => {
  const group = fc.constantFrom('Institute for Water', 'University of Oslo', 'Ministry of Health', 'Centre for Tides');
  const seat = fc.constantFrom('Halvern', 'Orrin', 'Lyon', 'Bergen');
  const person = fc.constantFrom('Jane Doe', 'Rick Roe', 'Ana Ruiz');
  fc.assert(
    fc.property(fc.array(fc.oneof(person, fc.tuple(group, seat)), { minLength: 2, maxLength: 5 }), (drawn) => {
      const names = drawn.map((each) => (typeof each === 'string' ? each : each.join(', ')));
      expect(splitNames(names.join(', '))).toEqual(names);
    }),
    { seed: 15, numRuns: 100 },
  );
});
