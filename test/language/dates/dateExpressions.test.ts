import { strict as chrono } from 'chrono-node';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';

/** `text => EDTF certainty`, one for each expression of the text. */
function read(text: string, reference?: string): readonly string[] {
  return dateExpressions(text, { reference }).map(
    ({ text: written, edtf, certainty }) => `${written} => ${edtf} ${certainty}`,
  );
}

describe('dates that are written out', () => {
  test.each([
    ['11 June 2024', '2024-06-11'],
    ['June 11, 2024', '2024-06-11'],
    ['Tuesday, June 11th, 2024', '2024-06-11'],
    ['the 11th of June 2024', '2024-06-11'],
    ['the eleventh of June, 2024', '2024-06-11'],
    ['2024-06-11', '2024-06-11'],
    ['2024-06-11T10:00Z', '2024-06-11'],
    ['2024/6/11', '2024-06-11'],
    ['11.06.2024', '2024-06-11'],
    ['25/06/2024', '2024-06-25'],
    ['06/25/2024', '2024-06-25'],
    ['March 2023', '2023-03'],
    ['2014', '2014'],
    ['1066', '1066'],
    ['AD 410', '0410'],
    ['44 BC', '-0043'],
    ['the 1990s', '199X'],
    ['the 19th century', '18XX'],
    ['summer 2023', '2023-22'],
    ['the winter of 2021', '2021-24'],
    ['Q3 2023', '2023-07/2023-09'],
    ['the third quarter of 2023', '2023-07/2023-09'],
    ['the first half of 2023', '2023-01/2023-06'],
    ['the first nine months of 2023', '2023-01/2023-09'],
    ['the last three months of 2023', '2023-10/2023-12'],
    ['the second half of March 2023', '2023-03-16/2023-03-31'],
    ['the six months to June 2023', '2023-01/2023-06'],
    ['2016–2017', '2016/2017'],
    ['2014-15', '2014/2015'],
    ['between 2014–2019', '2014/2019'],
    ['from 2014 to 2019', '2014/2019'],
    ['between 2014 and 2019', '2014/2019'],
    ['11–13 June 2024', '2024-06-11/2024-06-13'],
    ['June 28 to July 2, 2024', '2024-06-28/2024-07-02'],
    ['from November 2023 to February 2024', '2023-11/2024-02'],
    ['nineteen eighty-four', '1984'],
    ['Easter 2024', '2024-03-31'],
    ['Christmas Day 2020', '2020-12-25'],
  ])('%s is %s whatever the article’s date', (written, edtf) => {
    const text = `It happened in ${written}, they say.`;
    for (const reference of [undefined, '1999', '2024-06', '2024-06-11'])
      expect(dateExpressions(text, { reference })).toMatchObject([{ text: written, edtf, certainty: 'stated' }]);
  });

  test.each([
    ['mid-2019', '2019-05~/2019-08~'],
    ['early May 2020', '2020-05-01~/2020-05-10~'],
    ['the end of 2018', '2018-09~/2018-12~'],
    ['the late 1980s', '1987~/1989~'],
  ])('%s is the vague %s', (written, edtf) => {
    expect(read(`It was sold in ${written}.`)).toEqual([`${written} => ${edtf} vague`]);
  });
});

describe('times counted from the article’s date', () => {
  test.each([
    ['just under three years ago', '2021~', 'inferred'],
    ['just over two weeks ago', '2024-05-28~', 'inferred'],
    ['barely a month ago', '2024-05~', 'inferred'],
    ['three years ago', '2021', 'resolved'],
    ['in a week’s time', '2024-06-18~', 'inferred'],
    ["in a fortnight's time", '2024-06-25~', 'inferred'],
    ['in two weeks’ time', '2024-06-25~', 'inferred'],
  ])('%s is %s', (written, edtf, certainty) => {
    expect(dateExpressions(`It shuts ${written}.`, { reference: '2024-06-11' })).toMatchObject([{ edtf, certainty }]);
  });
});

describe('dates in figures that can be read either way', () => {
  test('stay ambiguous', () => {
    expect(dateExpressions('Signed on 05/06/2024.', { reference: '2024-06-11' })).toMatchObject([
      { edtf: '[2024-05-06,2024-06-05]', certainty: 'vague', ruleId: 'slashed-date-ambiguous' },
    ]);
  });
  test('are read as the article’s other dates are', () => {
    expect(read('Signed on 05/06/2024, valid from 25/06/2024.')[0]).toBe('05/06/2024 => 2024-06-05 inferred');
    expect(read('Signed on 05/06/2024, valid from 06/25/2024.')[0]).toBe('05/06/2024 => 2024-05-06 inferred');
  });
  test('stay ambiguous where the others disagree', () => {
    expect(read('On 05/06/2024, 25/06/2024 and 06/25/2024.')[0]).toBe('05/06/2024 => [2024-05-06,2024-06-05] vague');
  });
});

describe('dates told from the article’s date', () => {
  test.each([
    ['2024-06-11', 'today', '2024-06-11 resolved'],
    ['2024-03-01', 'yesterday', '2024-02-29 resolved'],
    ['2024-12-31', 'tomorrow', '2025-01-01 resolved'],
    ['2024-06-11', 'last night', '2024-06-10 resolved'],
    ['2024-06-11', 'last week', '2024-06-03/2024-06-09 resolved'],
    ['2024-01-15', 'last month', '2023-12 resolved'],
    ['2024-06', 'last month', '2024-05 resolved'],
    ['2024-06', 'this year', '2024 resolved'],
    ['2024', 'next year', '2025 resolved'],
    ['2024-01-15', 'last quarter', '2023-10/2023-12 resolved'],
    ['2024-06-11', 'the past two months', '2024-04/2024-06 resolved'],
    ['2024-01', 'the past two months', '2023-11/2024-01 resolved'],
    ['2024-06-11', 'the past three days', '2024-06-08/2024-06-11 resolved'],
    ['2024-06-11', 'the beginning of this year', '2024-01~/2024-04~ vague'],
    ['2024-06-11', 'the end of the year', '2024-09~/2024-12~ vague'],
    ['2024-06-11', 'earlier this month', '2024-06 resolved'],
    ['2024-06-11', 'later this year', '2024 resolved'],
    ['2024-06-11', 'three days ago', '2024-06-08 resolved'],
    ['2024-06-11', 'two years ago', '2022 resolved'],
    ['2024-06-11', 'about three weeks ago', '2024-05-21~ inferred'],
    ['2024-06', 'last summer', '2023-22 resolved'],
    ['2024-10', 'last summer', '2024-22 resolved'],
    ['2024-06', 'this summer', '2024-22 resolved'],
    ['2024-01', 'this winter', '2023-24 resolved'],
    ['2024-06', 'next summer', '2025-22 resolved'],
    ['2024-06-11', 'last June', '2023-06 resolved'],
    ['2024-06-11', 'last May', '2024-05 resolved'],
    ['2024-06-11', 'next March', '2025-03 resolved'],
    ['2024-06-11', 'March last year', '2023-03 resolved'],
    ['2024-06-11', 'recent months', '/2024-06-11 vague'],
    ['2024-06-11', 'the coming months', '2024-06-11/ vague'],
    ['2024-06-11', 'ongoing', '2024-06-11~ vague'],
  ])('from %s, %s is %s', (reference, written, meaning) => {
    expect(read(`They saw it in ${written}.`, reference)).toEqual([`${written} => ${meaning}`]);
  });

  test.each([
    ['Police arrested them on Tuesday.', '2024-06-11', 'Tuesday => 2024-06-11 inferred'],
    ['Police arrested them on Friday.', '2024-06-11', 'Friday => 2024-06-07 inferred'],
    ['The court will rule on Friday.', '2024-06-11', 'Friday => 2024-06-14 inferred'],
    ['It was sent 11 Jun. 24 by post.', '2024-06-30', '11 Jun. 24 => 2024-06-11 stated'],
    ['It was sent 11 Jun. 89 by post.', '1990-06-30', '11 Jun. 89 => 1989-06-11 stated'],
    ['They met last Tuesday.', '2024-06-11', 'last Tuesday => 2024-06-04 resolved'],
    ['Police arrested them on June 11.', '2024-06', 'June 11 => 2024-06-11 resolved'],
    ['Police arrested them on December 3.', '2024-01-20', 'December 3 => 2023-12-03 inferred'],
    ['The fair will open on January 3.', '2023-12-20', 'January 3 => 2024-01-03 inferred'],
    ['In March alone, it threatened four.', '2024-06', 'March => 2024-03 resolved'],
    ['They voted on Thanksgiving.', '2024-06', 'Thanksgiving => 2023-11-23 inferred'],
    ['It was sunk on 30 May 1832; on 2 June he died.', '2024-06', '2 June => 1832-06-02 inferred'],
  ])('%s', (text, reference, last) => {
    expect(read(text, reference).at(-1)).toBe(last);
  });

  test.each([
    'yesterday',
    'last week',
    'two years ago',
    'last quarter',
    'on Tuesday',
    'the third quarter',
    'recent months',
  ])('%s stays unresolved where the article’s date is not known', (written) => {
    const [only, ...more] = dateExpressions(`They saw it ${written}.`);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ edtf: null, certainty: 'vague' });
    expect(only!.ruleData?.lacks).toBe('article date');
  });

  test('keeps the month and day where the year is not known', () => {
    expect(read('It opened on June 11, and closed in March; last summer it was dry.')).toEqual([
      'June 11 => XXXX-06-11 vague',
      'March => XXXX-03 vague',
      'last summer => XXXX-22 vague',
    ]);
  });

  test('says so where only the month of the article is known', () => {
    expect(dateExpressions('Police came on Tuesday.', { reference: '2024-06' })[0]).toMatchObject({
      edtf: '2024-06~',
      certainty: 'vague',
      ruleId: 'weekday',
      ruleData: { lacks: 'article day' },
    });
  });
});

describe('dates told from the expression before them', () => {
  test.each([
    ['It began in 2020. That year, it grew.', 'That year => 2020 resolved'],
    ['It began in 2020. Two years later it ended.', 'Two years later => 2022 resolved'],
    ['It began on 11 June 2020. The previous day it rained.', 'The previous day => 2020-06-10 resolved'],
    ['It began on 28 February 2020. The next day it ended.', 'The next day => 2020-02-29 resolved'],
    ['It began in May 2020. The following month it ended.', 'The following month => 2020-06 resolved'],
    ['It began in May 2020. The following day it ended.', 'The following day => null vague'],
    ['It began on June 11, 2020. That summer it grew.', 'That summer => 2020-22 resolved'],
    ['It ran on June 24 and 25.', '25 => 2024-06-25 resolved'],
  ])('%s', (text, last) => {
    expect(read(text, '2024-06-11').at(-1)).toBe(last);
  });

  test('names the rule', () => {
    expect(dateExpressions('In 2020 it grew. That year it ended.', { reference: '2024' })[1]).toMatchObject({
      ruleId: 'same-period',
      ruleData: { unit: 'year' },
    });
    expect(dateExpressions('On June 11 it ended.', { reference: '2024-06' })[0]).toMatchObject({
      ruleId: 'month-and-day',
      ruleData: { year: 'article' },
    });
  });
});

describe('words and figures that are no dates', () => {
  test.each([
    'Theresa May said they may march a second time.',
    'It costs $2014, or 1,500 crowns, and weighs 1984 kg.',
    'See page 1984, no. 2001, version 2.2024 and release 1.10.2023.4.',
    'More than 2000 people, aged 45 and 38, came in 12 buses.',
    'April Jones and August Wilson went for a march.',
    'The army sent 1500 soldiers to the fall of the house.',
    'He sat in the sun; the wed couple sat down for 20 minutes.',
    'They play every Sunday, and on Mondays they rest.',
    'It rained on a recent Monday, and the club plays on a Saturday.',
    'Room 1914, flight 1812 and route 2020 are closed.',
    'The bill passed 51-49 and the ratio is 1984:2020.',
  ])('%s', (text) => {
    expect(read(text, '2024-06-11')).toEqual([]);
  });

  test.each([
    ['They met in May, though they may not have.', 'May'],
    ['The coup of March failed; they march on.', 'March'],
    ['In August the second man left.', 'August'],
    ['The keeper left on a wet Tuesday in March.', 'March'],
    ['It burned down one Friday night in early May.', 'early May'],
    ['He spoke at a Tuesday news conference.', 'Tuesday'],
  ])('%s', (text, month) => {
    expect(dateExpressions(text, { reference: '2024-10' }).map((found) => found.text)).toEqual([month]);
  });
});

const WRITINGS: readonly ((date: Date) => string)[] = [
  (date) => new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(date),
  (date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date),
  (date) => new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(date),
  (date) => date.toISOString().slice(0, 10),
];

test('dateExpressions reads full dates as chrono-node does', () => {
  const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, fc.constantFrom(...WRITINGS), (date, write) => {
      const text = `They met on ${write(date)} and left.`;
      const [expected] = chrono.parse(text);
      const iso = ['year', 'month', 'day'] as const;
      const parts = iso.map((part) => String(expected!.start.get(part)).padStart(2, '0'));
      const found = dateExpressions(text, { reference: '2024-06-11' });
      expect(found.map(({ edtf }) => edtf)).toEqual([parts.join('-')]);
      expect(expected!.text).toContain(found[0]!.text);
    }),
    { numRuns: 60 },
  );
});

test('dateExpressions gives spans that slice to the text, in order, none overlapping another', () => {
  const words = [
    'June',
    '11',
    '2024',
    'May',
    'last',
    'year',
    'the',
    'past',
    'two',
    'months',
    '–',
    '2016',
    'ago',
    ',',
    '\n',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (chosen) => {
      const text = chosen.join(' ');
      let end = 0;
      for (const { text: written, span } of dateExpressions(text, { reference: '2024-06-11' })) {
        expect(text.slice(...span)).toBe(written);
        expect(span[0]).toBeGreaterThanOrEqual(end);
        end = span[1];
      }
    }),
  );
});

describe('dates as dispatches write them', () => {
  test.each([
    ['They were killed in the town on 24 may.', ['24 may => 1989-05-24 resolved']],
    ['The 24 may be late.', []],
    ['On 23 September 28 bodies were found.', ['23 September => 1988-09-23 inferred']],
    ['They came from the La Mar area.', []],
    ['The shots were heard at 1910 and went on from 0600 to 1200.', []],
    ['It was quiet after 1000 (1600 GMT).', []],
    ['The church was built in 1910.', ['1910 => 1910 stated']],
  ])('%s', (text, expected) => {
    expect(read(text, '1989-06-29')).toEqual(expected);
  });
});

test('parts that are counted lie within what they are part of, and the first and the last of them do not overlap', () => {
  const months = ['January', 'February', 'June', 'December'];
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2040 }),
      fc.constantFrom('two', 'three', '4', 'five'),
      fc.option(fc.constantFrom(...months)),
      (year, count, month) => {
        const whole = month === null ? String(year) : `${month} ${year}`;
        const unit = month === null ? 'months' : 'days';
        const ends = ['first', 'last'].map((end) => {
          const [found, more] = dateExpressions(`Prices rose in the ${end} ${count} ${unit} of ${whole}.`);
          expect(more).toBeUndefined();
          return found?.edtf?.split('/') ?? [];
        });
        const [own] = dateExpressions(whole);
        for (const each of ends.flat()) expect(each.startsWith(own?.edtf ?? '?')).toBe(true);
        const flat = ends.flat();
        expect(flat).toEqual(flat.toSorted());
        expect(flat).toHaveLength(4);
      },
    ),
    { seed: 14, numRuns: 100 },
  );
});

test.each([
  ['It sold in the 1970s and ’80s.', ['the 1970s and ’80s => 1970/1989 inferred']],
  ['It rose in 2012 and 2013.', ['2012 => 2012 stated', '2013 => 2013 stated']],
  ['The plant, opened in 1974, will shut in December.', ['1974 => 1974 stated', 'December => 2024-12 resolved']],
  ['The plant, opened in 1974, shut in December.', ['1974 => 1974 stated', 'December => 1974-12 inferred']],
  ['For the six months ended Aug. 12, it lost money.', ['Aug. 12 => 2024-08-12 resolved']],
])('in "%s" are %j', (text, expected) => {
  expect(read(text, '2024-10-30')).toEqual(expected);
});
