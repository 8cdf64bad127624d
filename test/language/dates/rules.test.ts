import { describe, expect, test } from 'vitest';
import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';

function read(text: string, reference = '2020-03-10'): readonly string[] {
  return dateExpressions(text, { reference }).map(({ text: written, edtf }) => `${written} => ${edtf}`);
}

describe('numbers of houses and halls and counts of people are no years', () => {
  test.each([
    'Ann Burt, of 1119 Eighth St., was held.',
    'She lives at 2010 N. Oak Avenue.',
    'Shots were heard near 1950 West 42nd Street.',
    'They meet in Hall 2000 and sleep in Room 1914.',
    'The match drew a crowd of 2000.',
    'Attendance: 1984',
    'The arena seats 1950.',
    'Police were called to the 1800 block of Elm Street.',
    'Total votes: 1987',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
  test.each([
    ['Jan. 15-19: Skate Jam, Holiday Hall, 2000', ['Jan. 15-19 => 2020-01-15/2020-01-19']],
    ['March 3: Boat Show, Expo Centre, 1950.', ['March 3 => 2020-03-03']],
    ['In 2008 Wall Street fell.', ['2008 => 2008']],
    ['The concert at Carnegie Hall, 2000, was taped.', ['2000 => 2000']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a year that something is compared with lends itself to no month', () => {
  test.each([
    ['It had 100 lines, double the number in 2017, and took $6 million in January alone.', '2020-01'],
    ['Sales were up from 2014 and fell again in February.', '2020-02'],
    ['It sold more than in 2012, and closed a shop in December.', '2019-12'],
    ['The club was founded in 2012 and won the cup in December.', '2012-12'],
  ])('%s', (text, month) => {
    expect(dateExpressions(text, { reference: '2020-03-10' }).at(-1)!.edtf).toBe(month);
  });
  test('and leaves the month of an undated text without a year', () => {
    expect(dateExpressions('It took double the number in 2017 in January.').at(-1)!.edtf).toBe('XXXX-01');
  });
});

describe('longer expressions are read whole', () => {
  test.each([
    ['It was managed well over the last quarter-century.', 'the last quarter-century => 1995/2020'],
    ['It grew over the past half-century.', 'the past half-century => 1970/2020'],
    ['They met half a century ago.', 'half a century ago => 1970~'],
    ['They met a quarter of a century ago.', 'a quarter of a century ago => 1995~'],
    ['They were dear, but only for a week earlier this month.', 'earlier this month => 2020-03'],
    ['It rose for a day later this year.', 'later this year => 2020'],
    ['The pier shut two Thursdays ago.', 'two Thursdays ago => 2020-02-27'],
    ['The pier shut three Tuesdays ago.', 'three Tuesdays ago => 2020-02-18'],
    ['The pier shut a week ago Thursday.', 'a week ago Thursday => 2020-02-27'],
    ['The pier opens a week from Friday.', 'a week from Friday => 2020-03-20'],
    ['The pier opens Friday week.', 'Friday week => 2020-03-20'],
    ['The pier shut the Friday before last.', 'the Friday before last => 2020-02-28'],
  ])('%s', (text, only) => {
    expect(read(text)).toEqual([only]);
  });
});

describe('a weekday that is any such day is no date', () => {
  test.each([
    ['The days must not both be a Monday and a Friday of one week.', []],
    ['We put up a sign on a Friday night.', []],
    ['It may be a Saturday, or a rainy Sunday.', []],
    ['A Friday vote ended it.', ['Friday => 2020-03-06']],
    ['It ended on Friday.', ['Friday => 2020-03-06']],
  ])('%s', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });
});

describe('centuries may share their noun', () => {
  test.each([
    ['It is a firm of the 21st century with roots in the 19th.', ['the 21st century => 20XX', 'the 19th => 18XX']],
    [
      'It stood from the sixteenth to the eighteenth century.',
      ['the sixteenth => 15XX', 'the eighteenth century => 17XX'],
    ],
    ['It was built in the 18th and 19th centuries.', ['the 18th => 17XX', '19th centuries => 18XX']],
    [
      'It was built in the 17th, 18th and 19th centuries.',
      ['the 17th => 16XX', '18th => 17XX', '19th centuries => 18XX'],
    ],
    ['Art of the nineteenth and twentieth centuries', ['the nineteenth => 18XX', 'twentieth centuries => 19XX']],
    ['Art of the 20th century is on the 19th floor.', ['the 20th century => 19XX']],
    ['She is of the 20th century. He came on the 19th.', ['the 20th century => 19XX']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('holidays that move', () => {
  test.each([
    ['Mother’s Day 2019', '2019-05-12'],
    ["Mother's Day 2024", '2024-05-12'],
    ['Mothering Sunday 2019', '2019-03-31'],
    ['Father’s Day 2020', '2020-06-21'],
    ['Shrove Tuesday 2020', '2020-02-25'],
    ['Whit Monday 2021', '2021-05-24'],
    ['Remembrance Sunday 2018', '2018-11-11'],
    ['Cyber Monday 2019', '2019-12-02'],
  ])('%s is %s', (written, edtf) => {
    expect(read(`They met on ${written}, as planned.`)).toEqual([`${written} => ${edtf}`]);
  });
});

describe('"soon" and "now" of a story are not the article’s', () => {
  test.each([
    'He was soon one of the best known writers.',
    'The road soon reopened.',
    'It was now a hotel.',
    'They fled as soon as it began.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
  test.each(['The road will reopen soon.', 'They hope to return soon.', 'Officials said the road is reopening soon.'])(
    '%s',
    (text) => {
      expect(read(text)).toEqual(['soon => 2020-03-10/']);
    },
  );
});

describe('ages are counted from the only birth that the text gives', () => {
  const born = 'Hale was born in Leeds on 2 June 1929.';
  test.each([
    [`${born} At 17 she left.`, 'At 17 => [1946,1947]'],
    [`${born} She left at the age of nineteen.`, 'at the age of nineteen => [1948,1949]'],
    [`${born} When she was 20, she left.`, 'When she was 20 => [1949,1950]'],
  ])('%s', (text, expected) => {
    expect(read(text).at(-1)).toBe(expected);
  });
  test.each([
    `${born} Her son was born in 1960. At 30 she left.`,
    `${born} Shares closed at 17. She left.`,
    `${born} She lives at 17 Mill Street.`,
    'At 17 she left.',
    `${born} At 117 she left.`,
  ])('no age is read: %s', (text) => {
    expect(read(text).filter((each) => /\[/u.test(each))).toEqual([]);
  });
  test('what is counted from an age is approximate', () => {
    expect(read(`${born} At 17 she left. Three years later she came back.`).at(-1)).toBe('Three years later => 1949~');
  });
});

describe('seasons beside a date', () => {
  test.each([
    ['She left in 1949. The following spring she came back.', '1950-21'],
    ['She left in May 1950. The following autumn she came back.', '1950-23'],
    ['She left in the summer of 1951. The next winter she came back.', '1951-24'],
    ['She left in the spring of 1951. The previous winter it froze.', '1950-24'],
    ['The fair began in 1994 and drew 300 that first summer.', '1994-22'],
  ])('%s', (text, edtf) => {
    expect(read(text).at(-1)?.split(' => ')[1]).toBe(edtf);
  });
});

test.each(['It died 690,000 years ago.', 'They split 2.5 years ago.', 'They came 12,000 years ago.'])(
  'the last figures of a number are no number: %s',
  (text) => {
    expect(read(text)).toEqual([]);
  },
);

test('school and sporting years with a slash are two years', () => {
  expect(read('in 2018/19, FY2019 and 2018/12')).toEqual(['2018/19 => 2018/2019', 'FY2019 => 2019', '2018 => 2018']);
});

test('a month takes no year from a clause that only says who somebody is', () => {
  expect(read('Hale, who took over in the winter of 2017, agreed. The board approved it in March.').at(-1)).toBe(
    'March => 2020-03',
  );
});
