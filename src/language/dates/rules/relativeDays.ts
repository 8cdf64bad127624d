import { dayNumber, dayOf, formatCalendarDate } from '../calendar.ts';
import { patternOf, type DateRule } from '../dateRule.ts';
import { unknownTime } from './unknownTime.ts';

const TIME_OF_DAY = '(?:morning|afternoon|evening|night|noon|midnight)';

/** Days counted from the article's date: "yesterday", "this morning", "tonight". */
export const relativeDays: readonly DateRule[] = [
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
    name: 'today as the present',
    pattern: patternOf(
      "today[’']s (?=(?:world|society|youth|kids|children|generation|standards|technology|markets?|economy|culture|young)\\b)",
    ),
    means: (_match, { reference }) =>
      reference
        ? { edtf: `${formatCalendarDate(reference)}~`, certainty: 'vague', rule: 'the present, not one day' }
        : unknownTime('the present'),
  },
];

function dayRule(source: string, days: number, rule: string): DateRule {
  return {
    name: rule,
    pattern: patternOf(source),
    means: (_match, { reference }) => {
      if (!reference) return unknownTime(rule);
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
