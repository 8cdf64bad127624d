import { dayNumber, exists, weekdayOf, type CalendarDate } from './calendar.ts';
import type { Anchor, Certainty, DateContext } from './dateRule.ts';
import type { YearSource } from './ruleReading.ts';
import type { Tense } from './tense.ts';

/** A month or a day with the year that was found for it, and how. */
export interface YearReading {
  readonly date: CalendarDate;
  readonly certainty: Certainty;
  readonly source: YearSource;
}

/** A month and perhaps a day, as written, with the weekday where one is written too. */
export interface MonthDay {
  readonly month: number;
  readonly day?: number | undefined;
  readonly weekday?: number | undefined;
}

/** A year stated in the same paragraph overrides the article's if it is this far from it. */
const OWN_STORY_YEARS = 2;
/** A month and year of another paragraph lend their year if it is this far from the article's: history, not news. */
const HISTORY_YEARS = 20;
/** How many days a date must be nearer to count against a past: what was put off to a day is told in the past as well. */
const AGAINST_PAST_DAYS = 300;
/** More than a year, so that what lies ahead is never looked for before the article's date. */
const AGAINST_FUTURE_DAYS = 367;
/** What looks back is likelier than what looks ahead where no verb says so. */
const AHEAD_DAYS = 60;

/**
 * Finds the year of a month or day that is written without one: from a year stated nearby, the weekday, else from
 * the article's date and the tense of the nearest verb. Undefined if there is nothing to go by. A weekday that is
 * written with a day always is that day's in the year found.
 */
export function inferYear(written: MonthDay, context: DateContext): YearReading | undefined {
  const { reference, yearAnchor } = context;
  if (!reference) {
    if (yearAnchor === undefined) return undefined;
    const year = yearFromPassage(written, yearAnchor, context);
    return year === undefined ? undefined : reading(written, year, 'inferred', 'stated before');
  }
  if (yearAnchor !== undefined && yearAnchor === context.anchor && isOwnStory(yearAnchor, reference, context.tense)) {
    const { year } = yearAnchor.date;
    if (agreesWithWeekday(written, year)) return reading(written, year, 'inferred', 'stated before');
  }
  if (written.weekday === undefined || written.day === undefined) return nearArticle(written, reference, context);
  const years = [0, -1, 1, -2, 2].map((shift) => reference.year + shift);
  const fits = years.find((year) => agreesWithWeekday(written, year));
  return fits === undefined ? undefined : reading(written, fits, 'resolved', 'weekday');
}

/** Returns true if a date is of a story older than the article, which what is told there goes on with. */
function isOwnStory(anchor: Anchor, reference: CalendarDate, tense: () => Tense): boolean {
  const { date, near, sameSentence, sameParagraph, isAside } = anchor;
  if (isAside) return false;
  const ago = reference.year - date.year;
  const older = (sameParagraph && ago >= OWN_STORY_YEARS) || (near && date.month !== undefined && ago >= HISTORY_YEARS);
  // "Opened in 1974, it will close in December".
  if (!older || (tense() === 'future' && !near)) return false;
  if (sameSentence) return tense() !== 'future';
  return date.month === undefined ? tense() === 'past' : tense() !== 'future';
}

/** Half a year, in days. */
const HALF_YEAR_DAYS = 183;
/** A story goes on into the next year within so many days. */
const STORY_GOES_ON_DAYS = 62;

/**
 * Finds the year from the last date before it alone. A month lends its year to the whole paragraph of a story; a bare
 * year, which may be what a film is about, to its own sentence, and as a story to the next one.
 */
function yearFromPassage(written: MonthDay, anchor: Anchor, { tense }: DateContext): number | undefined {
  const { date, near, sameSentence, sameParagraph, isAside } = anchor;
  if (isAside) return undefined;
  if (date.month === undefined) {
    const told = sameSentence || (near && (tense() === 'past' || !sameParagraph));
    return told && agreesWithWeekday(written, date.year) ? date.year : undefined;
  }
  if (!near && !(sameParagraph && tense() === 'past')) return undefined;
  if (written.weekday !== undefined && written.day !== undefined)
    return [0, 1, -1].map((shift) => date.year + shift).find((year) => agreesWithWeekday(written, year));
  const days = daysAfter(date, written, date.year);
  if (tense() === 'future') return days < 0 ? date.year + 1 : date.year;
  if (Math.abs(days) <= HALF_YEAR_DAYS) return date.year;
  const goesOn = date.day !== undefined && written.day !== undefined;
  return goesOn && daysAfter(date, written, date.year + 1) <= STORY_GOES_ON_DAYS ? date.year + 1 : undefined;
}

/** Counts days from a date to the month and day of a year; whole months where one of them has no day. */
function daysAfter(date: CalendarDate, { month, day }: MonthDay, year: number): number {
  if (date.day === undefined || day === undefined)
    return dayNumber({ year, month }) - dayNumber({ year: date.year, month: date.month ?? 1 });
  return dayNumber({ year, month, day }) - dayNumber(date);
}

function agreesWithWeekday({ month, day, weekday }: MonthDay, year: number): boolean {
  if (weekday === undefined || day === undefined) return true;
  return exists({ year, month, day }) && weekdayOf({ year, month, day }) === weekday;
}

function nearArticle(written: MonthDay, reference: CalendarDate, context: DateContext): YearReading {
  if (reference.month === undefined) return reading(written, reference.year, 'inferred', 'article');
  const sameMonth = written.month === reference.month;
  if (sameMonth && (reference.day === undefined || written.day === undefined))
    return reading(written, reference.year, 'resolved', 'article');
  const here = dayNumber({ ...reference, day: reference.day ?? 15 });
  const tense = context.tense();
  const costs = [0, -1, 1].map((shift) => {
    const year = reference.year + shift;
    const days = dayNumber({ year, month: written.month, day: written.day ?? 15 }) - here;
    const against = tense === 'future' ? days < 0 : days > 0;
    const price = { future: AGAINST_FUTURE_DAYS, past: AGAINST_PAST_DAYS, none: AHEAD_DAYS }[tense];
    return { year, cost: Math.abs(days) + (against ? price : 0) };
  });
  const { year } = costs.reduce((best, next) => (next.cost < best.cost ? next : best));
  if (year === reference.year) return reading(written, year, 'resolved', 'article');
  return reading(written, year, 'inferred', year < reference.year ? 'last' : 'next');
}

function reading({ month, day }: MonthDay, year: number, certainty: Certainty, source: YearSource): YearReading {
  const date = { year, month, ...(day === undefined ? {} : { day }) };
  return { date: exists(date) ? date : { year, month }, certainty, source };
}
