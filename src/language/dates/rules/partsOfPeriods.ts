import { addMonths, daysInMonth, type CalendarDate } from '../calendar.ts';
import { patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { isCapitalised, MONTH, monthOf, NUMBER, numberOf, YEAR } from '../dateWords.ts';
import { interval } from '../edtf.ts';
import { inferYear } from '../inferYear.ts';

const WHOLE = `(?:(?<which>the|this|last|next) (?<unit>year|month)|(?<year>${YEAR})|(?<month>${MONTH})(?:,? (?<year2>${YEAR}))?)(?!\\d)`;
const YEAR_MONTHS = 12;

/** Parts that are counted from the beginning or the end of a year or month: "the first nine months of the year". */
export const partsOfPeriods: readonly DateRule[] = [
  {
    name: 'so-many-months-of-a-year',
    pattern: patternOf(`(?:the )?(?<end>first|last|final|opening) (?<count>${NUMBER}) months of ${WHOLE}`),
    means: ({ groups }, context) => {
      const year = wholeOf(groups, context);
      const count = numberOf(groups['count'] ?? '');
      if (!year || year.date.month !== undefined || !(count > 0 && count < YEAR_MONTHS)) return undefined;
      return part(year, monthsOf(year.date.year, count, groups['end'] ?? ''));
    },
  },
  {
    name: 'so-many-months-to-a-month',
    pattern: patternOf(
      `(?:the )?(?<count>${NUMBER}) months (?:to|ended|ending|through)(?: (?:the )?end of| in)? (?<month>${MONTH})(?:,? (?<year2>${YEAR}))?(?!\\.? ?\\d)`,
    ),
    means: ({ groups }, context) => {
      const end = wholeOf(groups, context);
      const count = numberOf(groups['count'] ?? '');
      if (!end || !(count > 1 && count <= YEAR_MONTHS * 2)) return undefined;
      return part(end, [addMonths(end.date, 1 - count), end.date]);
    },
  },
  {
    name: 'so-many-days-of-a-month',
    pattern: patternOf(
      `(?:the )?(?<end>first|last|final|opening) (?<count>${NUMBER}) (?<unit2>days|weeks) of ${WHOLE}`,
    ),
    means: ({ groups }, context) => {
      const whole = wholeOf(groups, context);
      const days = numberOf(groups['count'] ?? '') * (groups['unit2'] === 'weeks' ? 7 : 1);
      return whole && daysOf(whole, days, groups['end'] ?? '');
    },
  },
  {
    name: 'half-of-a-period',
    pattern: patternOf(`(?:the )?(?<half>first|second|latter|other|last) half of ${WHOLE}`),
    means: ({ groups }, context) => {
      const whole = wholeOf(groups, context);
      const end = groups['half'] === 'first' ? 'first' : 'last';
      if (!whole) return undefined;
      const { year, month } = whole.date;
      if (month === undefined) return part(whole, monthsOf(year, YEAR_MONTHS / 2, end));
      return daysOf(whole, end === 'first' ? 15 : daysInMonth(year, month) - 15, end);
    },
  },
];

interface Whole {
  readonly date: CalendarDate;
  readonly certainty: Meaning['certainty'];
  readonly statesYear: boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** The year or month that something is part of. "The year" is the one that its sentence has just named, or the article's. */
function wholeOf({ which, unit, year, year2, month }: Groups, context: DateContext): Whole | undefined {
  const { reference, anchor } = context;
  if (month !== undefined) {
    if (!isCapitalised(month)) return undefined;
    const named = monthOf(month);
    if (year2 !== undefined)
      return { date: { year: Number(year2), month: named }, certainty: 'stated', statesYear: true };
    const found = inferYear({ month: named }, context);
    return found && { date: { year: found.date.year, month: named }, certainty: found.certainty, statesYear: false };
  }
  if (year !== undefined) return { date: { year: Number(year) }, certainty: 'stated', statesYear: true };
  const told = which === 'the' && anchor?.sameSentence === true && anchor.statesYear ? anchor.date : undefined;
  const base = told ?? reference;
  if (!base || (unit === 'month' && base.month === undefined)) return undefined;
  const step = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  const certainty = which === 'the' ? 'inferred' : 'resolved';
  const date = unit === 'month' ? addMonths({ year: base.year, month: base.month }, step) : { year: base.year + step };
  return { date, certainty, statesYear: false };
}

function monthsOf(year: number, count: number, end: string): readonly [CalendarDate, CalendarDate] {
  const isFirst = /first|opening/iu.test(end);
  return isFirst
    ? [
        { year, month: 1 },
        { year, month: count },
      ]
    : [
        { year, month: YEAR_MONTHS + 1 - count },
        { year, month: YEAR_MONTHS },
      ];
}

function daysOf(whole: Whole, days: number, end: string): Meaning | undefined {
  const { year, month } = whole.date;
  const length = month === undefined ? 0 : daysInMonth(year, month);
  if (!(days > 0 && days < length)) return undefined;
  const isFirst = /first|opening/iu.test(end);
  return part(whole, [
    { year, month, day: isFirst ? 1 : length + 1 - days },
    { year, month, day: isFirst ? days : length },
  ]);
}

function part({ date, certainty, statesYear }: Whole, [from, to]: readonly [CalendarDate, CalendarDate]): Meaning {
  return { edtf: interval(from, to), certainty, ruleId: 'part-of-period', anchor: date, statesYear };
}
