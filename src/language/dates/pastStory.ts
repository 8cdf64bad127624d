import type { CalendarDate } from './calendar.ts';

/** Numbers that are written as years are: "in 1747", "9 June 1747", "(1747", not "decree 1003". */
const YEAR =
  /(?<=(?:\b(?:in|of|since|by|until|from|and|between|around|during|before|after|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)|\b[A-Z][a-z]{2,8} \d{1,2},|\() ?)(?:1[0-9]|20)\d\d(?![\d%]|[.,:-]\d)/gu;
/** A day with a year of two figures, which is of its own century. */
const SHORT_YEAR = /\b\d{1,2} [A-Z][a-z]{2,8} \d{2}\b(?!:)/u;
/** What counts from the day of writing: news does, and so do most texts of the present. */
const OF_TODAY =
  /\b(?:yesterday|today|tonight|tomorrow|nowadays|ago|recently|(?<!\b[Tt]he )(?:last|this|next|past|coming) (?:day|week|weekend|month|year|spring|summer|autumn|fall|winter|\p{Lu}\p{Ll}+)|(?:said|says|told|announced|reported|published|on) (?:on )?(?:early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/u;
/** Years that are so far from the article's are history. */
const HISTORY_YEARS = 20;
const YEARS_MIN = 3;
const HISTORY_SHARE = 2 / 3;
const PRESENT_YEARS = 1;

/**
 * Returns true if a text tells a story of long ago and says nothing of the time when it was written: its "9 June" is of no
 * year near the article's.
 */
export function isPastStory(text: string, reference: CalendarDate): boolean {
  const years = Array.from(text.matchAll(YEAR), ([year]) => Number(year));
  if (years.length < YEARS_MIN || OF_TODAY.test(text) || SHORT_YEAR.test(text)) return false;
  if (years.some((year) => year >= reference.year - PRESENT_YEARS)) return false;
  const isOld = (year: number): boolean => reference.year - year >= HISTORY_YEARS;
  return isOld(years[0] ?? reference.year) && years.filter(isOld).length >= years.length * HISTORY_SHARE;
}
