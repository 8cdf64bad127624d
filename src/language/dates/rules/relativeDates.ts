import { dayNumber, dayOf, formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { patternOf, type DateRule, type Meaning } from '../dateRule.ts';
import { FEW, NUMBER, numberOf, PART, partOf, UNIT } from '../dateWords.ts';
import { interval, moved, partInterval, quarter, unitOf, weekOf } from '../edtf.ts';

const TIME_OF_DAY = '(?:morning|afternoon|evening|night|noon|midnight)';
const ABOUT =
  '(?:(?:about|around|nearly|almost|roughly|some|approximately|over|more than|less than|just over|just under|at least|barely|only) )?';

/** Days, weeks, months and years counted from the article's date. */
export const relativeDates: readonly DateRule[] = [
  dayRule('the day before yesterday', -2, 'two days before the article’s date'),
  dayRule('the day after tomorrow', 2, 'two days after the article’s date'),
  dayRule(
    `(?:(?:early|earlier|late) )?yesterday(?: ${TIME_OF_DAY})?|last (?:night|evening)`,
    -1,
    'the day before the article’s date',
  ),
  dayRule(`tomorrow(?: ${TIME_OF_DAY})?`, 1, 'the day after the article’s date'),
  dayRule(
    `(?:(?:early|earlier|late|later) )?today|tonight|this (?:very )?(?:day|morning|afternoon|evening)(?! (?:of|in) )`,
    0,
    'the day of the article’s date',
  ),
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
      return reference ? turned(groups!, reference) : unknown(`${groups!['which']} ${groups!['unit']}`);
    },
  },
  {
    name: 'the end of the year',
    pattern: patternOf(
      `(?<part>${PART})[- ](?<which>the) (?<unit>year|month)(?! (?:before|after))|(?<end>year[- ]end|year[’']s end)`,
    ),
    means: ({ groups }, { reference }) => {
      if (!reference) return unknown('part of the year');
      return turned({ part: groups!['part'] ?? 'end of', which: 'this', unit: groups!['unit'] ?? 'year' }, reference);
    },
  },
  {
    name: 'the year',
    pattern: patternOf(
      '(?<=\\b(?:for|of|during|through) )the (?:full |whole |entire )?(?<unit>year)(?=[,.;)]|\\s(?:ended|to date|of \\$))',
    ),
    means: ({ groups }, { reference }) => {
      if (!reference) return unknown('the year');
      const meaning = turned({ which: 'this', unit: groups!['unit'] }, reference);
      return meaning && { ...meaning, certainty: 'inferred' };
    },
  },
  {
    name: 'today as the present',
    pattern: patternOf(
      "today[’']s (?=(?:world|society|youth|kids|children|generation|standards|technology|markets?|economy|culture|young)\\b)",
    ),
    means: (_match, { reference }) =>
      reference
        ? { edtf: `${formatCalendarDate(reference)}~`, certainty: 'vague', rule: 'the present, not one day' }
        : unknown('the present'),
  },
  {
    name: 'so long ago',
    pattern: patternOf(
      `${ABOUT}(?<count>${NUMBER}|one and a half)(?:[- ]plus|[- ]odd)?[- ](?<unit>${UNIT})(?: or (?:so|more))? (?<way>ago|back(?! to\\b)|from now|hence)(?<day> today| this (?:very )?day)?`,
    ),
    means: ({ 0: written, groups }, { reference }) => {
      if (!reference) return unknown('time counted from the article’s date');
      const about =
        /^(?:about|around|nearly|almost|roughly|some|approximately|over|more|less|at least)|or (?:so|more)| couple/iu.test(
          written,
        );
      const sign = /ago|back/iu.test(groups!['way']!) ? -1 : 1;
      if (groups!['day'] !== undefined)
        return anniversary(reference, sign * numberOf(groups!['count']!), groups!['unit']!);
      return counted(reference, { count: sign * numberOf(groups!['count']!), unit: groups!['unit']!, about });
    },
  },
  {
    name: 'in so much time',
    pattern: patternOf(`in (?<count>${NUMBER}) (?<unit>${UNIT})['’] time`),
    means: ({ groups }, { reference }) =>
      reference
        ? counted(reference, { count: numberOf(groups!['count']!), unit: groups!['unit']!, about: false })
        : unknown('time counted from the article’s date'),
  },
  {
    name: 'some time ago',
    pattern: patternOf(
      `(?:only |just )?(?:${FEW}|some) (?<unit>${UNIT}|moments?|minutes?|hours?|time) (?:ago|back(?! to))`,
    ),
    means: ({ groups }, { reference }) => {
      if (!reference) return unknown('some time before the article’s date');
      if (/moment|minute|hour/iu.test(groups!['unit']!))
        return {
          edtf: formatCalendarDate(reference),
          certainty: 'inferred',
          rule: 'the day of the article’s date, some hours before',
        };
      return {
        edtf: `/${formatCalendarDate(reference)}`,
        certainty: 'vague',
        rule: 'some time before the article’s date',
      };
    },
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

function dayRule(source: string, days: number, rule: string): DateRule {
  return {
    name: rule,
    pattern: patternOf(source),
    means: (_match, { reference }) => {
      if (!reference) return unknown(rule);
      if (reference.day === undefined) {
        const coarse =
          reference.month === undefined ? formatCalendarDate(reference) : `${formatCalendarDate(reference)}~`;
        return { edtf: coarse, certainty: 'vague', rule: `${rule}, of which the day is not known`, anchor: reference };
      }
      const date = dayOf(dayNumber(reference) + days);
      return { edtf: formatCalendarDate(date), certainty: 'resolved', rule, anchor: date };
    },
  };
}

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

function counted(
  reference: CalendarDate,
  { count, unit, about }: { count: number; unit: string; about: boolean },
): Meaning | undefined {
  if (Number.isNaN(count)) return undefined;
  const [base, times] = unitOf(unit);
  const rule = `${Math.abs(count)} ${unit.toLowerCase()} ${count < 0 ? 'before' : 'after'} the article’s date`;
  const date = moved(reference, base, count * times);
  if (!date) return { edtf: null, certainty: 'vague', rule: `${rule}, of which the day is not known` };
  const approximate = about || times > 1 || base === 'week' || Math.abs(count * times) >= 10;
  return {
    edtf: formatCalendarDate(date) + (approximate ? '~' : ''),
    certainty: approximate ? 'inferred' : 'resolved',
    rule,
    anchor: date,
  };
}

/** "Nine years ago today": the same day of another year or month. */
function anniversary(reference: CalendarDate, count: number, unit: string): Meaning | undefined {
  const [base, times] = unitOf(unit);
  if (Number.isNaN(count)) return undefined;
  const month = base === 'year' ? moved(reference, 'year', count * times) : moved(reference, base, count * times);
  if (!month) return undefined;
  const date = base === 'year' ? { ...reference, year: month.year } : month;
  return {
    edtf: formatCalendarDate(date),
    certainty: 'resolved',
    rule: `${Math.abs(count)} ${unit.toLowerCase()} ${count < 0 ? 'before' : 'after'} the article’s date, to the day`,
    anchor: date,
  };
}

function unknown(rule: string): Meaning {
  return { edtf: null, certainty: 'vague', rule: `${rule}; the article’s date is not known` };
}
