import { dayNumber, dayOf, easterOf, formatCalendarDate, nthWeekday, type CalendarDate } from '../calendar.ts';
import { type RuleMatch, patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { YEAR } from '../dateWords.ts';
import { inferYear } from '../inferYear.ts';
import type { Tense } from '../tense.ts';

type OfYear = (year: number) => CalendarDate;

/** Days with a name: what they are called, and when they are. */
const HOLIDAYS: readonly (readonly [names: string, of: OfYear])[] = [
  ["New Year[’']?s Day", fixed(1, 1)],
  ["New Year[’']?s Eve", fixed(12, 31)],
  ['Martin Luther King(?:,? Jr\\.?)? Day|MLK Day', (year) => nthWeekday(year, 1, [3, 1])],
  ["Valentine[’']?s Day", fixed(2, 14)],
  ["Presidents[’']? Day", (year) => nthWeekday(year, 2, [3, 1])],
  ["International Women[’']?s Day", fixed(3, 8)],
  ["St\\.? Patrick[’']?s Day", fixed(3, 17)],
  ["April Fools?[’']?s? Day", fixed(4, 1)],
  ['Mardi Gras|Shrove Tuesday', fromEaster(-47)],
  ['Ash Wednesday', fromEaster(-46)],
  ['Mothering Sunday', fromEaster(-21)],
  ['Palm Sunday', fromEaster(-7)],
  ['(?:Maundy|Holy) Thursday', fromEaster(-3)],
  ['Good Friday', fromEaster(-2)],
  ['Holy Saturday|Easter (?:Saturday|Eve)', fromEaster(-1)],
  ['Easter Monday', fromEaster(1)],
  ['Easter(?: Sunday| Day)?', fromEaster(0)],
  ['Ascension Day', fromEaster(39)],
  ['Pentecost|Whit Sunday', fromEaster(49)],
  ['Whit Monday|Pentecost Monday', fromEaster(50)],
  ['Earth Day', fixed(4, 22)],
  ['Anzac Day', fixed(4, 25)],
  ['May Day', fixed(5, 1)],
  ['Cinco de Mayo', fixed(5, 5)],
  // As in America, Australia and most of Europe; Britain and Ireland have theirs on Mothering Sunday.
  ["Mother[’']?s[’']? Day", (year) => nthWeekday(year, 5, [2, 0])],
  ['Memorial Day', (year) => nthWeekday(year, 5, [-1, 1])],
  // As in America, Britain and most other countries.
  ["Father[’']?s[’']? Day", (year) => nthWeekday(year, 6, [3, 0])],
  ['Juneteenth', fixed(6, 19)],
  ['Canada Day', fixed(7, 1)],
  ['(?:the )?Fourth of July|July Fourth', fixed(7, 4)],
  ['Bastille Day', fixed(7, 14)],
  ['Labou?r Day', (year) => nthWeekday(year, 9, [1, 1])],
  ["Columbus Day|Indigenous Peoples?[’'] Day", (year) => nthWeekday(year, 10, [2, 1])],
  ["Hallowe[’']?en", fixed(10, 31)],
  ["All Saints[’']? Day", fixed(11, 1)],
  ['Guy Fawkes (?:Night|Day)', fixed(11, 5)],
  ['Remembrance Sunday', (year) => nthWeekday(year, 11, [2, 0])],
  ["Veterans[’']? Day|(?:Armistice|Remembrance) Day", fixed(11, 11)],
  ['Thanksgiving(?: Day)?', (year) => nthWeekday(year, 11, [4, 4])],
  ['Black Friday', (year) => dayOf(dayNumber(nthWeekday(year, 11, [4, 4])) + 1)],
  ['Cyber Monday', (year) => dayOf(dayNumber(nthWeekday(year, 11, [4, 4])) + 4)],
  ['Christmas Eve', fixed(12, 24)],
  ['Christmas(?: Day)?', fixed(12, 25)],
  ['Boxing Day', fixed(12, 26)],
];

/** Holidays, with the year where one is written, and the day that is known by its figures. */
export const holidays: readonly DateRule[] = [
  ...HOLIDAYS.map(([names, of]): DateRule => ({
    name: 'holiday',
    pattern: patternOf(`(?:(?<which>last|this|next) )?(?:${names})(?:,?\\s(?:of |in )?(?<year>${YEAR})(?!\\d))?`),
    means: (match, context) => holiday(match, of, context),
  })),
  {
    name: 'september-11',
    pattern: patternOf('9/11(?!/)'),
    means: () => {
      const date = { year: 2001, month: 9, day: 11 };
      return {
        edtf: formatCalendarDate(date),
        certainty: 'inferred',
        ruleId: 'september-11',
        anchor: date,
      };
    },
  },
];

function holiday(match: RuleMatch, of: OfYear, context: DateContext): Meaning | undefined {
  const name = match[0];
  if (
    !/\p{Lu}/u.test(name) ||
    /\b(?!(?:On|In|At|By|Since|Until|The|This|Last|Next|Every|After|Before|For|And|Or)\b)\p{Lu}\p{Ll}+ $/u.test(
      context.text.slice(Math.max(0, context.span[0] - 20), context.span[0]),
    )
  )
    return undefined;
  const { reference } = context;
  const written = match.groups?.['year'];
  if (written !== undefined) {
    const date = of(Number(written));
    return {
      edtf: formatCalendarDate(date),
      certainty: 'stated',
      ruleId: 'holiday-and-year',
      anchor: date,
      statesYear: true,
    };
  }
  const usual = of(reference?.year ?? context.yearAnchor?.date.year ?? 2000);
  const which = match.groups?.['which']?.toLowerCase();
  const tense =
    which === undefined || which === 'this' ? context.tense : (): Tense => (which === 'next' ? 'future' : 'past');
  const found = inferYear({ month: usual.month ?? 1, day: usual.day }, { ...context, tense });
  if (!found) return { edtf: null, certainty: 'vague', ruleId: 'holiday', ruleData: { lacks: 'year' } };
  const date = of(found.date.year);
  return {
    edtf: formatCalendarDate(date),
    certainty: found.certainty,
    ruleId: 'holiday',
    ruleData: { year: found.source },
    anchor: date,
  };
}

function fixed(month: number, day: number): OfYear {
  return (year) => ({ year, month, day });
}

function fromEaster(days: number): OfYear {
  return (year) => dayOf(dayNumber(easterOf(year)) + days);
}
