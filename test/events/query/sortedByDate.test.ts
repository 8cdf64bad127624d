import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOfDate } from '../../../src/events/dates/daysOfDate.ts';
import type { DayInterval } from '../../../src/events/dates/edtfInterval.ts';
import type { SourcedEvent } from '../../../src/events/query/eventQuery.ts';
import { isWithin } from '../../../src/events/query/fits.ts';
import { sortedByDate } from '../../../src/events/query/sortedByDate.ts';
import { formatCalendarDate } from '../../../src/language/dates/calendar.ts';
import { PARTS, type PartOfPeriod } from '../../../src/language/dates/edtf.ts';

test('sortedByDate puts the earlier first and the undated last, and leaves the rest in its order', () => {
  const dates = [null, '2024', '/2020', '2019-22', '2024-01-01', '2023-12-31/2024', 'XXXX-05', '2019-06-01'];
  const items = dates.map((edtf, index) => ({
    event: { date: edtf === null ? null : { edtf }, span: [100 - index, 101 - index] },
  })) as unknown as SourcedEvent[];
  expect(sortedByDate(items).map(({ event }) => event.date?.edtf ?? null)).toEqual([
    '2019-22',
    '2019-06-01',
    '/2020',
    '2023-12-31/2024',
    '2024',
    '2024-01-01',
    null,
    'XXXX-05',
  ]);
});

test('parts of one month and of one year stand in their order, and among days', () => {
  const told = (edtf: string, part?: PartOfPeriod): unknown => ({
    event: { date: { edtf, portion: part }, span: [0, 1] },
  });
  const items = [
    told('2024-03', 'late'),
    told('2024', 'late'),
    told('2024-03-15'),
    told('2024-03', 'middle'),
    told('2024-03', 'early'),
    told('2024', 'early'),
  ] as SourcedEvent[];
  expect(
    sortedByDate(items).map(({ event }) => `${event.date?.portion ?? ''} ${event.date?.edtf ?? ''}`.trim()),
  ).toEqual(['early 2024', 'early 2024-03', 'middle 2024-03', '2024-03-15', 'late 2024-03', 'late 2024']);
});

test('a part of a period is asked for by the days it covers, and lies within its period', () => {
  fc.assert(
    fc.property(
      fc.record({ year: fc.integer({ min: 1900, max: 2099 }), month: fc.integer({ min: 1, max: 12 }) }),
      fc.boolean(),
      (month, wholeYear) => {
        const edtf = formatCalendarDate(wholeYear ? { year: month.year } : month);
        const [early, middle, late] = PARTS.map((part) => daysOfDate({ edtf, portion: part })) as [
          DayInterval,
          DayInterval,
          DayInterval,
        ];
        expect([early[0], late[1]]).toEqual(daysOfDate({ edtf }));
        expect([middle[0], late[0]]).toEqual([early[1] + 1, middle[1] + 1]);
        const event = { event: { date: { edtf, portion: 'late' } } } as SourcedEvent;
        expect([isWithin(event, early), isWithin(event, middle), isWithin(event, late)]).toEqual([false, false, true]);
      },
    ),
    { seed: 14 },
  );
});
