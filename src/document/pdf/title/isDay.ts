import { dateOf } from '../../../segment/dateOf.ts';

const DAY_MAX_CHARS = 50;
const TIME = /,?\s(?:at\s)?\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?|Uhr|h)(?:\s?[A-Z]{2,4})?\.?$/iu;

/** Returns true if a line is a date and nothing else, with its year or without, and with the time or without: "July 11". */
export function isDay(text: string): boolean {
  const day = text.replace(TIME, '').replace(/^\p{L}{2,12},\s/u, '');
  const isOneWord = (day.match(/\p{L}{3,}/gu)?.length ?? 0) === 1;
  return day.length <= DAY_MAX_CHARS && isOneWord && (dateOf(day) ?? dateOf(`${day}, 2000`)) !== undefined;
}
