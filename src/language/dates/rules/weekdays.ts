import { dayNumber, dayOf, formatCalendarDate, weekdayOf, type CalendarDate } from '../calendar.ts';
import { groupOf, patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { isCapitalised, MONTH, numberOf, PART, WEEKDAY, weekdayNumber } from '../dateWords.ts';
import type { RuleId } from '../ruleReading.ts';
import { unknownTime } from './unknownTime.ts';

const WHICH =
  "(?:(?:early |late )?(?<which>last|this past|past|this coming|this|next|the (?:previous|following|next))(?: week[’']s)? )";

/** "One Tuesday in March" is some day of that month, which the month tells. */
const IN_MONTH = ` (?:morning |afternoon |evening |night )?in (?:${PART}[- ])?${MONTH}`;
const TIMES = '(?:two|three|four|five|six|\\d)';
/** Weekdays: the last one before the article's date, or the next one where the verb looks ahead. */
export const weekdays: readonly DateRule[] = [
  {
    name: 'weekday',
    pattern: patternOf(
      `(?<!\\b(?:every|each|any|on an?(?: \\p{L}+)?) )${WHICH}?(?:(?:early|late) (?:on )?)?(?<weekday>${WEEKDAY})(?!${IN_MONTH}|s|['’]?s? (?:Times|Post|Herald|Mail|Telegraph))`,
    ),
    means: (match, context) => weekday(match.groups, context),
  },
  {
    name: 'so-many-weekdays-ago',
    pattern: patternOf(`(?<count>${TIMES}) (?<weekday>${WEEKDAY})s (?<way>ago|from now|hence)`),
    means: ({ groups }, { reference }) => {
      const count = numberOf(groupOf(groups, 'count'));
      return countedWeekday(
        groupOf(groups, 'weekday'),
        reference,
        /ago/iu.test(groupOf(groups, 'way')) ? -count : count,
      );
    },
  },
  {
    name: 'a-weekday-in-another-week',
    pattern: patternOf(
      `(?<weeks>a|one|two|three) weeks? (?<way>ago|from|on) (?<weekday>${WEEKDAY})|(?<then>${WEEKDAY}) (?<week>week)(?! of\\b|-)|the (?<one>${WEEKDAY}) (?<side>before last|after next)`,
    ),
    means: ({ groups }, { reference }) => {
      const name = groups['weekday'] ?? groups['one'] ?? groupOf(groups, 'then');
      const count = numberOf(groups['weeks'] ?? 'a') + 1;
      return countedWeekday(
        name,
        reference,
        /ago|before/iu.test(groups['way'] ?? groups['side'] ?? '') ? -count : count,
      );
    },
  },
];

/** Counts such weekdays from the article's date, which is not one of them. */
function countedWeekday(written: string, reference: CalendarDate | null, count: number): Meaning | undefined {
  if (!isCapitalised(written)) return undefined;
  const ruleData = { count: Math.abs(count), unit: written, way: count < 0 ? 'before' : 'after' } as const;
  if (!reference) return unknownTime('weekday-counted', ruleData);
  if (reference.day === undefined)
    return {
      edtf: null,
      certainty: 'vague',
      ruleId: 'weekday-counted',
      ruleData: { ...ruleData, lacks: 'article day' },
    };
  const sign = Math.sign(count);
  const first = ((weekdayNumber(written) - weekdayOf(reference)) * sign + 7) % 7 || 7;
  const date = dayOf(dayNumber(reference) + sign * (first + 7 * (Math.abs(count) - 1)));
  return { edtf: formatCalendarDate(date), certainty: 'resolved', ruleId: 'weekday-counted', ruleData, anchor: date };
}

function weekday(groups: Readonly<Record<string, string | undefined>>, context: DateContext): Meaning | undefined {
  const written = groupOf(groups, 'weekday');
  if (!isCapitalised(written) || isOfOtherDay(context) || isAnyDay(context)) return undefined;
  const wanted = weekdayNumber(written);
  const which = groups['which']?.toLowerCase() ?? '';
  const fromAnchor = which.startsWith('the ');
  const base = fromAnchor ? (context.anchor?.date ?? context.reference) : context.reference;
  if (!base) return unknownTime('weekday');
  if (base.day === undefined)
    return {
      edtf: base.month === undefined ? null : `${formatCalendarDate(base)}~`,
      certainty: 'vague',
      ruleId: 'weekday',
      ruleData: { lacks: 'article day' },
    };
  const today = dayNumber(base);
  const back = (weekdayOf(base) - wanted + 7) % 7;
  const ahead = (wanted - weekdayOf(base) + 7) % 7;
  const { days, ruleId, sure } = shift(which, { back, ahead }, context);
  const date = dayOf(today + days);
  return { edtf: formatCalendarDate(date), certainty: sure ? 'resolved' : 'inferred', ruleId, anchor: date };
}

/** "Since Tuesday", "said Tuesday" and "Tuesday's ruling" look back whatever verb is near. */
const LOOKS_BACK = /\b(?:since|said|announced|reported|after|following|from) (?:(?:on|late|early) )*\||\|['’]s\b/u;

/** Returns true for "the Monday after …", which the article's date does not tell. */
function isOfOtherDay({ text, span: [start, end] }: DateContext): boolean {
  return (
    /\bthe (?:first )?$/iu.test(text.slice(Math.max(0, start - 10), start)) &&
    /^ (?:before|after|following)\b/u.test(text.slice(end, end + 11))
  );
}

/** Returns true for "a Monday and a Friday", "or a Sunday", which are any such days; "a Friday vote" was on one. */
function isAnyDay({ text, span: [start, end] }: DateContext): boolean {
  return (
    /\ba (?:\p{L}{1,12} )?$/iu.test(text.slice(Math.max(0, start - 15), start)) &&
    /^(?: (?:morning|afternoon|evening|night))?(?:$|[.,;:!?)\n]| (?:and|or|but|of|in|is|was|when|that|at|with|before|after|as|to|for)\b)/iu.test(
      text.slice(end, end + 20),
    )
  );
}

/** The words before and after the expression, with a bar for it. */
function textAround({ text, span: [start, end] }: DateContext): string {
  return `${text.slice(Math.max(0, start - 24), start)}|${text.slice(end, end + 3)}`;
}

function shift(
  which: string,
  { back, ahead }: { back: number; ahead: number },
  context: DateContext,
): { days: number; ruleId: RuleId; sure: boolean } {
  if (/last|past|previous/u.test(which)) return { days: back === 0 ? -7 : -back, ruleId: 'weekday-before', sure: true };
  if (/next|coming|following/u.test(which))
    return { days: ahead === 0 ? 7 : ahead, ruleId: 'weekday-after', sure: true };
  const around = textAround(context);
  const tense = context.tense();
  const looksAhead = tense === 'future' || (tense === 'none' && /\b(?:through|until) \|/u.test(around));
  if (!LOOKS_BACK.test(around) && looksAhead && back !== 0)
    return {
      days: ahead,
      ruleId: 'weekday-ahead',
      sure: false,
    };
  if (context.isDayAhead && ahead === 1) return { days: 1, ruleId: 'weekday-where-written', sure: false };
  return { days: -back, ruleId: 'weekday-up-to', sure: which === 'this' };
}
