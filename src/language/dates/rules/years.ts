import type { Span } from '../../span.ts';
import { formatCalendarDate } from '../calendar.ts';
import { patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { yearInWords, YEAR_IN_WORDS, ORDINAL_DAY, dayNumberOf, PART, partOf, YEAR } from '../dateWords.ts';
import { partInterval, partOfYears, quarter } from '../edtf.ts';
import { fullYear } from './numericDates.ts';

const NOT_MORE = '(?![\\d%°]| ?\\+|[.,:]\\d|\\s?[x×]\\s?\\d)';
const NOT_COUNTED =
  '(?<![$£€¥#@.,:\\d/+=_-]|\\b(?:No|no|nos|pp?|pages?|vols?|version|v|route|flight|room|number|model|section|chapter|line|verse|paragraph|article|about|nearly|some|than|almost|roughly|approximately|at least|up to|over|extension|ext|US|USD|Rs)\\.?\\s|[Tt]he number )';
/** What follows a count rather than a year; years before 1900 and from 2050 need a word that leads to a year. */
const COUNTED =
  /^[ -](?:people|persons|men|women|children|students|soldiers|troops|workers|jobs|homes|houses|cases|deaths|members|employees|votes|seats|miles?|km|kilomet|met(?:er|re)s?|feet|ft\b|mm\b|cm\b|kg\b|pounds?|tons?|tonnes|dollars|euros|hours|minutes|seconds|days|weeks|months|years|degrees|percent|per cent|million|billion|shares|points|pages|words|times|calories|watts|mph|rpm|or so (?:people|men))/u;
const LEADS_TO_YEAR =
  /(?:\b(?:in|since|by|until|till|from|to|through|during|before|after|between|and|or|of|around|circa|c\.|ca\.|year|years|early|late|mid|summer|spring|autumn|winter|fall|about|back in|for|the|born|died|b\.|d\.)[ -]|[(–—-] ?|, )$/iu;
const LIKELY_FROM = 1900;
const LIKELY_TO = 2049;
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

/** Years, decades, centuries, and quarters and halves of years. */
export const years: readonly DateRule[] = [
  {
    name: 'year',
    pattern: patternOf(
      `${NOT_COUNTED}(?:(?<part>${PART})[- ])?(?:fiscal (?:year )?)?(?<year>${YEAR})${NOT_MORE}(?!s\\b|['’]s)`,
    ),
    means: (match, context) => year(match, context),
  },
  {
    name: 'possessive year',
    pattern: patternOf(`${NOT_COUNTED}(?<year>(?:19|20)\\d{2})(?=['’]s(?! (?:and|were|was|saw)))`),
    means: ({ groups }) => stated({ year: Number(groups!['year']) }, 'year as written'),
  },
  {
    name: 'year of the era',
    pattern: patternOf(
      '(?:(?:AD|CE) (?<after>\\d{1,4})|(?<year>\\d{1,4}) (?<era>AD|CE|BCE?|B\\.C\\.(?:E\\.)?|A\\.D\\.))',
    ),
    means: ({ groups }) => eraYear(groups!),
  },
  {
    name: 'year of three figures',
    pattern: patternOf(
      '(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Aa]fter|[Bb]efore|[Aa]round|c\\.) )(?<year>[1-9]\\d{2})(?=[,.;)]| (?:[a-z]|[–-]|\\())(?! ?(?:BC|CE|AD|people|men|women|of|cases|miles|metres|kilomet|feet|years|days|pages|million|percent|per|to|states|countries|cities|towns|places|different|other|new|more))|(?<=\\(c\\. \\d{3} – )(?<last>[1-9]\\d{2})(?=\\))',
    ),
    means: ({ groups }, { earlyEra }) =>
      earlyEra
        ? stated({ year: Number(groups!['year'] ?? groups!['last']) }, 'year as written, in a text about that era')
        : undefined,
  },
  {
    name: 'year in two figures',
    pattern: patternOf(
      "(?<=\\b(?:in|of|since|from|to|until|by|summer|spring|winter|fall|autumn|early|late) )['’‘](?<short>\\d{2})(?!\\d|s)",
    ),
    means: ({ groups }, { reference }) =>
      stated({ year: fullYear(Number(groups!['short']), reference) }, 'year in two figures'),
  },
  {
    name: 'year in words',
    pattern: patternOf(YEAR_IN_WORDS),
    means: ([written]) => stated({ year: yearInWords(written) }, 'year written in words'),
  },
  {
    name: 'decade',
    pattern: patternOf(
      `(?:(?<part>${PART})[- ])?(?:the )?(?:(?<inner>early|mid|late)[- ])?(?<decade>(?:1\\d|20)\\d0)['’]?s(?! ${YEAR})`,
    ),
    means: ({ groups }) => decade(Number(groups!['decade']), groups!['inner'] ?? groups!['part']),
  },
  {
    name: 'decade in two figures',
    pattern: patternOf(
      "(?<=\\b(?:the|early|mid|late|in)[- ])(?:(?<part>early|mid|late)[- ])?(?:['’‘](?<figures>\\d0)s|(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|(?<plain>[2-9]0)s)",
    ),
    means: (match, context) => shortDecade(match, context),
  },
  {
    name: 'century',
    pattern: patternOf(
      `(?:(?<part>${PART})[- ])?(?:the )?(?:(?<inner>early|mid|late)[- ])?(?<century>${ORDINAL_DAY})[- ]century(?: (?<era>BC|BCE|B\\.C\\.))?`,
    ),
    means: ({ groups }) => century(groups!),
  },
  {
    name: 'quarter of a year',
    pattern: patternOf(
      `(?:(?:the )?(?:fiscal )?(?<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[- ]quarter(?: of|,)?(?: fiscal)? (?<year>${YEAR})|Q(?<number>[1-4])(?: of|,)? ?(?:FY ?)?(?<year2>${YEAR})|(?<year3>${YEAR}) ?Q(?<number2>[1-4]))(?!\\d)`,
    ),
    means: ({ groups }) => quarterOf(groups!),
  },
  {
    name: 'quarter',
    pattern: patternOf(
      "(?:the )?(?:fiscal |year[’']s )?(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter(?: of (?<which>last|this|next|the) year)?|Q(?<number>[1-4])(?= )",
    ),
    means: ({ groups }, context) => bareQuarter(groups!, context),
  },
  {
    name: 'half of a year',
    pattern: patternOf(`(?:the )?(?<half>first|second|latter) half of (?<year>${YEAR})(?!\\d)`),
    means: ({ groups }) => half(groups!),
  },
];

const EARLY_ERA =
  /\b(?:AD|CE|BCE?|A\.D\.|B\.C\.|[4-9]th century|(?:fourth|fifth|sixth|seventh|eighth|ninth) century)\b|\((?:born |c\. ?|ca\. ?)?\d{3} ?[–-] ?(?:c\. ?)?\d{3}\)/u;

/** Tells whether a text shows that it is about the first thousand years of the era. */
export function isOfEarlyEra(text: string): boolean {
  return EARLY_ERA.test(text);
}

type Groups = Readonly<Record<string, string | undefined>>;

function year(match: RegExpExecArray, { text, span, anchor }: DateContext): Meaning | undefined {
  const { part, year: written } = match.groups!;
  const date = { year: Number(written) };
  const after = text.slice(span[1], span[1] + 24);
  const before = text.slice(Math.max(0, span[0] - 16), span[0]);
  if (COUNTED.test(after)) return undefined;
  if (isTimeOfDay(text, span)) return undefined;
  const likely = date.year >= LIKELY_FROM && date.year <= LIKELY_TO;
  const leads = LEADS_TO_YEAR.test(before) || before === '' || before.endsWith('\n');
  if (!likely && !(leads && !/^ \p{Ll}+s\b/u.test(after))) return undefined;
  if (/\b(?:at|of|about|around) $/iu.test(before) && /^ (?:\p{Ll}+ )?\p{Ll}+s\b/u.test(after) && !likely)
    return undefined;
  if (part !== undefined)
    return {
      edtf: partInterval(date, partOf(part)),
      certainty: 'vague',
      rule: 'part of the year as written',
      anchor: date,
      statesYear: true,
    };
  const repeated = anchor?.sameSentence === true && anchor.date.year === date.year;
  return {
    edtf: formatCalendarDate(date),
    certainty: 'stated',
    rule: 'year as written',
    anchor: repeated ? anchor.date : date,
    statesYear: true,
  };
}

/** "at 1910", "from 0600 to 1200", "1645 local time", "1000 (1600 GMT)": times as soldiers and airports write them. */
function isTimeOfDay(text: string, [start, end]: Span): boolean {
  if (Number(text.slice(start + 2, start + 4)) > 59 && end - start === 4) return false;
  if (/^ ?(?:hrs|hours|GMT|UTC|EST|EDT|local time|\(\d{4} GMT)/u.test(text.slice(end, end + 24))) return true;
  return /\b(?:[01]\d|2[0-3])[0-5]\d (?:and|to|until|-) $|\bat (?:about |around |approximately )?$/iu.test(
    text.slice(Math.max(0, start - 24), start),
  );
}

function eraYear({ after, year, era }: Groups): Meaning | undefined {
  const number = Number(after ?? year);
  if (number === 0) return undefined;
  const before = era !== undefined && era.toUpperCase().startsWith('B');
  return stated(
    { year: before ? 1 - number : number },
    before ? 'year before the era; 1 BC is year 0' : 'year of the era as written',
  );
}

function decade(first: number, part: string | undefined): Meaning {
  const rest = { anchor: { year: first }, statesYear: true };
  if (part !== undefined)
    return {
      ...rest,
      edtf: partOfYears(first, 10, partOf(part)),
      certainty: 'vague',
      rule: 'part of the decade as written',
    };
  return { ...rest, edtf: `${String(first).slice(0, 3)}X`, certainty: 'stated', rule: 'decade as written' };
}

const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];

function shortDecade(match: RegExpExecArray, { text, span, reference }: DateContext): Meaning | undefined {
  const { figures, word, plain, part } = match.groups!;
  if (
    /\b(?:his|her|their|my|your|our|its)\s(?:early |mid |late )?$/iu.test(
      text.slice(Math.max(0, span[0] - 16), span[0]),
    )
  )
    return undefined;
  const tens = figures ?? plain ?? String((DECADES.indexOf(word!.toLowerCase()) + 2) * 10);
  const meaning = decade(fullYear(Number(tens), reference), part);
  return {
    ...meaning,
    certainty: part === undefined ? 'inferred' : 'vague',
    rule: 'decade; the last one of that name',
  };
}

function century({ part, inner, century: written, era }: Groups): Meaning | undefined {
  const number = dayNumberOf(written!);
  if (number < 1 || number > 21) return undefined;
  const first = (number - 1) * 100;
  if (era !== undefined)
    return {
      edtf: `${formatCalendarDate({ year: 1 - number * 100 })}/${formatCalendarDate({ year: -first })}`,
      certainty: 'stated',
      rule: 'century before the era as written',
    };
  const which = inner ?? part;
  if (which !== undefined)
    return { edtf: partOfYears(first, 100, partOf(which)), certainty: 'vague', rule: 'part of the century as written' };
  return { edtf: `${String(number - 1).padStart(2, '0')}XX`, certainty: 'stated', rule: 'century as written' };
}

function quarterOf({ nth, number, number2, year, year2, year3 }: Groups): Meaning {
  const which = nth === undefined ? Number(number ?? number2) : ORDINAL_QUARTER[nth.toLowerCase()]!;
  const ofYear = Number(year ?? year2 ?? year3);
  return {
    edtf: quarter(ofYear, which),
    certainty: 'stated',
    rule: 'quarter and year as written',
    anchor: { year: ofYear, month: which * 3 },
    statesYear: true,
  };
}

function bareQuarter({ nth, number, which }: Groups, { reference, tense }: DateContext): Meaning {
  if (!reference) return { edtf: null, certainty: 'vague', rule: 'quarter; the article’s date is not known' };
  const wanted = nth === undefined ? Number(number) : ORDINAL_QUARTER[nth.toLowerCase()]!;
  const relative = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  const begun = reference.month === undefined || wanted * 3 - 2 <= reference.month || tense() === 'future';
  const year = reference.year + relative - (which === undefined && !begun ? 1 : 0);
  const rule =
    which === undefined
      ? 'quarter + article year, or the last one before it'
      : 'quarter + year from the article’s date';
  return {
    edtf: quarter(year, wanted),
    certainty: which === undefined ? 'inferred' : 'resolved',
    rule,
    anchor: { year, month: wanted * 3 },
  };
}

function half({ half: which, year: written }: Groups): Meaning {
  const year = Number(written);
  const edtf = /first/iu.test(which!) ? `${written}-01/${written}-06` : `${written}-07/${written}-12`;
  return { edtf, certainty: 'stated', rule: 'half and year as written', anchor: { year }, statesYear: true };
}

function stated(date: { readonly year: number }, rule: string): Meaning {
  return { edtf: formatCalendarDate(date), certainty: 'stated', rule, anchor: date, statesYear: true };
}
