import { bracketed, locator, monthName, type CitedWork, type PublicationDate } from './citedWork.ts';
import { withInnerQuotes } from './withInnerQuotes.ts';
import { familyName, initials, type PersonName } from './personName.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';

/** With more authors, the list goes from the nineteenth to the last one. */
const AUTHORS_MAX = 20;

/**
 * Writes the citation in the text, then the entry of the reference list, each in a line (APA Style, 7th edition: webpage on a
 * website, 9.7–9.37, 8.11–8.28). Titles are not italic, as the result is plain text, and keep the case of the source.
 */
export function apa(work: CitedWork): string {
  return `${inText(work)}\n${reference(work)}`;
}

function inText({ authors, title, date, places }: CitedWork): string {
  const names = authors.map(familyName);
  const who =
    names.length === 0
      ? `“${withInnerQuotes(title)},”`
      : `${names.length > 2 ? `${names[0]} et al.` : names.join(' & ')},`;
  return `(${[`${who} ${date ? bracketed(date, date.year) : 'n.d.'}`, locator(places)].filter(Boolean).join(', ')})`;
}

function reference({ authors, title, publisher, date, url }: CitedWork): string {
  const when = `(${date ? bracketed(date, apaDate(date)) : 'n.d.'}).`;
  const names = authors.map(inverted);
  const site = publisher !== undefined && !authors.some((author) => familyName(author) === publisher) ? publisher : '';
  const head = names.length === 0 ? [closed(title), when] : [closed(apaNames(names)), when, closed(title)];
  return [...head, ...(site === '' ? [] : [closed(site)]), ...(url === undefined ? [] : [url])].join(' ');
}

function apaDate({ year, month, day }: PublicationDate): string {
  if (month === undefined) return year;
  return `${year}, ${monthName(month)}${day === undefined ? '' : ` ${day}`}`;
}

function inverted(name: PersonName): string {
  if (name.kind === 'whole') return name.name;
  return [name.family, initials(name.given), ...(name.suffix === undefined ? [] : [name.suffix])].join(', ');
}

function apaNames(names: readonly string[]): string {
  if (names.length === 1) return entryAt(names, 0);
  if (names.length > AUTHORS_MAX) return `${names.slice(0, AUTHORS_MAX - 1).join(', ')}, . . . ${lastOf(names)}`;
  return `${names.slice(0, -1).join(', ')}, & ${lastOf(names)}`;
}

function closed(text: string): string {
  return /[.?!]["”’]?$/u.test(text) ? text : `${text}.`;
}
