import { entryAt } from '../runtime/entryAt.ts';

const MONTH_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'pl', 'ru'];
let months: ReadonlyMap<string, number> | undefined;

/**
 * Reads the one calendar date that a line such as a byline states: "2024-06-12", "June 12, 2024", "12. Juni 2024",
 * "2024年6月12日". Returns YYYY-MM-DD, or undefined if there is none or it could be read in two ways ("3/4/2024").
 */
export function dateOf(line: string): string | undefined {
  const iso =
    /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u.exec(line)?.toSpliced(2, 1) ??
    /(\d{4})年(\d{1,2})月(\d{1,2})日/u.exec(line);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-](?:de\s)?(\p{L}{3,12})\.?,?[\s-](?:de\s)?(\d{4})(?:(?!\d)|(?=\d{1,2}:\d{2}))/u.exec(
      line,
    );
  if (dayFirst) return calendarDate(Number(dayFirst[3]), monthByName(entryAt(dayFirst, 2)), Number(dayFirst[1]));
  const monthFirst = /(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?:(?!\d)|(?=\d{1,2}:\d{2}))/u.exec(line);
  if (monthFirst)
    return calendarDate(Number(monthFirst[3]), monthByName(entryAt(monthFirst, 1)), Number(monthFirst[2]));
  // "25/12/2025" reads one way, "3/4/2025" two.
  const numbers = /(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)/u.exec(line);
  if (!numbers) return undefined;
  const [first, second, year] = [numbers[1], numbers[3], numbers[4]].map(Number) as [number, number, number];
  if (first > 12) return calendarDate(year, second, first);
  return second > 12 || first === second ? calendarDate(year, first, second) : undefined;
}

/** Reads a text that is a month and nothing else, "May 2023" or "mai 2023", as YYYY-MM. */
export function monthDateOf(text: string): string | undefined {
  const [, name, year] = /^(\p{L}{3,12})\.?,?\s(?:de\s|del\s)?(\d{4})$/u.exec(text.trim()) ?? [];
  const month = name === undefined ? undefined : monthByName(name);
  return month === undefined ? undefined : `${year}-${String(month).padStart(2, '0')}`;
}

function calendarDate(year: number, month: number | undefined, day: number): string | undefined {
  if (month === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

function monthByName(name: string): number | undefined {
  months ??= buildMonths();
  return months.get(name.toLowerCase());
}

function buildMonths(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const language of MONTH_LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
      for (let index = 0; index < 12; index += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2024, index, 1)));
        const name = parts
          .find(({ type }) => type === 'month')
          ?.value.toLowerCase()
          .replace(/\.$/u, '');
        if (name && /\p{L}/u.test(name) && !found.has(name)) found.set(name, index + 1);
      }
    }
  }
  return found.set('sept', 9);
}
