import { expect, test } from 'vitest';
import { edtfInterval } from '../../../src/events/dates/edtfInterval.ts';
import { dayNumber, dayOf, formatCalendarDate } from '../../../src/language/dates/calendar.ts';

test.each([
  ['2024-06-11', '2024-06-11', '2024-06-11'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023', '2023-01-01', '2023-12-31'],
  ['2023-22', '2023-06-01', '2023-08-31'],
  ['2023-24', '2023-12-01', '2024-02-29'],
  ['199X', '1990-01-01', '1999-12-31'],
  ['18XX', '1800-01-01', '1899-12-31'],
  ['2024-01~/2024-04~', '2024-01-01', '2024-04-30'],
  ['2016/2017', '2016-01-01', '2017-12-31'],
  ['[2024-05-06,2024-06-05]', '2024-05-06', '2024-06-05'],
])('%s is from %s to %s', (edtf, first, last) => {
  expect(edtfInterval(edtf)?.map((day) => formatCalendarDate(dayOf(day)))).toEqual([first, last]);
});

test('open and unknown ends are infinite', () => {
  const day = dayNumber({ year: 2024, month: 6 });
  expect(edtfInterval('2024-06/')).toEqual([day, Infinity]);
  expect(edtfInterval('2024-06/..')).toEqual([day, Infinity]);
  expect(edtfInterval('/2024-06')).toEqual([-Infinity, day + 29]);
});

test.each(['XXXX-06-11', 'someday', '2024-13', ''])('%s covers no days', (edtf) => {
  expect(edtfInterval(edtf)).toBeUndefined();
});
