import type { ArticleEvent } from '../answer/event.ts';
import { edtfInWords } from '../reply/words/events/edtfInWords.ts';
import type { Choice } from './command.ts';
import { rankChoices } from './choices.ts';

/** The options of `/event` whose values are known from the events. */
const VALUES: Readonly<Record<string, (event: ArticleEvent['event']) => readonly string[]>> = {
  place: ({ places }) => places.map(({ text }) => text),
  who: ({ actors }) => actors.map(({ text }) => text),
  from: ({ date }) => periodsOf(date?.edtf),
  to: ({ date }) => periodsOf(date?.edtf),
  day: ({ date }) => /^\d{4}-(\d{2}-\d{2})$/u.exec(date?.edtf ?? '')?.slice(1) ?? [],
};
const DATES: readonly string[] = ['from', 'to'];
/** The longest value that the options take. */
const VALUE_MAX_CHARS = 60;

/** Suggests what the events have for an option: the most frequent first, dates in order. Undefined for other options. */
export function eventValueChoices(
  option: string,
  typed: string,
  events: readonly ArticleEvent[],
): readonly Choice[] | undefined {
  const valuesOf = VALUES[option];
  if (!valuesOf) return undefined;
  const counts = new Map<string, number>();
  for (const { event } of events) {
    for (const value of new Set(valuesOf(event))) {
      const text = value.replaceAll(/\s+/gu, ' ').trim();
      if (text !== '' && text.length <= VALUE_MAX_CHARS) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const isDate = DATES.includes(option) || option === 'day';
  const sorted = [...counts].sort(([a, m], [b, n]) => (isDate ? (a < b ? -1 : 1) : n - m || (a < b ? -1 : 1)));
  const choices = sorted.map(([value]) => ({ name: DATES.includes(option) ? namedDate(value) : value, value }));
  return rankChoices(typed, choices, { isClosed: true });
}

/** The year and the month of a date that has them. */
function periodsOf(edtf: string | null | undefined): readonly string[] {
  const [, year, month] = /^(\d{4})(-\d{2})?(?:-\d{2})?$/u.exec(edtf ?? '') ?? [];
  if (year === undefined) return [];
  return month === undefined || month > '-12' ? [year] : [year, year + month];
}

function namedDate(value: string): string {
  const words = edtfInWords(value);
  return words === value ? value : `${words} (${value})`;
}
