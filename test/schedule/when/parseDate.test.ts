import { expect, test } from 'vitest';
import { parseDate } from '../../../src/schedule/when/parseDate.ts';

test.each([
  ['today', '2026-11-23'],
  ['tomorrow', '2026-11-24'],
  ['1970-01-01', '1970-01-01'],
  ['1969-12-31', undefined],
  ['2026-2-3', '2026-02-03'],
  ['2026-13-01', undefined],
  ['2027-02-29', undefined],
  ['23 november', '2026-11-23'],
  ['22nd of november', '2027-11-22'],
  ['nov 22, 2026', '2026-11-22'],
  ['sept 1', '2027-09-01'],
  ['29 feb', '2028-02-29'],
  ['30 feb', undefined],
  ['31 april 2027', undefined],
  ['march', undefined],
  ['12', undefined],
  ['12 zzz', undefined],
])('parseDate reads %j as %s', (text, date) => {
  expect(parseDate(text, '2026-11-23')).toBe(date);
});
