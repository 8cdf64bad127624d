import { formatCalendarDate } from '../calendar.ts';
import { type RuleMatch, patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { CENTURY_WORDS, DASH, dayNumberOf, ORDINAL_DAY, PART, partOf, YEAR } from '../dateWords.ts';
import { partOfYears } from '../edtf.ts';
import { fullYear } from './numericDates.ts';

/** A century's number. */
const CENTURY = `(?:\\d{1,2}(?:st|nd|rd|th)|${CENTURY_WORDS})`;
/** How far before it the word "century" may stand that a number goes back to. */
const NOUN_MAX_CHARS = 120;

/** Decades and centuries, and their parts. */
export const decades: readonly DateRule[] = [
  {
    name: 'decade',
    pattern: patternOf(
      `(?:(?<part>${PART})[- ])?(?:the )?(?:(?<inner>early|mid|late)[- ])?(?<decade>(?:1\\d|20)\\d0)['’]?s(?! ${YEAR})`,
    ),
    means: ({ groups }) => decade(Number(groups['decade']), groups['inner'] ?? groups['part']),
  },
  {
    name: 'decades',
    pattern: patternOf(
      "(?:the )?(?<from>(?:1\\d|20)\\d0)['’]?s (?<joint>and|to|through|until) (?:the )?(?<to>(?:1\\d|20)\\d0|['’‘]?[1-9]0)['’]?s",
    ),
    means: ({ groups }) => decadesTo(groups),
  },
  {
    name: 'decade-in-two-figures',
    pattern: patternOf(
      "(?<=\\b(?:the|early|mid|late|in)[- ])(?:(?<part>early|mid|late)[- ])?(?:['’‘](?<figures>\\d0)s|(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|(?<plain>[2-9]0)s)",
    ),
    means: (match, context) => shortDecade(match, context),
  },
  {
    name: 'century',
    pattern: patternOf(
      `(?:(?<part>${PART})[- ])?(?:the )?(?:(?<inner>early|mid|late)[- ])?(?<century>${ORDINAL_DAY})[- ]centur(?:y|ies)(?: (?<era>BC|BCE|B\\.C\\.))?`,
    ),
    means: ({ groups }) => century(groups),
  },
  {
    name: 'century-whose-noun-comes-later',
    pattern: patternOf(
      `(?:(?<part>${PART})[- ])?(?:the )?(?:(?<inner>early|mid|late)[- ])?(?<century>${CENTURY})(?=(?:, ${CENTURY}){0,3}(?:,? (?:and|or|to|through|until) |${DASH})(?:the )?(?:(?:early|mid|late)[- ])?${CENTURY}[- ]centur)`,
    ),
    means: ({ groups }) => century(groups),
  },
  {
    name: 'century-whose-noun-came-before',
    pattern: patternOf(
      `(?:(?<part>${PART})[- ])?the (?:(?<inner>early|mid|late)[- ])?(?<century>${CENTURY})(?=[,.;:)?!]|\\s*$|\\s(?:and|or|to|but|it|they|as|was|were|had)\\b)`,
    ),
    means: (match, { text, span }) => {
      const before = text.slice(Math.max(0, span[0] - NOUN_MAX_CHARS), span[0]);
      const [since] = before
        .split(/centur(?:y|ies)\b/iu)
        .slice(1)
        .slice(-1);
      return since === undefined || /[.!?]\s|\n|\bon $/u.test(since) ? undefined : century(match.groups);
    },
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

/** "The 1970s and ’80s" are one stretch; of "the 1970s and 1990s" each is a time of its own. */
function decadesTo({ from, joint, to = '' }: Groups): Meaning | undefined {
  const start = Number(from);
  const short = to.replace(/\D/gu, '');
  const end = short.length === 2 ? Math.floor(start / 100) * 100 + Number(short) : Number(short);
  if (end <= start || (joint === 'and' && end - start > DECADE_YEARS)) return undefined;
  const edtf = `${from}/${end + DECADE_YEARS - 1}`;
  return { edtf, certainty: 'inferred', ruleId: 'decades', coarse: true };
}

const DECADE_YEARS = 10;

function decade(first: number, part: string | undefined): Meaning {
  const rest = { coarse: true };
  if (part !== undefined)
    return {
      ...rest,
      edtf: partOfYears(first, 10, partOf(part)),
      certainty: 'vague',
      ruleId: 'part-of-decade',
    };
  return { ...rest, edtf: `${String(first).slice(0, 3)}X`, certainty: 'stated', ruleId: 'decade' };
}

const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];

function shortDecade(match: RuleMatch, { text, span, reference }: DateContext): Meaning | undefined {
  const { figures, word = '', plain, part } = match.groups;
  if (
    /\b(?:his|her|their|my|your|our|its)\s(?:early |mid |late )?$/iu.test(
      text.slice(Math.max(0, span[0] - 16), span[0]),
    )
  )
    return undefined;
  const tens = figures ?? plain ?? String((DECADES.indexOf(word.toLowerCase()) + 2) * 10);
  const meaning = decade(fullYear(Number(tens), reference), part);
  return {
    ...meaning,
    certainty: part === undefined ? 'inferred' : 'vague',
    ruleId: 'latest-decade',
  };
}

function century({ part, inner, century: written = '', era }: Groups): Meaning | undefined {
  const number = dayNumberOf(written);
  if (number < 1 || number > 21) return undefined;
  const first = (number - 1) * 100;
  if (era !== undefined)
    return {
      edtf: `${formatCalendarDate({ year: 1 - number * 100 })}/${formatCalendarDate({ year: -first })}`,
      certainty: 'stated',
      ruleId: 'century-before-era',
      coarse: true,
    };
  const which = inner ?? part;
  if (which !== undefined)
    return {
      edtf: partOfYears(first, 100, partOf(which)),
      certainty: 'vague',
      ruleId: 'part-of-century',
      coarse: true,
    };
  return { edtf: `${String(number - 1).padStart(2, '0')}XX`, certainty: 'stated', ruleId: 'century', coarse: true };
}
