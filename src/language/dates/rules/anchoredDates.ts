import { formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { groupOf, patternOf, type Anchor, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { NUMBER, numberOf, SEASON, seasonOf, UNIT } from '../dateWords.ts';
import { interval, moved, unitOf, weekOf } from '../edtf.ts';
import type { RuleReading } from '../ruleReading.ts';

const PERIOD = '(?:day|night|morning|afternoon|evening|week|month|year)';

/** Times told from the expression before them: "that year", "the previous day", "two years later". */
export const anchoredDates: readonly DateRule[] = [
  {
    name: 'that-year',
    pattern: patternOf(
      `(?:(?:earlier|later|early|late) )?(?:that|the same|this same|that same|that very|that first) (?<unit>${PERIOD}|${SEASON})(?!s)`,
    ),
    means: ({ groups }, context) => same(groupOf(groups, 'unit').toLowerCase(), context),
  },
  {
    name: 'the-next-or-previous-one',
    pattern: patternOf(
      `(?:the )(?<way>next|following|previous|preceding|prior) (?<unit>${PERIOD})(?! (?:or|to|of)\\b)`,
    ),
    means: ({ groups }, context) =>
      stepped(
        { count: 1, unit: groupOf(groups, 'unit'), ahead: /next|following/iu.test(groupOf(groups, 'way')) },
        context,
      ),
  },
  {
    name: 'the-next-or-previous-season',
    pattern: patternOf(`(?:the )(?<way>next|following|previous|preceding) (?<season>${SEASON})`),
    means: ({ groups }, { anchor, text }) =>
      anchor &&
      seasonBeside(anchor, {
        season: groupOf(groups, 'season').toLowerCase(),
        ahead: /next|following/iu.test(groupOf(groups, 'way')),
        written: text.slice(...anchor.span),
      }),
  },
  {
    name: 'the-day-before-or-after',
    pattern: patternOf(
      '(?:the|a) (?<unit>day|night|week|month|year) (?<way>before|after|earlier|later)(?=[,.;:]|\\s*$| and\\b)|(?<yearEarlier>year[- ]earlier|year[- ]ago|the year[- ]ago)',
    ),
    means: ({ groups }, context) =>
      groups['yearEarlier'] === undefined
        ? stepped(
            { count: 1, unit: groupOf(groups, 'unit'), ahead: /after|later/iu.test(groupOf(groups, 'way')) },
            context,
          )
        : stepped(
            { count: 1, unit: 'year', ahead: false },
            { ...context, anchor: context.reference ? undefined : context.anchor },
          ),
  },
  {
    name: 'so-much-later-or-earlier',
    pattern: patternOf(
      `(?:(?:about|around|nearly|almost|roughly|some|just|only) )?(?<count>${NUMBER}) (?<unit>${UNIT}) (?<way>(?:later|earlier)(?! (?:today|this (?:day|week|month|quarter|year|decade|century|morning|afternoon|evening|${SEASON}))\\b)|afterwards?|before(?=[,.;:]|\\s*$)|after(?=[,.;:]|\\s*$)|thereafter|previously|prior(?! to))`,
    ),
    means: ({ groups }, context) =>
      stepped(
        {
          count: numberOf(groupOf(groups, 'count')),
          unit: groupOf(groups, 'unit'),
          ahead: /later|after/iu.test(groupOf(groups, 'way')),
        },
        context,
      ),
  },
];

function same(unit: string, { anchor }: DateContext): Meaning | undefined {
  const rule: RuleReading = { ruleId: 'same-period', ruleData: { unit } };
  if (!anchor) return /^(?:night|morning|afternoon|evening)$/u.test(unit) ? undefined : missing(rule);
  const { year, month, day } = anchor.date;
  if (new RegExp(`^${SEASON}$`, 'u').test(unit))
    return {
      edtf: `${formatCalendarDate({ year })}-${seasonOf(unit)}`,
      certainty: 'resolved',
      ruleId: 'season-of-earlier-year',
      ruleData: { unit },
      anchor: { year },
    };
  if (unit === 'year') return anchoredMeaning({ year }, rule);
  if (unit === 'month') return month === undefined ? missing(rule) : anchoredMeaning({ year, month }, rule);
  if (day === undefined) return missing(rule);
  if (unit === 'week') {
    const [monday, sunday] = weekOf(anchor.date);
    return { edtf: interval(monday, sunday), certainty: 'resolved', ...rule, anchor: monday };
  }
  return anchoredMeaning({ year, month, day }, rule);
}

function stepped(
  { count, unit, ahead }: { count: number; unit: string; ahead: boolean },
  { anchor, reference }: DateContext,
): Meaning | undefined {
  if (Number.isNaN(count)) return undefined;
  const [base, times] = /morning|afternoon|evening/iu.test(unit) ? (['day', 1] as const) : unitOf(unit);
  const steps = count * times * (ahead ? 1 : -1);
  const ruleData = { count, unit: unit.toLowerCase(), way: ahead ? 'after' : 'before' } as const;
  const rule: RuleReading = { ruleId: 'counted-from-expression', ruleData };
  const firm =
    anchor !== undefined &&
    (anchor.statesYear ||
      anchor.isRough ||
      anchor.sameSentence ||
      count * times !== 1 ||
      base !== 'year' ||
      !reference);
  const before = firm ? moved(anchor.date, base, steps) : undefined;
  if (before) return anchoredMeaning(before, rule, { about: times > 1 || base === 'week' || anchor?.isRough === true });
  if (!ahead && reference) {
    const date = moved(reference, base, steps);
    if (date)
      return {
        edtf: formatCalendarDate(date),
        certainty: 'inferred',
        ruleId: 'counted',
        ruleData,
        anchor: date,
      };
  }
  return missing(rule);
}

/** "He moved in 1949. The following spring": that of the next year after a year, the next one to come after a month or season. */
function seasonBeside(
  { date: { year, month }, isRough }: Anchor,
  { season, ahead, written }: { season: string; ahead: boolean; written: string },
): Meaning {
  const told = new RegExp(SEASON, 'iu').exec(written)?.[0];
  const from = month ?? (told === undefined ? undefined : firstMonth(seasonOf(told)));
  const code = seasonOf(season);
  const begins = firstMonth(code);
  const isOther = from === undefined || (ahead ? begins <= from : begins >= from);
  const own = year + (isOther ? (ahead ? 1 : -1) : 0);
  return {
    edtf: `${formatCalendarDate({ year: own })}-${code}`,
    certainty: isRough ? 'inferred' : 'resolved',
    ruleId: 'counted-from-expression',
    ruleData: { count: 1, unit: season, way: ahead ? 'after' : 'before' },
    anchor: { year: own },
    isRough,
  };
}

function firstMonth(code: number): number {
  return (code - SPRING) * MONTHS_OF_SEASON + MARCH;
}

const SPRING = 21;
const MARCH = 3;
const MONTHS_OF_SEASON = 3;

function anchoredMeaning(date: CalendarDate, rule: RuleReading, { about = false } = {}): Meaning {
  return {
    edtf: formatCalendarDate(date) + (about ? '~' : ''),
    certainty: about ? 'inferred' : 'resolved',
    ...rule,
    anchor: date,
    isRough: about,
  };
}

function missing({ ruleId, ruleData }: RuleReading): Meaning {
  return { edtf: null, certainty: 'vague', ruleId, ruleData: { ...ruleData, lacks: 'exact expression' } };
}
