import type { Span } from '../../span.ts';
import { formatCalendarDate } from '../calendar.ts';
import { type RuleMatch, patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { yearInWords, YEAR_IN_WORDS, PART, partOf, YEAR } from '../dateWords.ts';
import { partInterval } from '../edtf.ts';
import type { RuleId } from '../ruleReading.ts';
import { isNumberOfThings } from '../numberOfThings.ts';
import { fullYear } from './numericDates.ts';

const NOT_MORE = '(?![\\d%°]| ?\\+|[.,:]\\d|\\s?[x×]\\s?\\d)';
const NOT_COUNTED =
  '(?<![$£€¥#@.,:\\d/+=_-]|\\b(?:No|no|nos|pp?|pages?|vols?|version|v|route|flight|room|number|model|section|chapter|line|verse|paragraph|article|about|nearly|some|than|almost|roughly|approximately|at least|up to|over|extension|ext|US|USD|Rs)\\.?\\s|[Tt]he number )';
/** "In about 1490" is a time, "about 1490" a count. */
const ABOUT_A_TIME =
  '(?<=\\b(?:(?:in|since|until|founded|born|established|dat(?:e|es|ed|ing) (?:from|to|back to)) (?:about|roughly|approximately) |ca?\\.))';
/** What follows a count rather than a year; years before 1900 and from 2050 need a word that leads to a year. */
const COUNTED =
  /^[ -](?:people|persons|men|women|children|students|soldiers|troops|workers|jobs|homes|houses|cases|deaths|members|employees|votes|seats|miles?|km|kilomet|met(?:er|re)s?|feet|ft\b|mm\b|cm\b|kg\b|pounds?|tons?|tonnes|dollars|euros|hours|minutes|seconds|days|weeks|months|years|degrees|percent|per cent|million|billion|shares|points|pages|words|times|calories|watts|mph|rpm|or so (?:people|men))/u;
const LEADS_TO_YEAR =
  /(?:\b(?:in|since|by|until|till|from|to|through|during|before|after|between|and|or|of|around|circa|approximately|roughly|c\.|ca\.|year|years|early|late|mid|summer|spring|autumn|winter|fall|about|back in|for|the|born|died|b\.|d\.)[ -]|\bca?\.|[(–—-] ?|, )$/iu;
const LIKELY_FROM = 1900;
const LIKELY_TO = 2049;
/** Years, of the era and before it. */
export const years: readonly DateRule[] = [
  {
    name: 'year',
    pattern: patternOf(
      `(?:${NOT_COUNTED}|${ABOUT_A_TIME})(?:(?<part>${PART})[- ])?(?:(?:fiscal|financial) (?:year )?|FY ?)?(?<year>${YEAR})${NOT_MORE}(?!s\\b|['’]s)`,
    ),
    means: (match, context) => year(match, context),
  },
  {
    name: 'possessive-year',
    pattern: patternOf(`${NOT_COUNTED}(?<year>(?:19|20)\\d{2})(?=['’]s(?! (?:and|were|was|saw)))`),
    means: ({ groups }) => statedYear({ year: Number(groups['year']) }, 'year'),
  },
  {
    name: 'year-of-the-era',
    pattern: patternOf(
      '(?:(?:AD|CE) (?<after>\\d{1,4})|(?<year>\\d{1,4}) (?<era>AD|CE|BCE?|B\\.C\\.(?:E\\.)?|A\\.D\\.))',
    ),
    means: ({ groups }) => eraYear(groups),
  },
  {
    name: 'year-of-three-figures',
    pattern: patternOf(
      '(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Aa]fter|[Bb]efore|[Aa]round|c\\.) )(?<year>[1-9]\\d{2})(?=[,.;)]| (?:[a-z]|[–-]|\\())(?! ?(?:BC|CE|AD|people|men|women|of|cases|miles|metres|kilomet|feet|years|days|pages|million|percent|per|to|states|countries|cities|towns|places|different|other|new|more))|(?<=\\(c\\. \\d{3} – )(?<last>[1-9]\\d{2})(?=\\))',
    ),
    means: ({ groups }, { earlyEra }) =>
      earlyEra ? statedYear({ year: Number(groups['year'] ?? groups['last']) }, 'year-of-early-era') : undefined,
  },
  {
    name: 'year-in-two-figures',
    pattern: patternOf(
      "(?<=\\b(?:in|of|since|from|to|until|by|summer|spring|winter|fall|autumn|early|late) )['’‘](?<short>\\d{2})(?!\\d|s)",
    ),
    means: ({ groups }, { reference }) =>
      statedYear({ year: fullYear(Number(groups['short']), reference) }, 'year-in-two-figures'),
  },
  {
    name: 'year-in-words',
    pattern: patternOf(YEAR_IN_WORDS),
    means: ([written]) => statedYear({ year: yearInWords(written) }, 'year-in-words'),
  },
];

const EARLY_ERA =
  /\b(?:AD|CE|BCE?|A\.D\.|B\.C\.|[4-9]th century|(?:fourth|fifth|sixth|seventh|eighth|ninth) century)\b|\((?:born |c\. ?|ca\. ?)?\d{3} ?[–-] ?(?:c\. ?)?\d{3}\)/u;

/** Returns true if a text shows that it is about the first thousand years of the era. */
export function isOfEarlyEra(text: string): boolean {
  return EARLY_ERA.test(text);
}

type Groups = Readonly<Record<string, string | undefined>>;

function year(match: RuleMatch, context: DateContext): Meaning | undefined {
  const { text, span, anchor } = context;
  const { part, year: written } = match.groups;
  const date = { year: Number(written) };
  const after = text.slice(span[1], span[1] + 24);
  const before = text.slice(Math.max(0, span[0] - 16), span[0]);
  if (COUNTED.test(after)) return undefined;
  // "In 2012 and 2013": after a year and "and", no time of day.
  const afterYear = anchor?.statesYear === true && /^(?:,| and| or) ?$/u.test(text.slice(anchor.span[1], span[0]));
  if ((!afterYear && isTimeOfDay(text, span)) || isNumberOfThings(context)) return undefined;
  const likely = date.year >= LIKELY_FROM && date.year <= LIKELY_TO;
  const leads = LEADS_TO_YEAR.test(before) || before === '' || before.endsWith('\n');
  if (!likely && !(leads && !/^ \p{Ll}+s\b/u.test(after))) return undefined;
  if (/\b(?:at|of|about|around) $/iu.test(before) && /^ (?:\p{Ll}+ )?\p{Ll}+s\b/u.test(after) && !likely)
    return undefined;
  if (part !== undefined)
    return {
      edtf: partInterval(date, partOf(part)),
      certainty: 'vague',
      ruleId: 'part-of-year',
      anchor: date,
      statesYear: true,
    };
  const repeated = anchor?.sameSentence === true && anchor.date.year === date.year;
  return {
    edtf: formatCalendarDate(date),
    certainty: 'stated',
    ruleId: 'year',
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
  return statedYear({ year: before ? 1 - number : number }, before ? 'year-before-era' : 'year-of-era');
}

function statedYear(date: { readonly year: number }, ruleId: RuleId): Meaning {
  return { edtf: formatCalendarDate(date), certainty: 'stated', ruleId, anchor: date, statesYear: true };
}
