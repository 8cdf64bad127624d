import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCalendarDate } from '../../../src/language/dates/calendar.ts';
import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';
import { PARTS, partInterval } from '../../../src/language/dates/edtf.ts';
import { intervalOf, toldWithPart } from '../../../src/language/dates/partOfPeriod.ts';

const year = fc.integer({ min: 1720, max: 2099 });
const period = fc.record({ year, month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }) });
const part = fc.constantFrom(...PARTS);

describe('the beginning, middle or end of a year or month', () => {
  test.each([
    ['at the end of August', '2019-08', 'late'],
    ['by the end of 2025', '2025', 'late'],
    ['early this year', '2019', 'early'],
    ['in mid-February 2024', '2024-02', 'middle'],
    ['at the end of last month', '2019-10', 'late'],
    ['in the first days of May', '2019-05', 'early'],
    ['in the late 1980s', '1987~/1989~', undefined],
    ['early next week', '2019-11-25/2019-12-01', undefined],
    ['in the first nine months of the year', '2019-01/2019-09', undefined],
    ['early on May 3, 2019', '2019-05-03', undefined],
  ])('%s', (text, edtf, named) => {
    const [found] = dateExpressions(`They met ${text}.`, { reference: '2019-11-20' });
    const told = found && toldWithPart(found);
    expect([told?.edtf, told?.portion]).toEqual([edtf, named]);
  });

  test('is told as that year or month with its part, which gives the interval back', () => {
    fc.assert(
      fc.property(period, part, (whole, which) => {
        const edtf = partInterval(whole, which);
        expect(toldWithPart({ edtf })).toEqual({ edtf: formatCalendarDate(whole), portion: which });
        expect(intervalOf(toldWithPart({ edtf }))).toBe(edtf);
      }),
      { seed: 14 },
    );
  });

  test('is no other interval, approximate or not', () => {
    const day = fc.record({ year, month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
    const end = fc.tuple(fc.oneof(day, period), fc.constantFrom('', '~', '?'));
    const written = fc.tuple(end, end).map((ends) => ends.map(([at, mark]) => formatCalendarDate(at) + mark).join('/'));
    const parts = (edtf: string): boolean =>
      /^(\d{4}(?:-\d\d)?)-(?:01~\/\1-(?:04|10)|05~\/\1-08|09~\/\1-12|11~\/\1-20|21~\/\1-(?:28|29|30|31))~$/u.test(edtf);
    fc.assert(
      fc.property(
        fc.oneof(written, fc.constantFrom('2019', '2019-08', '/2016', '2016/', '201X', 'XXXX-05')),
        (edtf) => {
          fc.pre(!parts(edtf));
          expect(toldWithPart({ edtf })).toEqual({ edtf });
          expect(intervalOf({ edtf })).toBe(edtf);
        },
      ),
      { seed: 14 },
    );
  });
});
