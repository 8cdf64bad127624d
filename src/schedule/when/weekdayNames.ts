import { EVERY_DAY, WORKING_DAYS } from './rule.ts';

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Source of a regular expression for a weekday's name in lower case, short or long, singular or plural. */
export const WEEKDAY = String.raw`(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?`;

/** Source of a regular expression for the days from Monday to Friday. */
export const WORKING_DAY = String.raw`(?:week|work|working |business )days?`;

/** Parses a weekday's name into 1 (Monday) to 7; 0 for anything else. */
export function weekdayOf(name: string): number {
  return NAMES.indexOf(name.slice(0, 3)) + 1;
}

const GROUP = String.raw`(?:(?:week|work|working |business )days?|weekends?|weekend days?)`;
const WHOLE_GROUP = new RegExp(`^${GROUP}$`, 'u');

/** Source of a regular expression for some days of the week: one, from one to another, or a group such as `weekends`. */
export const WEEKDAY_ITEM = String.raw`(?:${WEEKDAY}(?:\s?(?:-|to|through)\s?${WEEKDAY})?|${GROUP})`;
const EACH_ITEM = new RegExp(`${WEEKDAY_ITEM}|every ?day|daily`, 'gu');

/** Lists the weekdays that a text names, from 1 (Monday) to 7. */
export function weekdaysOf(text: string): readonly number[] {
  const days = [...text.matchAll(EACH_ITEM)].flatMap(([item]) => {
    if (/^(?:every ?day|daily)$/u.test(item)) return EVERY_DAY;
    if (item.startsWith('weekend')) return [6, 7];
    if (WHOLE_GROUP.test(item)) return WORKING_DAYS;
    const [first = '', last = first] = item.split(/\s?(?:-|\bto\b|\bthrough\b)\s?/u);
    const [from, to] = [weekdayOf(first), weekdayOf(last)];
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => ((from - 1 + at) % 7) + 1);
  });
  return [...new Set(days)].sort((a, b) => a - b);
}
