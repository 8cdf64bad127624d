import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';

const last = (text: string, reference?: string): string | null => dateExpressions(text, { reference }).at(-1)!.edtf;

describe('the year of a month or day in a text without a date', () => {
  test.each([
    ['The director chose a hard year, 1981, for the firm. The film opens in January.', 'XXXX-01'],
    ['The plan looks to 2040. The office will close on May 3.', 'XXXX-05-03'],
    ['It was set in 1981.\n\nThe film opens in January.', 'XXXX-01'],
    ['It was sold in 2014. It was small. It was old. They left in May.', 'XXXX-05'],
    ["They grew rich in the '60s. The film came to nine cinemas on Dec. 31.", 'XXXX-12-31'],
    ['They grew rich in the 1960s. The film came to nine cinemas on Dec. 31.', 'XXXX-12-31'],
    ['It was built in 1965, not in the 19th century. It opened in May.', 'XXXX-05'],
    ['He was born on 3 May 1970. He was tall. His film will open in January.', 'XXXX-01'],
    ['It won in December 2014 after they put it forward in January.', 'XXXX-01'],
  ])('stays open: %s', (text, edtf) => {
    expect(last(text)).toBe(edtf);
  });

  test.each([
    ['The firm was founded in 1981. It failed in May.', '1981-05'],
    ['In 2030, the plant will open in May.', '2030-05'],
    ['It was sunk on 30 May 1832. It was old. The crew had left. On 2 June he died.', '1832-06-02'],
    ['They sailed on 28 December 1832. On 3 January they sank.', '1833-01-03'],
    ['It was named on Dec. 11, 2014. The prizes will be handed out on Jan. 11.', '2015-01-11'],
    ['It was named on Thursday, Dec. 11, 2014. The prizes will go out on Sunday, Jan. 11.', '2015-01-11'],
    ['## 1998\n\nJan. 3: The club is founded.', '1998-01-03'],
    ['1998\n\n- Jan. 3: The club is founded.\n- 4 Feb.: It plays.\n- 5 May: It wins.', '1998-05-05'],
  ])('is the one of its passage: %s', (text, edtf) => {
    expect(last(text)).toBe(edtf);
  });
});

describe('the year of a month or day in an article', () => {
  test.each([
    ['The film is set in 1970. It opens in January.', '2014-12-20', '2015-01'],
    ['The film is set in 1970. It will open on Dec. 31.', '2014-12-20', '2014-12-31'],
    ['He was born on 3 May 1970.\n\nHis film will open on Dec. 31.', '2014-12-20', '2014-12-31'],
    ['The firm was founded in 1981. It failed in May.', '2014-12-20', '1981-05'],
    ['In 2009 they met. They married on Sunday, Jan. 12.', '2014-12-20', '2014-01-12'],
  ])('%s', (text, reference, edtf) => {
    expect(last(text, reference)).toBe(edtf);
  });
});

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];

test('a day that is completed has the weekday that is written with it, or its year stays open', () => {
  const leads = ['', 'It was set in 1981. ', 'It was sold on 3 May 1999. ', 'It was old in the 1960s. ', '2010\n\n'];
  fc.assert(
    fc.property(
      fc.constantFrom(...WEEKDAYS),
      fc.constantFrom(...MONTHS),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(...leads),
      fc.constantFrom('They left', 'They will leave'),
      fc.constantFrom(undefined, '2014', '2014-12', '2014-12-20'),
      (weekday, month, day, lead, verb, reference) => {
        const edtf = last(`${lead}${verb} on ${weekday}, ${month} ${String(day)}.`, reference);
        if (edtf?.startsWith('XXXX-') === true) return;
        expect(WEEKDAYS[new Date(`${edtf!}T00:00:00Z`).getUTCDay()]).toBe(weekday);
      },
    ),
    { numRuns: 300, seed: 15 },
  );
});

test('a text without a date never lends a year from another paragraph, nor from a decade', () => {
  const far = [
    'It began in 1981.\n\n',
    'It began on 3 May 1981.\n\n',
    "It began in the '80s. ",
    'It began in the 1980s. ',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...far),
      fc.constantFrom(...MONTHS),
      fc.constantFrom('They left', 'They will leave', 'They leave'),
      fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
      (lead, month, verb, day) => {
        const written = day === undefined ? `in ${month}` : `on ${month} ${String(day)}`;
        expect(last(`${lead}${verb} ${written}.`)).toMatch(/^XXXX-/u);
      },
    ),
    { numRuns: 200, seed: 15 },
  );
});
