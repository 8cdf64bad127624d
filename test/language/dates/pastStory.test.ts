import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';

const STORY = [
  'In the spring of 1747 the town rose against its inspector.',
  'The tax had been doubled in 1744 to pay for a war.',
  'On 12 April he seized forty barrels. Falk was hanged on 9 June.',
  'The tax was lowered in 1749. A statue was put up in 1897.',
].join('\n\n');

const year = fc.integer({ min: 1960, max: 2060 });
const yearsIn = (text: string, reference: string): readonly string[] =>
  dateExpressions(text, { reference }).flatMap(({ edtf }) => (edtf === null ? [] : [edtf.slice(0, 4)]));

test('a story of long ago has no day in a year that it does not tell, whenever it was published', () => {
  fc.assert(
    fc.property(year, fc.constantFrom('', '-03', '-04-02'), (published, rest) => {
      const told = yearsIn(STORY, `${published}${rest}`);
      expect(told.length).toBeGreaterThan(4);
      for (const each of told) expect(['1747', '1744', '1749', '1897', 'XXXX']).toContain(each);
    }),
    { seed: 14 },
  );
});

test.each([
  ['news that looks back', `${STORY}\n\nThe town voted on Tuesday.`, '2019-06-09'],
  ['a text that tells of the year of writing', `${STORY}\n\nIt reopened in 2019.`, '2019-06-09'],
  ['a text of fewer years', 'In 1747 it rose. Falk was hanged on 9 June.', '2018-06-09'],
])('%s is no such story', (_, text, edtf) => {
  const found = dateExpressions(text, { reference: '2019-04-02' }).find((date) => date.text === '9 June');
  expect(found?.edtf?.slice(4)).toBe(edtf.slice(4));
  expect(found?.edtf).not.toMatch(/^XXXX/u);
});
