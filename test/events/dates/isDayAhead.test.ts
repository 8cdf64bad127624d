import { expect, test } from 'vitest';
import { datelineOf } from '../../../src/events/dates/dateline.ts';
import { isDayAhead } from '../../../src/events/dates/isDayAhead.ts';
import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';

/** 2024-12-06 is a Friday. */
function read(text: string): readonly (string | null)[] {
  const options = { reference: '2024-12-06', isDayAhead: isDayAhead(datelineOf(text, [0, text.length])) };
  return dateExpressions(text, options).map(({ edtf }) => edtf);
}

test.each([
  ['SEOUL — The vote failed on Saturday. A poll released on Friday found so.', ['2024-12-07', '2024-12-06']],
  ['TOKYO (AP) — The court met on Saturday and on Sunday.', ['2024-12-07', '2024-12-01']],
  ['SYDNEY — The ferry sank last Saturday.', ['2024-11-30']],
  ['LONDON — The vote failed on Saturday.', ['2024-11-30']],
  ['SEOUL, Dec. 6 (AP) — The vote failed on Saturday.', ['2024-12-06', '2024-11-30']],
  ['The vote failed in Seoul on Saturday.', ['2024-11-30']],
])('where the dateline’s day begins earlier: %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});
