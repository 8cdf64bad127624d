import type { PartOfPeriod } from './edtf.ts';

/** Months by the first three letters of their names, 1 to 12. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Weekdays by the first three letters of their names, 0 for Sunday. */
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const SMALL_NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
/** EDTF's codes for seasons (ISO 8601-2, 4.8). */
const SEASONS: Readonly<Record<string, number>> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };

/** Pieces of regular expressions, to be put together by the rules. All are written for the flags `giu`. */
export const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\\.?)';
export const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\\.)';
export const SEASON = '(?:spring|summer|autumn|fall|winter)';
export const YEAR = '(?:1[0-9]|20)\\d{2}';
/** A day of a month in figures, with or without an ordinal ending. */
export const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\d%°]|[.,]\\d)';
/** A day of a month as an ordinal, in figures or in words. */
export const ORDINAL_DAY = `(?:(?:[12]?1st|2?2nd|2?3rd|[12]?[4-9]th|[123]0th|1[1-9]th|31st)(?![a-z])|(?:${[...ORDINALS].reverse().join('|')})(?=[,.;:)]|\\s*$|\\s(?:\\d{4}|of|day|nineteen|twenty|and|or|in|at|to|was|is|BC|century|centuries)\\b|[- ]century))`;
/** The numbers of the centuries so far, in words. */
export const CENTURY_WORDS = `(?:${ORDINALS.slice(0, 21).reverse().join('|')})`;
/** A number in figures or words, which is not the last part of a longer one ("690,000", "2.5"). */
export const NUMBER = `(?:(?<!\\d[.,])\\d{1,3}|an?|${SMALL_NUMBERS.slice(1).reverse().join('|')}|(?:${TENS.join('|')})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|a (?:couple|hundred)(?: of)?|half a dozen|a dozen|(?:half an?|a quarter of an?)(?= (?:century|decade)))`;
export const FEW =
  '(?:(?:a )?few|several|some|many|recent|the last|a couple of|a handful of|dozens of|hundreds of|thousands of)';
export const UNIT =
  '(?:(?:quarter|half)[- ](?:century|centurie|decade)s?|(?:day|week|fortnight|month|quarter|year|decade|century|centurie)s?)';
export const DASH = '\\s?[-–—‐‑]\\s?';
/** Words that make a time approximate: its beginning, middle or end. */
export const PART =
  '(?:early|mid|late|(?:the )?(?:very )?(?:beginning|start|outset|middle|end|close)(?: part)? of|(?:the )?(?:early|latter|later) (?:part|days|months|years) of|(?:the )?(?:first|last|final|opening|closing) (?:days|weeks|months) of)';

/** A year from 1720 to 2099 in words. */
export const YEAR_IN_WORDS =
  '(?:seventeen|eighteen|nineteen|twenty) (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?';

/** Reads a year that `YEAR_IN_WORDS` matches. */
export function yearInWords(written: string): number {
  const [century = '', ...rest] = written.split(' ');
  return numberOf(century) * 100 + numberOf(rest.join(' '));
}

/** Returns 1 to 12 for a month's name or abbreviation. */
export function monthOf(written: string): number {
  return MONTHS.indexOf(written.slice(0, 3).toLowerCase()) + 1;
}

/** Returns 0 for Sunday to 6 for Saturday. */
export function weekdayNumber(written: string): number {
  return WEEKDAYS.indexOf(written.slice(0, 3).toLowerCase());
}

/** Returns EDTF's code for a season, 21 for spring to 24 for winter. */
export function seasonOf(written: string): number {
  return SEASONS[written.toLowerCase()] ?? Number.NaN;
}

/** Reads a cardinal number in figures or words ("a" is 1, "a couple of" is 2); NaN for anything else. */
export function numberOf(written: string): number {
  const word = written.toLowerCase().trim();
  if (/^\d+$/u.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  if (word.startsWith('a couple')) return 2;
  if (word.startsWith('a hundred')) return 100;
  if (word === 'half a dozen') return 6;
  if (/^half an?$/u.test(word)) return 0.5;
  if (/^a quarter of an?$/u.test(word)) return 0.25;
  if (word === 'a dozen') return 12;
  const small = SMALL_NUMBERS.indexOf(word);
  if (small !== -1) return small;
  const [tens = '', ones] = word.split(/[- ]/u);
  const ten = TENS.indexOf(tens);
  if (ten === -1) return Number.NaN;
  return (ten + 2) * 10 + (ones === undefined ? 0 : SMALL_NUMBERS.indexOf(ones));
}

/** Reads an ordinal or cardinal day in figures or words: `11`, `11th`, `eleventh`. */
export function dayNumberOf(written: string): number {
  const digits = /^\d+/u.exec(written)?.[0];
  return digits === undefined ? ORDINALS.indexOf(written.toLowerCase().replace(' ', '-')) + 1 : Number(digits);
}

/** Returns true if a word begins with a capital. */
export function isCapitalised(written: string): boolean {
  return written.charAt(0) !== written.charAt(0).toLowerCase();
}

/** Which part of a time a word such as "early", "mid" or "the end of" picks. */
export function partOf(written: string): PartOfPeriod {
  if (/mid/iu.test(written)) return 'middle';
  return /late|latter|end|close|closing|last|final/iu.test(written) ? 'late' : 'early';
}
