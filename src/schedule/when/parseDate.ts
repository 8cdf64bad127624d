import { dayNumber, formatDay } from '../times/wallClock.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Source of a regular expression for a month's name in lower case. */
export const MONTH = String.raw`(?:january|february|march|april|may|june|july|august|september|october|november|december|sept|${MONTHS.join('|')})\.?`;
/** Source of a regular expression for a day's number. */
export const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;

const A_MONTH = new RegExp(MONTH, 'u');

/** Source of a regular expression for the dates that `parseDate` accepts. */
export const DATE = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}|${DAY}\s(?:of\s)?${MONTH}(?:,?\s\d{4})?|${MONTH}\s${DAY}(?:,?\s\d{4})?|today|tomorrow)`;

/**
 * Parses a date in lower case: `2026-12-01`, `1 december 2026`, `dec 1`, `today`, `tomorrow`. Without a year it is the
 * next one from `today` (YYYY-MM-DD) on. Undefined for a day that does not exist.
 */
export function parseDate(text: string, today: string): string | undefined {
  if (text === 'today') return today;
  if (text === 'tomorrow') return formatDay(dayNumber(today) + 1);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const month = monthNamed(text);
  const [day, year] = [/\b\d{1,2}(?!\d)/u.exec(text), /\b\d{4}\b/u.exec(text)].map(
    (match) => match && Number(match[0]),
  );
  if (month === 0 || day === null || day === undefined) return undefined;
  if (year !== null && year !== undefined) return existing(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const next = [0, 1, 2, 3, 4].flatMap((later) => existing(thisYear + later, month, day) ?? []);
  return next.find((date) => date >= today);
}

/** The month that a date in lower case names, from 1; 0 if none. */
export function monthNamed(text: string): number {
  return MONTHS.indexOf(A_MONTH.exec(text)?.[0].slice(0, 3) ?? '') + 1;
}

/** A day as `2026-12-01`; undefined if there is no such day. */
export function existing(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1970) return undefined;
  return date.toISOString().slice(0, 10);
}
