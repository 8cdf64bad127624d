import { formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { patternOf, type DateRule, type Meaning } from '../dateRule.ts';
import { FEW, NUMBER, numberOf, UNIT } from '../dateWords.ts';
import { moved, unitOf } from '../edtf.ts';
import { unknownTime } from './unknownTime.ts';

const ABOUT =
  '(?:(?:about|around|nearly|almost|roughly|some|approximately|over|more than|less than|just over|just under|at least|barely|only) )?';
/** Times so many days, weeks, months or years from the article's date: "three weeks ago", "nine years ago today". */
export const countedTimes: readonly DateRule[] = [
  {
    name: 'so long ago',
    pattern: patternOf(
      `${ABOUT}(?<count>${NUMBER}|one and a half)(?:[- ]plus|[- ]odd)?[- ](?<unit>${UNIT})(?: or (?:so|more))? (?<way>ago|back(?! to\\b)|from now|hence)(?<day> today| this (?:very )?day)?`,
    ),
    means: ({ 0: written, groups }, { reference }) => {
      if (!reference) return unknownTime('time counted from the article’s date');
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
        : unknownTime('time counted from the article’s date'),
  },
  {
    name: 'some time ago',
    pattern: patternOf(
      `(?:only |just )?(?:${FEW}|some) (?<unit>${UNIT}|moments?|minutes?|hours?|time) (?:ago|back(?! to))`,
    ),
    means: ({ groups }, { reference }) => {
      if (!reference) return unknownTime('some time before the article’s date');
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
