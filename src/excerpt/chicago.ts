import { bracketed, locator, monthName, type CitedWork, type PublicationDate } from './citedWork.ts';
import { fullName } from './personName.ts';
import { withInnerQuotes } from './withInnerQuotes.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';

/** With more authors, a note names the first one "et al." */
const AUTHORS_MAX = 3;

/**
 * Writes a full note (The Chicago Manual of Style, 17th edition, notes and bibliography: 14.76 for names, 14.191 and
 * 14.207 for articles and pages on the web). Titles of periodicals are not italic, as the result is plain text.
 */
export function chicago({ authors, title, publisher, date, url, places }: CitedWork): string {
  const names = authors.map(fullName);
  const parts = [publisher, date && bracketed(date, chicagoDate(date)), locator(places), url].filter(
    (part): part is string => part !== undefined && part !== '',
  );
  const inner = withInnerQuotes(title);
  const head = `${names.length === 0 ? '' : `${chicagoNames(names)}, `}“${inner}`;
  return parts.length === 0 ? `${head}${/[.?!]$/u.test(inner) ? '' : '.'}”` : `${head},” ${parts.join(', ')}.`;
}

function chicagoNames(names: readonly string[]): string {
  if (names.length > AUTHORS_MAX) return `${entryAt(names, 0)} et al.`;
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${lastOf(names)}`;
}

function chicagoDate({ year, month, day }: PublicationDate): string {
  if (month === undefined) return year;
  return day === undefined ? `${monthName(month)} ${year}` : `${monthName(month)} ${day}, ${year}`;
}
