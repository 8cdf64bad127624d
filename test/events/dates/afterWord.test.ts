import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterWord } from '../../../src/events/dates/afterWord.ts';
import { daysOfDate } from '../../../src/events/dates/daysOfDate.ts';
import { formatCalendarDate } from '../../../src/language/dates/calendar.ts';
import type { DateExpression } from '../../../src/language/dates/dateExpressions.ts';
import { PARTS, partInterval } from '../../../src/language/dates/edtf.ts';

const dated = (edtf: string | null): DateExpression => ({
  text: 'then',
  span: [0, 4],
  edtf,
  certainty: 'vague',
  ruleId: 'year',
});

describe('what has been so since a date', () => {
  test.each([
    ['2016', '2016/'],
    ['2019-03-05', '2019-03-05/'],
    ['2016-09~/2016-12~', '2016-09~/'],
    ['2019-03-21~/2019-03-31~', '2019-03-21~/'],
    ['2016/2018', '2016/2018'],
    ['2016/', '2016/'],
    ['[2016-03,2017-03]', '[2016-03,2017-03]'],
    [null, null],
  ])('%j: %j', (edtf, open) => {
    expect(afterWord(dated(edtf), 'since').edtf).toBe(open);
  });

  test('goes on from the first day of its date or part without an end', () => {
    const period = fc.record({
      year: fc.integer({ min: 1720, max: 2099 }),
      month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(period, fc.option(fc.constantFrom(...PARTS)), (whole, part) => {
        const date = dated(part === null ? formatCalendarDate(whole) : partInterval(whole, part));
        const open = afterWord(date, 'since');
        expect(daysOfDate(open)).toEqual([daysOfDate(date)?.[0], Infinity]);
        expect(open.ruleData?.since).toBe(true);
      }),
      { seed: 14 },
    );
  });
});

describe('what is so by a date', () => {
  test.each([
    ['2018-09~/2018-12~', '2018'],
    ['2019-03-21~/2019-03-31~', '2019-03'],
    ['2019-03-01~/2019-03-10~', '2019-03-01~/2019-03-10~'],
    ['2018', '2018'],
    [null, null],
  ])('%j: %j', (edtf, told) => {
    expect(afterWord(dated(edtf), 'by').edtf).toBe(told);
    expect(afterWord(dated(edtf), 'in').edtf).toBe(edtf);
  });
});
