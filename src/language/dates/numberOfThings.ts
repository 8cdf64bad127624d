import type { Span } from '../span.ts';
import type { Anchor, DateContext } from './dateRule.ts';

/** "Hall 2000", "a crowd of 1950": what is numbered or counted before the number. */
const NUMBERED =
  /(?:\bapt\.?|\b(?:hall|suite|apartment|unit|box|bus|train|platform|channel|locker|booth|gate|pier|badge|seats?|attendance|crowd|capacity|turnout|audience|population|enrol?lment|circulation|(?:votes|visitors|tickets|members|total)(?=:))(?: (?:was|of|is|no\.?))?:?)\s$/iu;
/** "1119 Eighth St.", "2010 N. Oak Avenue": what follows the number of a house. */
const STREET_AFTER =
  /^ (?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?(?:(?:\p{Lu}[\p{L}’'-]{0,20}|\d{1,3}(?:st|nd|rd|th)|St\.) ){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Lane|Ln|Court|Ct|Way|Place|Pl|Plaza|Square|Sq|Highway|Hwy|Terrace|Circle|Parkway|Pkwy|Broadway)\b/u;
const LEADS_TO_DATE =
  /\b(?:in|since|by|until|till|during|before|after|year|early|late|mid|spring|summer|autumn|fall|winter)[ -]$/iu;

/** Returns true if a number is a house's, a room's or a count of people. */
export function isNumberOfThings({ text, span: [start, end], anchor }: DateContext): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (NUMBERED.test(before)) return true;
  if (
    /\baround $/iu.test(before) &&
    /^ (?:were|have|had|are|others|more|of (?:them|the))\b/u.test(text.slice(end, end + 12))
  )
    return true;
  if (/^[ -]block\b/u.test(text.slice(end, end + 7))) return true;
  if (!LEADS_TO_DATE.test(before) && STREET_AFTER.test(text.slice(end, end + 60))) return true;
  return isEndOfListing(text, [start, end], anchor);
}

/** "Jan. 15-19: Skate Jam, Holiday Hall, 2000": an entry that opens with its day ends with how many come, not with a year. */
function isEndOfListing(text: string, [start, end]: Span, anchor: Anchor | undefined): boolean {
  if (anchor?.sameParagraph !== true || anchor.date.day === undefined || anchor.statesYear) return false;
  return (
    text.charAt(anchor.span[1]) === ':' &&
    text.startsWith(', ', start - 2) &&
    /^\s*(?:[.;]|$|\n)/u.test(text.slice(end, end + 4))
  );
}
