import { dayNumber, exists, weekdayOf, type CalendarDate } from './calendar.ts';
import type { Certainty, DateContext } from './dateRule.ts';
import type { YearSource } from './ruleReading.ts';

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
/** How many days a date must be nearer to count against the tense of the verb. */
const AGAINST_TENSE_DAYS = 300;
/** What looks back is likelier than what looks ahead where no verb says so. */
const AHEAD_DAYS = 60;

/**
 * Finds the year of a month or day that is written without one: from the weekday, from a year stated nearby, else from
 * the article's date and the tense of the nearest verb. Undefined if there is nothing to go by.
 */
export function inferYear(written: MonthDay, context: DateContext): YearReading | undefined {
  const { reference, yearAnchor } = context;
  const { month, day, weekday } = written;
  const told = yearAnchor?.sameParagraph ? yearAnchor.date.year : undefined;
  if (!reference) {
    if (yearAnchor === undefined) return undefined;
    return reading(written, yearAnchor.date.year, 'inferred', 'stated before');
  }
  if (told !== undefined && reference.year - told >= OWN_STORY_YEARS && yearAnchor === context.anchor)
    return reading(written, told, 'inferred', 'stated before');
  if (
    yearAnchor !== undefined &&
    yearAnchor === context.anchor &&
    yearAnchor.date.month !== undefined &&
    reference.year - yearAnchor.date.year >= HISTORY_YEARS
  )
    return reading(written, yearAnchor.date.year, 'inferred', 'stated before');
  if (weekday !== undefined && day !== undefined) {
    const years = [0, -1, 1, -2, 2].map((shift) => reference.year + shift);
    const fits = years.find((year) => exists({ year, month, day }) && weekdayOf({ year, month, day }) === weekday);
    if (fits !== undefined) return reading(written, fits, 'resolved', 'weekday');
  }
  return nearArticle(written, reference, context);
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
    return { year, cost: Math.abs(days) + (against ? (tense === 'none' ? AHEAD_DAYS : AGAINST_TENSE_DAYS) : 0) };
  });
  const { year } = costs.reduce((best, next) => (next.cost < best.cost ? next : best));
  if (year === reference.year) return reading(written, year, 'resolved', 'article');
  return reading(written, year, 'inferred', year < reference.year ? 'last' : 'next');
}

function reading({ month, day }: MonthDay, year: number, certainty: Certainty, source: YearSource): YearReading {
  const date = { year, month, ...(day === undefined ? {} : { day }) };
  return { date: exists(date) ? date : { year, month }, certainty, source };
}
