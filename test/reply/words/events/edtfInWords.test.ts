import { expect, test } from 'vitest';
import { edtfInWords, toldDateInWords } from '../../../../src/reply/words/events/edtfInWords.ts';

test.each([
  ['2024', '2024'],
  ['2024-06', 'June 2024'],
  ['2024-06-11', '11 June 2024'],
  ['2024-06-11T14:30', '11 June 2024, 14:30'],
  ['2024-06-11T14:30:00Z', '11 June 2024, 14:30 UTC'],
  ['2024-06-11T14:30:00+02:00', '11 June 2024, 14:30 UTC+02:00'],
  ['2022-21', 'spring 2022'],
  ['XXXX', 'an unstated year'],
  ['XXXX-21', 'spring of an unstated year'],
  ['XXXX-33', 'the first quarter of an unstated year'],
  ['XXXX-05', 'May of an unstated year'],
  ['XXXX-05-03', '3 May of an unstated year'],
  ['2023-22', 'summer 2023'],
  ['2023-33', 'the first quarter of 2023'],
  ['2023-41', 'the second half of 2023'],
  ['2014/2019', '2014 to 2019'],
  ['2024-04/2024-06', 'April to June 2024'],
  ['2023-12/2024-01', 'December 2023 to January 2024'],
  ['2024-06-14/2024-07-14', '14 June to 14 July 2024'],
  ['2024-06-03/2024-06-05', '3 to 5 June 2024'],
  ['2024-06/2024-07-03', 'June 2024 to 3 July 2024'],
  ['2023-22/2023-23', 'summer 2023 to autumn 2023'],
  ['../2019', 'until 2019'],
  ['2019/..', 'since 2019'],
  ['2019/', 'from 2019, with no known end'],
  ['/2024-06-02', 'by 2 June 2024'],
  ['../2024-06-02', 'until 2 June 2024'],
  ['../..', 'at no stated time'],
  ['2018~', 'about 2018'],
  ['2018-03?', 'possibly March 2018'],
  ['2018%', 'possibly about 2018'],
  ['2014~/2019', 'about 2014 to 2019'],
  ['2024-04~/2024-06', 'about April 2024 to June 2024'],
  ['201X', 'the 2010s'],
  ['19XX', 'some time between 1900 and 1999'],
  ['2024-XX', 'some time in 2024'],
  ['2024-06-XX', 'some day in June 2024'],
  ['2024-XX-XX', 'some time in 2024'],
  ['0000', '1 BC'],
  ['-0043', '44 BC'],
  ['Y-17000', '17001 BC'],
  ['{2016,2017}', '2016 and 2017'],
  ['[2016-03,2017-03]', 'March 2016 or March 2017'],
  ['2024-45', '2024-45'],
  ['soon', 'soon'],
  ['', ''],
])('%j is %j', (edtf, words) => {
  expect(edtfInWords(edtf)).toBe(words);
});

test.each([
  ['2019-08', 'late', 'late August 2019'],
  ['2018', 'middle', 'mid-2018'],
  ['2024', 'early', 'early 2024'],
  ['2024', undefined, '2024'],
] as const)('%j, %j is %j', (edtf, portion, words) => {
  expect(toldDateInWords(edtf, portion)).toBe(words);
});
