import { dayNumber, dayOf, formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { patternOf, type DateRule, type Meaning } from '../dateRule.ts';
import { PART, partOf } from '../dateWords.ts';
import { interval, moved, partInterval, quarter, weekOf } from '../edtf.ts';
import { unknownTime } from './unknownTime.ts';

/** Weeks, months, quarters and years next to the article's date: "last week", "the end of the year". */
export const relativePeriods: readonly DateRule[] = [
  {
    name: 'last, this or next year, month or week',
    pattern: patternOf(
      `(?:(?<part>${PART})[- ](?:the )?|(?<turn>earlier|later|sometime|some time) )?(?<which>last|this past|past|this|the current|the present|next|the coming|this coming|the latest|the last)(?: (?:fiscal|calendar|financial|school|academic))? (?<unit>year|month|week|quarter|decade|weekend|century)(?! old|-old| or two ago)`,
    ),
    means: ({ groups }, { reference, text, span }) => {
      if (
        /^the l|^past$/iu.test(groups!['which']!) &&
        !(groups!['unit'] === 'year' || /quarter/u.test(groups!['unit']!))
      )
        return undefined;
      if (/^(?:the last|past)$/iu.test(groups!['which']!) && /^ (?:of|to)\b/u.test(text.slice(span[1], span[1] + 4)))
        return undefined;
      return reference ? turned(groups!, reference) : unknownTime(`${groups!['which']} ${groups!['unit']}`);
    },
  },
  {
    name: 'the end of the year',
    pattern: patternOf(
      `(?<part>${PART})[- ](?<which>the) (?<unit>year|month)(?! (?:before|after))|(?<end>year[- ]end|year[’']s end)`,
    ),
    means: ({ groups }, { reference }) => {
      if (!reference) return unknownTime('part of the year');
      return turned({ part: groups!['part'] ?? 'end of', which: 'this', unit: groups!['unit'] ?? 'year' }, reference);
    },
  },
  {
    name: 'the year',
    pattern: patternOf(
      '(?<=\\b(?:for|of|during|through) )the (?:full |whole |entire )?(?<unit>year)(?=[,.;)]|\\s(?:ended|to date|of \\$))',
    ),
    means: ({ groups }, { reference }) => {
      if (!reference) return unknownTime('the year');
      const meaning = turned({ which: 'this', unit: groups!['unit'] }, reference);
      return meaning && { ...meaning, certainty: 'inferred' };
    },
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

function turned(groups: Groups, reference: CalendarDate): Meaning | undefined {
  const which = groups['which']!.toLowerCase();
  const step = /last(?!est)|past/u.test(which) ? -1 : /next|coming/u.test(which) ? 1 : 0;
  const unit = groups['unit']!.toLowerCase();
  const rule = `the ${unit} ${step < 0 ? 'before' : step > 0 ? 'after' : 'of'} the article’s date`;
  if (unit === 'week' || unit === 'weekend') return weekly(unit, step, { reference, rule });
  if (unit === 'quarter') {
    if (reference.month === undefined)
      return { edtf: null, certainty: 'vague', rule: `${rule}, of which the month is not known` };
    const count = reference.year * 4 + Math.ceil(reference.month / 3) - 1 + step;
    return {
      edtf: quarter(Math.floor(count / 4), (count % 4) + 1),
      certainty: 'resolved',
      rule,
      anchor: { year: Math.floor(count / 4), month: (count % 4) * 3 + 1 },
    };
  }
  if (unit === 'decade') {
    const first = Math.floor(reference.year / 10) * 10 + 10 * step;
    return { edtf: `${String(first).slice(0, 3)}X`, certainty: 'resolved', rule };
  }
  if (unit === 'century') return { edtf: `${Math.floor(reference.year / 100) + step}XX`, certainty: 'resolved', rule };
  const date = moved(reference, unit === 'month' ? 'month' : 'year', step);
  if (!date)
    return {
      edtf: formatCalendarDate(reference),
      certainty: 'vague',
      rule: `${rule}, of which the month is not known`,
    };
  return parted(groups, date, { reference, rule });
}

function parted(
  { part, turn }: Groups,
  date: CalendarDate,
  { reference, rule }: { reference: CalendarDate; rule: string },
): Meaning {
  const exact = date.month === undefined ? reference.month !== undefined : reference.day !== undefined;
  if (part !== undefined)
    return { edtf: partInterval(date, partOf(part)), certainty: 'vague', rule: `part of ${rule}`, anchor: date };
  if (turn !== undefined && /earlier|later/iu.test(turn) && exact) {
    const earlier = /earlier/iu.test(turn);
    const [first, last] =
      date.month === undefined
        ? [
            { ...date, month: 1 },
            { ...date, month: 12 },
          ]
        : [{ ...date, day: 1 }, date];
    const near = date.month === undefined ? { year: reference.year, month: reference.month } : reference;
    const edtf = earlier
      ? `${formatCalendarDate(first)}~/${formatCalendarDate(near)}~`
      : `${formatCalendarDate(near)}~/${formatCalendarDate(last)}~`;
    return { edtf, certainty: 'vague', rule: `${rule}, ${earlier ? 'up to' : 'after'} it`, anchor: date };
  }
  return { edtf: formatCalendarDate(date), certainty: 'resolved', rule, anchor: date };
}

function weekly(unit: string, step: number, { reference, rule }: { reference: CalendarDate; rule: string }): Meaning {
  if (reference.day === undefined) {
    const edtf = reference.month === undefined ? null : `${formatCalendarDate(reference)}~`;
    return { edtf, certainty: 'vague', rule: `${rule}, of which the day is not known` };
  }
  const [monday, sunday] = weekOf(reference, step);
  const saturday = dayOf(dayNumber(sunday) - 1);
  const edtf = unit === 'week' ? interval(monday, sunday) : interval(saturday, sunday);
  return {
    edtf,
    certainty: 'resolved',
    rule: unit === 'week' ? `${rule}, Monday to Sunday` : rule,
    anchor: unit === 'week' ? monday : saturday,
  };
}
