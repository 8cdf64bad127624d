const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Source of a regular expression for a weekday's name in lower case, short or long, singular or plural. */
export const WEEKDAY = String.raw`(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?`;

/** Source of a regular expression for the days from Monday to Friday. */
export const WORKING_DAY = String.raw`(?:week|work|working |business )days?`;

/** Parses a weekday's name into 1 (Monday) to 7; 0 for anything else. */
export function weekdayOf(name: string): number {
  return NAMES.indexOf(name.slice(0, 3)) + 1;
}
