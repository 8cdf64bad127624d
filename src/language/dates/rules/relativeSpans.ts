import { addMonths, formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { groupOf, patternOf, type DateRule, type Meaning } from '../dateRule.ts';
import { NUMBER, numberOf, UNIT } from '../dateWords.ts';
import { interval, moved, unitOf } from '../edtf.ts';
import type { RuleData } from '../ruleReading.ts';
import { unknownTime } from './unknownTime.ts';

/** Stretches of time that end or begin at the article's date. */
export const relativeSpans: readonly DateRule[] = [
  {
    name: 'the-past-so-many',
    pattern: patternOf(
      `(?:the |these |this )?(?<way>past|last|previous|preceding|next|coming|following) (?<count>${NUMBER}) (?<unit>${UNIT})`,
    ),
    means: ({ groups }, { reference }) =>
      spanOfUnits(reference, {
        count: numberOf(groupOf(groups, 'count')),
        unit: groupOf(groups, 'unit'),
        ahead: /next|coming|following/iu.test(groupOf(groups, 'way')),
      }),
  },
  {
    name: 'the-past-year',
    pattern: patternOf(
      `(?<=\\b(?:in|over|during|for|within|throughout|of|since) )the (?<way>past|last|coming|next) (?<unit>day|week|month|decade|century)|the past (?<year>year)|the (?<turn>past|last|coming|next) (?<part>(?:quarter|half)(?:[- ]| of an? )(?:century|decade))`,
    ),
    means: ({ groups }, { reference }) =>
      spanOfUnits(reference, {
        count: 1,
        unit: groups['unit'] ?? groups['part'] ?? 'year',
        ahead: /next|coming/iu.test(groups['way'] ?? groups['turn'] ?? ''),
      }),
  },
];

function spanOfUnits(
  reference: CalendarDate | null,
  { count, unit, ahead }: { count: number; unit: string; ahead: boolean },
): Meaning | undefined {
  if (Number.isNaN(count)) return undefined;
  const [base, times] = unitOf(unit);
  const ruleId = 'counted-span';
  const ruleData: RuleData = { count, unit, way: ahead ? 'after' : 'up to' };
  if (!reference) return unknownTime(ruleId, ruleData);
  /** Ten years and more are told in whole years. */
  const coarse = base === 'year' && count * times >= 10;
  const end =
    base === 'year' && !coarse && reference.month !== undefined
      ? addMonths({ year: reference.year, month: reference.month }, 12 * count * times * (ahead ? 1 : -1))
      : moved(reference, base, count * times * (ahead ? 1 : -1));
  const here = coarse
    ? { year: reference.year }
    : base === 'day' || base === 'week'
      ? reference
      : { year: reference.year, month: reference.month };
  if (!end) {
    const edtf = ahead ? `${formatCalendarDate(reference)}/` : `/${formatCalendarDate(reference)}`;
    return { edtf, certainty: 'vague', ruleId, ruleData: { ...ruleData, lacks: 'article day' } };
  }
  return { edtf: ahead ? interval(here, end) : interval(end, here), certainty: 'resolved', ruleId, ruleData };
}
