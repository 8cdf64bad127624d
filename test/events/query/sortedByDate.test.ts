import { expect, test } from 'vitest';
import type { SourcedEvent } from '../../../src/events/query/eventQuery.ts';
import { sortedByDate } from '../../../src/events/query/sortedByDate.ts';

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
