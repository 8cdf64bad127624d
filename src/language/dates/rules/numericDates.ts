import { exists, formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import type { RuleId } from '../ruleReading.ts';

const SLASHED = /(?<![\d./-])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/gu;
/** Two figures for a year mean the one of these hundred years that ends so many years after the article's. */
const TWO_FIGURES_AHEAD_YEARS = 20;

/** Dates in figures: ISO 8601, and day, month and year with slashes or dots between them. */
export const numericDates: readonly DateRule[] = [
  {
    name: 'iso-date',
    pattern: patternOf(
      '(?<![-/.])(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![-/])',
    ),
    means: ([, year = '', month = '', day]) => statedDate(year, month, day, 'iso-date'),
  },
  {
    name: 'year-first',
    pattern: patternOf('(?<![-/.])(\\d{4})([/.])(\\d{1,2})\\2(\\d{1,2})(?![-/.]\\d)'),
    means: ([, year = '', , month = '', day]) => statedDate(year, month, day, 'year-month-day'),
  },
  {
    name: 'year-and-month-in-figures',
    pattern: patternOf('(?<![-/.$£€])((?:19|20)\\d{2})-(0[1-9]|1[0-2])(?![-/.]?\\d)'),
    means: ([, year = '', month = '']) => {
      if (Number(month) === (Number(year) + 1) % 100) return undefined;
      return statedDate(year, month, undefined, 'iso-month');
    },
  },
  {
    name: 'dotted',
    pattern: patternOf('(?<![.\\d-]|v|version )(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?((?:19|20)\\d{2})(?!\\.\\d)'),
    means: ([, day, month = '', year = '']) => statedDate(year, month, day, 'dotted-date'),
  },
  { name: 'slashed', pattern: SLASHED, means: slashed },
];

/** Finds out from the dates that can be read in one way only whether the text writes the day or the month first. */
export function numericOrderOf(text: string): 'day first' | 'month first' | undefined {
  let order: 'day first' | 'month first' | undefined;
  for (const [, first, second] of text.matchAll(SLASHED)) {
    const found = Number(first) > 12 ? 'day first' : Number(second) > 12 ? 'month first' : undefined;
    if (found === undefined) continue;
    if (order !== undefined && order !== found) return undefined;
    order = found;
  }
  return order;
}

function slashed([, first, second, written = '']: RegExpExecArray, context: DateContext): Meaning | undefined {
  const year = written.length === 4 ? Number(written) : fullYear(Number(written), context.reference);
  const dayFirst = { year, month: Number(second), day: Number(first) };
  const monthFirst = { year, month: Number(first), day: Number(second) };
  const possible = [dayFirst, monthFirst].filter(exists);
  const [date] = possible;
  if (!date) return undefined;
  if (possible.length === 1 || first === second) {
    return {
      edtf: formatCalendarDate(date),
      certainty: 'stated',
      ruleId: 'slashed-date',
      anchor: date,
      statesYear: true,
    };
  }
  if (context.numericOrder !== undefined) {
    const date = context.numericOrder === 'day first' ? dayFirst : monthFirst;
    return {
      edtf: formatCalendarDate(date),
      certainty: 'inferred',
      ruleId: 'slashed-date-by-order',
      ruleData: { order: context.numericOrder },
      anchor: date,
      statesYear: true,
    };
  }
  const both = [formatCalendarDate(dayFirst), formatCalendarDate(monthFirst)].sort();
  const ruleId = 'slashed-date-ambiguous';
  return { edtf: `[${both.join(',')}]`, certainty: 'vague', ruleId, anchor: { year }, statesYear: true };
}

/** Completes a year of two figures, so that it lies within the hundred years up to some time after the article's date. */
export function fullYear(twoFigures: number, reference: CalendarDate | null): number {
  const latest = (reference?.year ?? 2029) + TWO_FIGURES_AHEAD_YEARS;
  const year = Math.floor(latest / 100) * 100 + twoFigures;
  return year > latest ? year - 100 : year;
}

function statedDate(year: string, month: string, day: string | undefined, ruleId: RuleId): Meaning | undefined {
  const date = { year: Number(year), month: Number(month), ...(day === undefined ? {} : { day: Number(day) }) };
  if (!exists(date)) return undefined;
  return { edtf: formatCalendarDate(date), certainty: 'stated', ruleId, anchor: date, statesYear: true };
}
