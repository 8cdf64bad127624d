import { dayNumber, dayOf, formatCalendarDate } from '../calendar.ts';
import { patternOf, type DateRule } from '../dateRule.ts';
import type { RuleId } from '../ruleReading.ts';
import { unknownTime } from './unknownTime.ts';

const TIME_OF_DAY = '(?:morning|afternoon|evening|night|noon|midnight)';

/** Days counted from the article's date: "yesterday", "this morning", "tonight". */
export const relativeDays: readonly DateRule[] = [
  dayRule('the day before yesterday', -2, 'two-days-before'),
  dayRule('the day after tomorrow', 2, 'two-days-after'),
  dayRule(`(?:(?:early|earlier|late) )?yesterday(?: ${TIME_OF_DAY})?|last (?:night|evening)`, -1, 'day-before'),
  dayRule(`tomorrow(?: ${TIME_OF_DAY})?`, 1, 'day-after'),
  dayRule(
    `(?:(?:early|earlier|late|later) )?today|tonight|this (?:very )?(?:day|morning|afternoon|evening)(?! (?:of|in) )`,
    0,
    'article-day',
  ),
  {
    name: 'today-as-the-present',
    pattern: patternOf(
      "today[’']s (?=(?:world|society|youth|kids|children|generation|standards|technology|markets?|economy|culture|young)\\b)",
    ),
    means: (_match, { reference }) =>
      reference
        ? { edtf: `${formatCalendarDate(reference)}~`, certainty: 'vague', ruleId: 'present' }
        : unknownTime('present'),
  },
];

function dayRule(source: string, days: number, ruleId: RuleId): DateRule {
  return {
    name: ruleId,
    pattern: patternOf(source),
    means: (_match, { reference }) => {
      if (!reference) return unknownTime(ruleId);
      if (reference.day === undefined) {
        const coarse =
          reference.month === undefined ? formatCalendarDate(reference) : `${formatCalendarDate(reference)}~`;
        return { edtf: coarse, certainty: 'vague', ruleId, ruleData: { lacks: 'article day' }, anchor: reference };
      }
      const date = dayOf(dayNumber(reference) + days);
      return { edtf: formatCalendarDate(date), certainty: 'resolved', ruleId, anchor: date };
    },
  };
}
