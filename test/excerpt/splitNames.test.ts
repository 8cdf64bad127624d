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
  ['  ', []],
  [' ; , ', []],
])('splitNames makes of %j %j', (line, names) => {
  expect(splitNames(line)).toEqual(names);
});
