import type { PartOfPeriod } from '../../../language/dates/edtf.ts';
import { entryAt, present } from '../../../runtime/entryAt.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** EDTF level 1 and 2 codes in place of a month. */
const PARTS: Readonly<Record<string, string>> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'autumn',
  '24': 'winter',
  '25': 'spring (northern)',
  '26': 'summer (northern)',
  '27': 'autumn (northern)',
  '28': 'winter (northern)',
  '29': 'spring (southern)',
  '30': 'summer (southern)',
  '31': 'autumn (southern)',
  '32': 'winter (southern)',
  '33': 'the first quarter of',
  '34': 'the second quarter of',
  '35': 'the third quarter of',
  '36': 'the fourth quarter of',
  '37': 'the first third of',
  '38': 'the second third of',
  '39': 'the last third of',
  '40': 'the first half of',
  '41': 'the second half of',
};
const QUALIFIERS: Readonly<Record<string, string>> = { '~': 'about ', '?': 'possibly ', '%': 'possibly about ' };
const DATE =
  /^(-?\d{4}|-?[\dX]{4}|Y-?\d{5,})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d(?::\d\d)?)?)?$/u;

interface DateParts {
  readonly year: string;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly time: string;
}

/**
 * Puts a date in the Extended Date/Time Format (ISO 8601-2) into words, exactly as precise as it is: `2024-06` is "June
 * 2024", `2014/2019` "2014 to 2019", `2018~` "about 2018", `201X` "the 2010s". Returns what it cannot read as it is.
 */
export function edtfInWords(edtf: string): string {
  const set = /^[{[](.+)[}\]]$/u.exec(edtf)?.[1];
  if (set !== undefined)
    return set
      .split(',')
      .map((item) => edtfInWords(item.trim().replace('..', '/')))
      .join(edtf.startsWith('{') ? ' and ' : ' or ');
  const [from = '', to, ...others] = edtf.split('/');
  if (to === undefined) return oneDate(edtf);
  return others.length > 0 ? edtf : interval(from, to);
}

/** Puts a date and the part of it that a text means into words: "late August 2019", "mid-2018". */
export function toldDateInWords(edtf: string, part: PartOfPeriod | undefined): string {
  const words = edtfInWords(edtf);
  if (part === undefined) return words;
  return part === 'middle' ? `mid-${words}` : `${part} ${words}`;
}

function interval(from: string, to: string): string {
  if (isOpen(from))
    return isOpen(to) ? 'at no stated time' : from === '' ? `by ${oneDate(to)}` : `until ${oneDate(to)}`;
  if (isOpen(to)) return to === '' ? `from ${oneDate(from)}, with no known end` : `since ${oneDate(from)}`;
  const [start, end] = [partsOf(from), partsOf(to)];
  if (!start || !end || start.year !== end.year || !start.month || !end.month)
    return `${oneDate(from)} to ${oneDate(to)}`;
  const plain = !start.time && !end.time && isMonth(start.month) && isMonth(end.month);
  if (!plain || Boolean(start.day) !== Boolean(end.day)) return `${oneDate(from)} to ${oneDate(to)}`;
  if (!start.day) return `${monthName(start.month)} to ${oneDate(to)}`;
  if (start.day === 'XX' || end.day === 'XX') return `${oneDate(from)} to ${oneDate(to)}`;
  const first = start.month === end.month ? `${Number(start.day)}` : `${Number(start.day)} ${monthName(start.month)}`;
  return `${first} to ${oneDate(to)}`;
}

function oneDate(edtf: string): string {
  const prefix = QUALIFIERS[/[~?%]/u.exec(edtf)?.[0] ?? ''] ?? '';
  const parts = partsOf(edtf.replaceAll(/[~?%]/gu, ''));
  return parts ? `${prefix}${inWords(parts)}` : edtf;
}

function partsOf(edtf: string): DateParts | undefined {
  const match = DATE.exec(edtf);
  if (!match) return undefined;
  const [, year = '', month, day, hour, minute, zone = ''] = match;
  if (month !== undefined && month !== 'XX' && !isMonth(month) && !(month in PARTS)) return undefined;
  const time = hour === undefined ? '' : `, ${hour}:${minute}${zone === 'Z' ? ' UTC' : zone && ` UTC${zone}`}`;
  return { year, month, day, time };
}

function inWords({ year, month, day, time }: DateParts): string {
  if (/^X+$/u.test(year)) return inUnstatedYear({ month, day, time });
  const years = yearInWords(year);
  if (month === undefined) return years;
  if (month === 'XX')
    return day === undefined || day === 'XX' ? `some time in ${years}` : `day ${Number(day)} of a month in ${years}`;
  if (!isMonth(month)) return `${PARTS[month]} ${years}`;
  if (day === undefined) return `${monthName(month)} ${years}`;
  if (day === 'XX') return `some day in ${monthName(month)} ${years}`;
  return `${Number(day)} ${monthName(month)} ${years}${time}`;
}

function inUnstatedYear({ month, day, time }: Omit<DateParts, 'year'>): string {
  if (month === undefined || month === 'XX') return 'an unstated year';
  const name = isMonth(month) ? monthName(month) : present(PARTS[month]).replace(/ of$/u, '');
  const days = day === undefined || day === 'XX' ? name : `${Number(day)} ${name}`;
  return `${days} of an unstated year${time}`;
}

function yearInWords(year: string): string {
  if (year.startsWith('Y')) return yearInWords(String(Number(year.slice(1))));
  const unknown = /X+$/u.exec(year)?.[0].length ?? 0;
  if (unknown === 1) return `the ${year.replace('X', '0')}s`;
  if (unknown > 1)
    return `some time between ${Number(year.replaceAll('X', '0'))} and ${Number(year.replaceAll('X', '9'))}`;
  if (year.includes('X')) return year;
  const number = Number(year);
  // Year 0 of ISO 8601 is 1 BC.
  return number > 0 ? String(number) : `${1 - number} BC`;
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function isMonth(month: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12;
}

function monthName(month: string): string {
  return entryAt(MONTHS, Number(month) - 1);
}
