import { formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { groupOf, patternOf, type DateRule, type Meaning } from '../dateRule.ts';
import { FEW, NUMBER, numberOf, UNIT } from '../dateWords.ts';
import { moved, unitOf } from '../edtf.ts';
import type { RuleData } from '../ruleReading.ts';
import { unknownTime } from './unknownTime.ts';

const ABOUT =
  '(?:(?:about|around|nearly|almost|roughly|some|approximately|over|more than|less than|just over|just under|at least|barely|only) )?';
/** Times so many days, weeks, months or years from the article's date: "three weeks ago", "nine years ago today". */
export const countedTimes: readonly DateRule[] = [
  {
    name: 'so-long-ago',
    pattern: patternOf(
      `${ABOUT}(?<count>${NUMBER}|one and a half)(?:[- ]plus|[- ]odd)?[- ](?<unit>${UNIT})(?: or (?:so|more))? (?<way>ago|back(?! to\\b)|from now|hence)(?<day> today| this (?:very )?day)?`,
    ),
    means: ({ 0: written, groups }, { reference }) => {
      if (!reference) return unknownTime('counted');
      const about =
        /^(?:about|around|nearly|almost|roughly|some|approximately|over|more|less|at least|just (?:over|under)|barely)|or (?:so|more)| couple/iu.test(
          written,
        );
      const sign = /ago|back/iu.test(groupOf(groups, 'way')) ? -1 : 1;
      if (groups['day'] !== undefined)
        return anniversary(reference, sign * numberOf(groupOf(groups, 'count')), groupOf(groups, 'unit'));
      return countedFrom(reference, {
        count: sign * numberOf(groupOf(groups, 'count')),
        unit: groupOf(groups, 'unit'),
        about,
      });
    },
  },
  {
    name: 'in-so-much-time',
    pattern: patternOf(`in (?<count>${NUMBER}) (?<unit>${UNIT})['’]s? time`),
    means: ({ groups }, { reference }) =>
      reference
        ? countedFrom(reference, {
            count: numberOf(groupOf(groups, 'count')),
            unit: groupOf(groups, 'unit'),
            about: false,
          })
        : unknownTime('counted'),
  },
  {
    name: 'some-time-ago',
    pattern: patternOf(
      `(?:only |just )?(?:${FEW}|some) (?<unit>${UNIT}|moments?|minutes?|hours?|time) (?:ago|back(?! to))`,
    ),
    means: ({ groups }, { reference }) => {
      if (!reference) return unknownTime('some-time-before');
      if (/moment|minute|hour/iu.test(groupOf(groups, 'unit')))
        return {
          edtf: formatCalendarDate(reference),
          certainty: 'inferred',
          ruleId: 'some-hours-before',
        };
      return {
        edtf: `/${formatCalendarDate(reference)}`,
        certainty: 'vague',
        ruleId: 'some-time-before',
      };
    },
  },
];

function countedFrom(
  reference: CalendarDate,
  { count, unit, about }: { count: number; unit: string; about: boolean },
): Meaning | undefined {
  if (Number.isNaN(count)) return undefined;
  const [base, times] = unitOf(unit);
  const ruleData = counting(count, unit);
  const date = moved(reference, base, count * times);
  if (!date)
    return { edtf: null, certainty: 'vague', ruleId: 'counted', ruleData: { ...ruleData, lacks: 'article day' } };
  const approximate = about || times > 1 || base === 'week' || Math.abs(count * times) >= 10;
  return {
    edtf: formatCalendarDate(date) + (approximate ? '~' : ''),
    certainty: approximate ? 'inferred' : 'resolved',
    ruleId: 'counted',
    ruleData,
    anchor: date,
  };
}

function counting(count: number, unit: string): RuleData {
  return { count: Math.abs(count), unit: unit.toLowerCase(), way: count < 0 ? 'before' : 'after' };
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
    ruleId: 'counted-to-the-day',
    ruleData: counting(count, unit),
    anchor: date,
  };
}
