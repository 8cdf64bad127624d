import { patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { YEAR } from '../dateWords.ts';
import { quarter } from '../edtf.ts';

const ORDINAL_QUARTER: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  final: 4,
  last: 4,
};

/** Quarters and halves of years. */
export const quarters: readonly DateRule[] = [
  {
    name: 'quarter-of-a-year',
    pattern: patternOf(
      `(?:(?:the )?(?:fiscal )?(?<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[- ]quarter(?: of|,)?(?: fiscal)? (?<year>${YEAR})|Q(?<number>[1-4])(?: of|,)? ?(?:FY ?)?(?<year2>${YEAR})|(?<year3>${YEAR}) ?Q(?<number2>[1-4]))(?!\\d)`,
    ),
    means: ({ groups }) => quarterOf(groups),
  },
  {
    name: 'quarter',
    pattern: patternOf(
      "(?:the )?(?:fiscal |year[’']s )?(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter(?: of (?<which>last|this|next|the) year)?|Q(?<number>[1-4])(?= )",
    ),
    means: ({ groups }, context) => bareQuarter(groups, context),
  },
  {
    name: 'half-of-a-year',
    pattern: patternOf(`(?:the )?(?<half>first|second|latter) half of (?<year>${YEAR})(?!\\d)`),
    means: ({ groups }) => half(groups),
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

function ordinalQuarter(written: string): number {
  return ORDINAL_QUARTER[written.toLowerCase()] ?? Number.NaN;
}

function quarterOf({ nth, number, number2, year, year2, year3 }: Groups): Meaning {
  const which = nth === undefined ? Number(number ?? number2) : ordinalQuarter(nth);
  const ofYear = Number(year ?? year2 ?? year3);
  return {
    edtf: quarter(ofYear, which),
    certainty: 'stated',
    ruleId: 'quarter-and-year',
    anchor: { year: ofYear, month: which * 3 },
    statesYear: true,
  };
}

function bareQuarter({ nth, number, which }: Groups, { reference, tense }: DateContext): Meaning {
  if (!reference) return { edtf: null, certainty: 'vague', ruleId: 'quarter', ruleData: { lacks: 'article date' } };
  const wanted = nth === undefined ? Number(number) : ordinalQuarter(nth);
  const relative = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  const begun = reference.month === undefined || wanted * 3 - 2 <= reference.month || tense() === 'future';
  const year = reference.year + relative - (which === undefined && !begun ? 1 : 0);
  return {
    edtf: quarter(year, wanted),
    certainty: which === undefined ? 'inferred' : 'resolved',
    ruleId: which === undefined ? 'quarter' : 'quarter-and-relative-year',
    anchor: { year, month: wanted * 3 },
  };
}

function half({ half: which = '', year: written }: Groups): Meaning {
  const year = Number(written);
  const edtf = /first/iu.test(which) ? `${written}-01/${written}-06` : `${written}-07/${written}-12`;
  return { edtf, certainty: 'stated', ruleId: 'half-and-year', anchor: { year }, statesYear: true };
}
