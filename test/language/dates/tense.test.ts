import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';

function dates(text: string, reference = '2020-03-10'): readonly (string | null)[] {
  return dateExpressions(text, { reference }).map(({ edtf }) => edtf);
}

describe('the verb of an expression’s own clause says which way it is counted', () => {
  test.each([
    ['A storm dumped rain on the town on Tuesday and more was expected Thursday.', ['2020-03-10', '2020-03-12']],
    ['The firm will close the shop on Friday, but it sold the mill on Monday.', ['2020-03-13', '2020-03-09']],
    ['In October, we laid out plans to preserve the archive.', ['2019-10']],
    ['In December, she withdrew her offer to lead the inquiry.', ['2019-12']],
    ['The summit begins on Friday in Oslo.', ['2020-03-13']],
    ['Voters go to the polls on Sunday.', ['2020-03-15']],
    ['The gallery reopens in May.', ['2020-05']],
    ['She flew home Sunday, while her team plays again Wednesday.', ['2020-03-08', '2020-03-11']],
    ['The match is on Saturday.', ['2020-03-14']],
    ['Exhibits on the pier through Sunday.', ['2020-03-15']],
    ['The trial did not begin on Friday.', ['2020-03-06']],
    ['The offer had been due to expire on Friday.', ['2020-03-06']],
    ['The union has given the firm until Friday to reply.', ['2020-03-13']],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });
});

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const PASTS = ['voted', 'withdrew', 'met', 'shut the school', 'was arrested', 'laid a wreath', 'spoke'];
const FUTURES = ['will vote', 'is due to meet', 'is to be sold', 'opens', 'returns', 'is scheduled to speak'];
const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const ends = fc.constantFrom('', ' in Oslo', ' after a long debate', ' with its neighbours');

test('a weekday told in the past is within the week up to the article’s day', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...WEEKDAYS), fc.constantFrom(...PASTS), ends, (day, weekday, verb, end) => {
      const [date] = dates(`The council ${verb} on ${weekday}${end}.`, day);
      expect(date! <= day).toBe(true);
    }),
    { seed: 14, numRuns: 150 },
  );
});

test('a weekday told in the future is never before the article’s day', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...WEEKDAYS), fc.constantFrom(...FUTURES), ends, (day, weekday, verb, end) => {
      const [date] = dates(`The council ${verb} on ${weekday}${end}.`, day);
      expect(date! >= day).toBe(true);
    }),
    { seed: 14, numRuns: 150 },
  );
});

test('a month told in the future is not before the article’s, one told in the past at most a month and a half after it', () => {
  const months = fc
    .integer({ min: 0, max: 11 })
    .map((month) =>
      new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, month))),
    );
  fc.assert(
    fc.property(days, months, fc.constantFrom(...PASTS), fc.constantFrom(...FUTURES), (day, month, past, future) => {
      const told = Date.parse(`${dates(`In ${month}, the council ${past}.`, day)[0]!}-01`);
      expect(told - Date.parse(day)).toBeLessThan(46 * 86_400_000);
      expect(dates(`In ${month}, the council ${future}.`, day)[0]! >= day.slice(0, 7)).toBe(true);
    }),
    { seed: 14, numRuns: 150 },
  );
});
