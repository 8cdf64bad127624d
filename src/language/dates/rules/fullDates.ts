import { exists, formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { groupOf, patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import {
  DAY,
  yearInWords,
  YEAR_IN_WORDS,
  dayNumberOf,
  MONTH,
  monthOf,
  ORDINAL_DAY,
  PART,
  partOf,
  WEEKDAY,
  weekdayNumber,
  YEAR,
  isCapitalised,
} from '../dateWords.ts';
import { partInterval } from '../edtf.ts';
import { inferYear } from '../inferYear.ts';
import type { RuleId } from '../ruleReading.ts';
import { fullYear } from './numericDates.ts';

const BEFORE = `(?:(?<part>${PART})[- ])?(?:(?<weekday>${WEEKDAY})(?:,? (?:the )?|,?\\s))?`;
const YEAR_AFTER = `(?:,?\\s(?:of\\s|in\\s)?(?<year>${YEAR})(?![\\d%]|[.,]\\d|-year)|,? (?<spelled>${YEAR_IN_WORDS})|,? ['‘’](?<short>\\d{2})(?!\\d))`;
const WHICH_YEAR = ` (?:of )?(?<which>last|this|next|that|the (?:same|previous|following)) year`;
const MEASURE =
  '(?! ?(?:%|percent|per cent|points?|million|billion|thousand|people|persons|men|women|miles|km|kilomet|met(?:er|re)s|percent|times|minutes|hours|days|weeks|months|years)\\b)';
const DAY_FIRST = `(?:the )?(?<day>${DAY}|${ORDINAL_DAY})(?: day)?(?: of)?\\s(?<month>${MONTH})`;
const MONTH_FIRST = `(?<month>${MONTH})\\s(?:the )?(?<day>${DAY}|${ORDINAL_DAY})${MEASURE}`;
/** A year in two figures; before a plural the figures count: "on 23 September 28 bodies were found". */
const SHORT_AFTER =
  ',? (?<short>\\d{2})(?![\\d%:/]|[.,]\\d| ?(?:percent|million|billion|people|persons|years)|\\s[a-z]+s\\b)';

/** A day with its month, a month with its year, with or without the rest, month or day first. */
export const fullDates: readonly DateRule[] = [
  rule('month-day-and-year', `${BEFORE}${MONTH_FIRST}${YEAR_AFTER}`),
  rule('day-month-and-year', `${BEFORE}${DAY_FIRST}(?:${YEAR_AFTER}|${SHORT_AFTER})`),
  rule('month-day-and-relative-year', `${BEFORE}${MONTH_FIRST}${WHICH_YEAR}`),
  rule('day-month-and-relative-year', `${BEFORE}${DAY_FIRST}${WHICH_YEAR}`),
  rule('month-and-day', `${BEFORE}${MONTH_FIRST}`),
  rule('day-and-month', `${BEFORE}${DAY_FIRST}(?:,? (?<turn>last|next)(?! (?:year|week|month|time)))?`),
  rule('month-and-year', `(?:(?<part>${PART})[- ])?(?<month>${MONTH})${YEAR_AFTER}`),
  rule('month-and-relative-year', `(?:(?<part>${PART})[- ])?(?<month>${MONTH})${WHICH_YEAR}`),
  rule('year-and-month', `(?<year>${YEAR}),? (?<month>${MONTH}) (?<day>${DAY})`),
  {
    name: 'a-further-day-of-the-same-month',
    pattern: patternOf(
      `(?<=(?<month>${MONTH})\\s${DAY}(?:, ${DAY})?,? (?:and|or) )(?<day>${DAY})${MEASURE}(?! ${MONTH})`,
    ),
    means: (match, context) => furtherDay(match.groups, context),
  },
  {
    name: 'a-day-of-the-month-that-is-named-after-it',
    pattern: patternOf(
      `(?<day>${DAY})(?=(?:, ${DAY})?,? (?:and|or) ${DAY}\\s(?<month>${MONTH})(?:,?\\s(?<year>${YEAR}))?)`,
    ),
    means: (match, context) => meaning('day-and-month', match.groups, context),
  },
];

function rule(ruleId: RuleId, source: string): DateRule {
  return {
    name: ruleId,
    pattern: patternOf(source),
    means: (match, context) => meaning(ruleId, match.groups, context),
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

function meaning(ruleId: RuleId, groups: Groups, context: DateContext): Meaning | undefined {
  if (groups['month'] !== undefined && !isCapitalised(groups['month']) && !isMonthAnyway(groups, context))
    return undefined;
  const month = monthOf(groupOf(groups, 'month'));
  const day = groups['day'] === undefined ? undefined : dayNumberOf(groups['day']);
  const weekday = groups['weekday'] === undefined ? undefined : weekdayNumber(groups['weekday']);
  const year = yearOf(groups, context);
  if (year === null) return unresolved(ruleId, { month, day });
  if (year !== undefined) {
    const date = { year, month, ...(day === undefined ? {} : { day }) };
    if (!exists(date)) return undefined;
    const relative = groups['which'] !== undefined;
    return fullDateMeaning(date, groups['part'], {
      certainty: relative ? 'resolved' : 'stated',
      ruleId,
      statesYear: !relative,
    });
  }
  if (!exists({ year: 2000, month, day })) return undefined;
  const found = inferYear({ month, day, weekday }, withTurn(groups['turn'], context));
  if (!found) return unresolved(ruleId, { month, day });
  return fullDateMeaning(found.date, groups['part'], {
    certainty: found.certainty,
    ruleId: 'month-and-day',
    ruleData: { year: found.source },
    statesYear: false,
  });
}

/** "24 may" in small letters is a date after "on" or before a year; "march" and "may" are verbs elsewhere. */
function isMonthAnyway({ day, year, short }: Groups, { text, span }: DateContext): boolean {
  if (day === undefined) return false;
  if (year !== undefined || short !== undefined) return true;
  const before = text.slice(Math.max(0, span[0] - 12), span[0]);
  const after = text.slice(span[1], span[1] + 12);
  return (
    /\b(?:on|since|until|from|before|after|by|of)\s$/iu.test(before) &&
    /^(?:\s*$|[,.;:)\n]|\s(?:and|at|in|by|when|where|after|before|for|with|to|as)\b)/u.test(after)
  );
}

function fullDateMeaning(
  date: CalendarDate,
  part: string | undefined,
  rest: Pick<Meaning, 'certainty' | 'ruleId' | 'ruleData' | 'statesYear'>,
): Meaning {
  if (part === undefined) return { ...rest, edtf: formatCalendarDate(date), anchor: date };
  return {
    ...rest,
    edtf: partInterval(date, partOf(part)),
    certainty: date.day === undefined ? 'vague' : rest.certainty,
    anchor: date,
  };
}

function unresolved(ruleId: RuleId, { month, day }: { month: number; day: number | undefined }): Meaning {
  const parts = ['XXXX', String(month).padStart(2, '0'), ...(day === undefined ? [] : [String(day).padStart(2, '0')])];
  return {
    edtf: parts.join('-'),
    certainty: 'vague',
    ruleId,
    ruleData: { lacks: 'year' },
  };
}

/** "14 July last" and "1 March next" say themselves which year they mean. */
function withTurn(turn: string | undefined, context: DateContext): DateContext {
  if (turn === undefined) return context;
  return { ...context, yearAnchor: undefined, tense: () => (/next/iu.test(turn) ? 'future' : 'past') };
}

function yearOf(groups: Groups, { reference, anchor }: DateContext): number | null | undefined {
  if (groups['year'] !== undefined) return Number(groups['year']);
  if (groups['spelled'] !== undefined) return yearInWords(groups['spelled']);
  if (groups['short'] !== undefined) return fullYear(Number(groups['short']), reference);
  const which = groups['which']?.toLowerCase();
  if (which === undefined) return undefined;
  const base = /that|same|previous|following/u.test(which) ? (anchor?.date ?? reference) : reference;
  if (!base) return null;
  return base.year + (/last|previous/u.test(which) ? -1 : /next|following/u.test(which) ? 1 : 0);
}

function furtherDay(groups: Groups, context: DateContext): Meaning | undefined {
  const { anchor } = context;
  const month = monthOf(groupOf(groups, 'month'));
  if (anchor?.date.month !== month || !anchor.sameSentence) return undefined;
  const date = { ...anchor.date, day: dayNumberOf(groupOf(groups, 'day')) };
  if (!exists(date)) return undefined;
  return {
    edtf: formatCalendarDate(date),
    certainty: 'resolved',
    ruleId: 'further-day',
    anchor: date,
  };
}
