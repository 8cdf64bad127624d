import { dayNumber, dayOf, formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { groupOf, patternOf, type DateRule, type Meaning } from '../dateRule.ts';
import { PART, partOf } from '../dateWords.ts';
import { interval, moved, partInterval, quarter, weekOf } from '../edtf.ts';
import type { RuleData } from '../ruleReading.ts';
import { unknownTime } from './unknownTime.ts';

/** Weeks, months, quarters and years next to the article's date: "last week", "the end of the year". */
export const relativePeriods: readonly DateRule[] = [
  {
    name: 'last-this-or-next-year-month-or-week',
    pattern: patternOf(
      `(?:(?<part>${PART})[- ](?:the )?|(?<turn>earlier|later|sometime|some time) )?(?<which>last|this past|past|this|the current|the present|next|the coming|this coming|the latest|the last)(?: (?:fiscal|calendar|financial|school|academic))? (?<unit>year|month|week|quarter|decade|weekend|century)(?![- ](?:centur|hour|mile|final)| old|-old| or two ago)`,
    ),
    means: ({ groups }, { reference, text, span }) => {
      if (
        /^the l|^past$/iu.test(groupOf(groups, 'which')) &&
        !(groups['unit'] === 'year' || /quarter/u.test(groupOf(groups, 'unit')))
      )
        return undefined;
      if (
        /^(?:the last|past)$/iu.test(groupOf(groups, 'which')) &&
        /^ (?:of|to)\b/u.test(text.slice(span[1], span[1] + 4))
      )
        return undefined;
      return reference
        ? turnedPeriod(groups, reference)
        : unknownTime('period', periodOf(groupOf(groups, 'which'), groupOf(groups, 'unit')));
    },
  },
  {
    name: 'the-end-of-the-year',
    pattern: patternOf(
      `(?<part>${PART})[- ](?<which>the) (?<unit>year|month)(?! (?:before|after))|(?<end>year[- ]end|year[’']s end)`,
    ),
    means: ({ groups }, { reference }) => {
      if (!reference) return unknownTime('period', { unit: 'year', way: 'of', part: 'some' });
      return turnedPeriod(
        { part: groups['part'] ?? 'end of', which: 'this', unit: groups['unit'] ?? 'year' },
        reference,
      );
    },
  },
  {
    name: 'the-year',
    pattern: patternOf(
      '(?<=\\b(?:for|of|during|through) )the (?:full |whole |entire )?(?<unit>year)(?=[,.;)]|\\s(?:ended|to date|of \\$))',
    ),
    means: ({ groups }, { reference }) => {
      if (!reference) return unknownTime('period', { unit: 'year', way: 'of' });
      const meaning = turnedPeriod({ which: 'this', unit: groups['unit'] }, reference);
      return meaning && { ...meaning, certainty: 'inferred' };
    },
  },
];

interface Period extends RuleData {
  readonly unit: string;
  readonly way: keyof typeof STEPS;
}

const STEPS = { before: -1, of: 0, after: 1 } as const;

function periodOf(which: string, unit: string): Period {
  const way = /last(?!est)|past/iu.test(which) ? 'before' : /next|coming/iu.test(which) ? 'after' : 'of';
  return { unit: unit.toLowerCase(), way };
}

type Groups = Readonly<Record<string, string | undefined>>;

function turnedPeriod(groups: Groups, reference: CalendarDate): Meaning | undefined {
  const ruleData = periodOf(groupOf(groups, 'which'), groupOf(groups, 'unit'));
  const { unit, way } = ruleData;
  const step = STEPS[way];
  if (unit === 'week' || unit === 'weekend') return weekly(unit, step, { reference, ruleData });
  if (unit === 'quarter') {
    if (reference.month === undefined)
      return { edtf: null, certainty: 'vague', ruleId: 'period', ruleData: { ...ruleData, lacks: 'article month' } };
    const count = reference.year * 4 + Math.ceil(reference.month / 3) - 1 + step;
    return {
      edtf: quarter(Math.floor(count / 4), (count % 4) + 1),
      certainty: 'resolved',
      ruleId: 'period',
      ruleData,
      anchor: { year: Math.floor(count / 4), month: (count % 4) * 3 + 1 },
    };
  }
  if (unit === 'decade') {
    const first = Math.floor(reference.year / 10) * 10 + 10 * step;
    return { edtf: `${String(first).slice(0, 3)}X`, certainty: 'resolved', ruleId: 'period', ruleData };
  }
  if (unit === 'century')
    return { edtf: `${Math.floor(reference.year / 100) + step}XX`, certainty: 'resolved', ruleId: 'period', ruleData };
  const date = moved(reference, unit === 'month' ? 'month' : 'year', step);
  if (!date)
    return {
      edtf: formatCalendarDate(reference),
      certainty: 'vague',
      ruleId: 'period',
      ruleData: { ...ruleData, lacks: 'article month' },
    };
  return parted(groups, date, { reference, ruleData });
}

function parted(
  { part, turn }: Groups,
  date: CalendarDate,
  { reference, ruleData }: { reference: CalendarDate; ruleData: Period },
): Meaning {
  const exact = date.month === undefined ? reference.month !== undefined : reference.day !== undefined;
  const ruleId = 'period';
  if (part !== undefined)
    return {
      edtf: partInterval(date, partOf(part)),
      certainty: 'vague',
      ruleId,
      ruleData: { ...ruleData, part: 'some' },
      anchor: date,
    };
  const sided = turn !== undefined && /earlier|later/iu.test(turn) && exact;
  const data: RuleData = sided ? { ...ruleData, part: /earlier/iu.test(turn) ? 'earlier' : 'later' } : ruleData;
  return { edtf: formatCalendarDate(date), certainty: 'resolved', ruleId, ruleData: data, anchor: date };
}

function weekly(
  unit: string,
  step: number,
  { reference, ruleData }: { reference: CalendarDate; ruleData: Period },
): Meaning {
  if (reference.day === undefined) {
    const edtf = reference.month === undefined ? null : `${formatCalendarDate(reference)}~`;
    return { edtf, certainty: 'vague', ruleId: 'period', ruleData: { ...ruleData, lacks: 'article day' } };
  }
  const [monday, sunday] = weekOf(reference, step);
  const saturday = dayOf(dayNumber(sunday) - 1);
  const edtf = unit === 'week' ? interval(monday, sunday) : interval(saturday, sunday);
  return {
    edtf,
    certainty: 'resolved',
    ruleId: unit === 'week' ? 'week' : 'period',
    ruleData,
    anchor: unit === 'week' ? monday : saturday,
  };
}
