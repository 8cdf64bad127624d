import { addMonths, dayNumber, formatCalendarDate, type CalendarDate } from '../calendar.ts';
import { type RuleMatch, groupOf, patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { MONTH, monthOf, PART, partOf, SEASON, seasonOf, YEAR, isCapitalised } from '../dateWords.ts';
import { partInterval } from '../edtf.ts';
import { inferYear } from '../inferYear.ts';
import type { RuleId, RuleReading } from '../ruleReading.ts';

/** Months that are also words or first names count as a month only after such a word. */
const WORDS_TOO = /^(?:may|march|april|june|august|jan)$/iu;
const LEADS_TO_MONTH =
  /(?:^|[\s(—–-])(?:in|of|since|by|until|till|from|to|through|throughout|during|before|after|between|and|or|for|early|late|mid|last|next|this|every|each|around|about|through|past|on)[\s-]$/iu;
const NAME_AFTER = /^ (?:\p{Lu}\.? ?\p{Lu}?\p{Ll}*|Day\b)/u;

/** Months and seasons without a year, or with "last", "this" or "next". */
export const months: readonly DateRule[] = [
  {
    name: 'last-this-or-next-month-by-name',
    pattern: patternOf(
      `(?:(?<part>${PART})[- ])?(?<which>last|this past|this coming|this|next|the following|the previous) (?:uh )?(?<month>${MONTH})(?! ?\\d)`,
    ),
    means: ({ groups }, context) => turnedMonth(groups, context),
  },
  {
    name: 'month',
    pattern: patternOf(`(?:(?<part>${PART})[- ])?(?<month>${MONTH})(?!['’]?s? (?:said|says)| \\d)`),
    means: (match, context) => month(match, context),
  },
  {
    name: 'season-and-year',
    pattern: patternOf(
      `(?:(?<part>${PART})[- ])?(?:the )?(?<season>${SEASON})(?:,? (?:of )?(?:the year )?(?<year>${YEAR})(?!\\d)| of (?<which>last|this|next) year|,? (?<whichAfter>last|this|next) year)`,
    ),
    means: ({ groups }, context) =>
      season({ ...groups, which: groups['which'] ?? groups['whichAfter'], ofYear: 'yes' }, context),
  },
  {
    name: 'last-this-or-next-season',
    pattern: patternOf(
      `(?:(?:early|late|earlier|later) )?(?<which>last|this past|this coming|this|next) (?<season>${SEASON})`,
    ),
    means: ({ groups }, context) => season(groups, context),
  },
  {
    name: 'season',
    pattern: patternOf(
      `(?<=(?:in|during|over|by|until|throughout|since|for) (?:early |late |mid-)?)(?:the )?(?<season>${SEASON})(?! (?:of|camp|term|semester|school|line|collection|break|games|olympics|session))`,
    ),
    means: ({ groups }, context) => season(groups, context),
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

function turnedMonth(groups: Groups, { reference, anchor }: DateContext): Meaning | undefined {
  const name = groupOf(groups, 'month');
  if (!isCapitalised(name)) return undefined;
  const month = monthOf(name);
  const which = groupOf(groups, 'which').toLowerCase();
  const base = /the /u.test(which) ? (anchor?.date ?? reference) : reference;
  if (!base)
    return {
      edtf: `XXXX-${String(month).padStart(2, '0')}`,
      certainty: 'vague',
      ruleId: 'relative-month',
      ruleData: { lacks: 'article date' },
    };
  const now = base.month ?? 12;
  const earlier = /last|past|previous/u.test(which) ? (month < now ? 0 : -1) : undefined;
  const later = /next|coming|following/u.test(which) ? (month > now ? 0 : 1) : undefined;
  const date = { year: base.year + (earlier ?? later ?? 0), month };
  const rule: RuleReading =
    earlier !== undefined
      ? { ruleId: 'last-month' }
      : later !== undefined
        ? { ruleId: 'next-month' }
        : { ruleId: 'month', ruleData: { year: 'article' } };
  return monthMeaning(date, groups['part'], { certainty: 'resolved', ...rule });
}

function month(match: RuleMatch, context: DateContext): Meaning | undefined {
  const { part, month: name = '' } = match.groups;
  const { text, span } = context;
  if (!isCapitalised(name) || (WORDS_TOO.test(name) && NAME_AFTER.test(text.slice(span[1], span[1] + 20))))
    return undefined;
  const before = text.slice(Math.max(0, span[0] - 14), span[0]);
  if (name.length === 3 && /\p{Lu}\p{L}* $/u.test(before) && !LEADS_TO_MONTH.test(before)) return undefined;
  if (part === undefined && WORDS_TOO.test(name)) {
    const described =
      /\b(?:an?|the|its|his|her|their|our) $/u.test(before) &&
      /^ (?!on\b|of\b|to\b|for\b|and\b)\p{Ll}/u.test(text.slice(span[1], span[1] + 6));
    if (!LEADS_TO_MONTH.test(before) && !described) return undefined;
    if (context.names.has(name.toLowerCase()) && !/\b(?:in|since|until|during|last|next|this) $/iu.test(before))
      return undefined;
    if (
      /^ (?:said|says|was|is|has|had|told|will|would|and \p{Lu}\p{Ll}+ )/u.test(text.slice(span[1], span[1] + 30)) &&
      /\b(?:by|for|to|from|and|or|of|on|after|before) $/iu.test(before)
    )
      return undefined;
  }
  const found = inferYear({ month: monthOf(name) }, context);
  if (!found) {
    const edtf = `XXXX-${String(monthOf(name)).padStart(2, '0')}`;
    return { edtf, certainty: 'vague', ruleId: 'month', ruleData: { lacks: 'year' } };
  }
  return monthMeaning(found.date, part, {
    certainty: found.certainty,
    ruleId: 'month',
    ruleData: { year: found.source },
  });
}

function monthMeaning(
  date: CalendarDate,
  part: string | undefined,
  rest: Pick<Meaning, 'certainty' | 'ruleId' | 'ruleData'>,
): Meaning {
  if (part === undefined) return { ...rest, edtf: formatCalendarDate(date), anchor: date };
  return { ...rest, edtf: partInterval(date, partOf(part)), certainty: 'vague', anchor: date };
}

/** The months in which seasons begin in the north, as meteorologists count them. */
/** The code of spring, and its first month; the others follow at three months. */
const SPRING = 21;
const SPRING_MONTH = 3;

function season(groups: Groups, context: DateContext): Meaning | undefined {
  const code = seasonOf(groupOf(groups, 'season'));
  if (
    groupOf(groups, 'season').toLowerCase() === 'fall' &&
    groups['which'] === undefined &&
    groups['year'] === undefined
  )
    return undefined;
  if (groups['year'] !== undefined)
    return seasonal(Number(groups['year']), code, {
      certainty: 'stated',
      ruleId: 'season-and-year',
      statesYear: true,
    });
  const which = groups['which']?.toLowerCase();
  const { reference } = context;
  if (!reference)
    return {
      edtf: `XXXX-${code}`,
      certainty: 'vague',
      ruleId: 'season',
      ruleData: { lacks: 'year' },
    };
  if (groups['ofYear'] !== undefined) {
    const year = reference.year + (which === 'last' ? -1 : which === 'next' ? 1 : 0);
    return seasonal(year, code, { certainty: 'resolved', ruleId: 'season-and-relative-year' });
  }
  const told =
    context.yearAnchor?.sameParagraph && context.tense() !== 'future' ? context.yearAnchor.date.year : undefined;
  if (which === undefined && told !== undefined && told !== reference.year)
    return seasonal(told, code, { certainty: 'inferred', ruleId: 'season', ruleData: { year: 'stated before' } });
  const sure = reference.month !== undefined && which !== undefined;
  const { year, ruleId } = seasonYear(which ?? (context.tense() === 'future' ? 'coming' : 'up to'), code, reference);
  return seasonal(year, code, { certainty: sure ? 'resolved' : 'inferred', ruleId });
}

function seasonYear(which: string, code: number, reference: CalendarDate): { year: number; ruleId: RuleId } {
  const now = dayNumber({ ...reference, month: reference.month ?? 12 });
  const firstMonth = SPRING_MONTH + (code - SPRING) * 3;
  const start = (year: number): number => dayNumber({ year, month: firstMonth, day: 1 });
  const end = (year: number): number => dayNumber({ ...addMonths({ year, month: firstMonth }, 3), day: 1 });
  let { year } = reference;
  if (/last|past/u.test(which)) {
    while (end(year) > now) year -= 1;
    return { year, ruleId: 'last-season' };
  }
  if (/next/u.test(which)) {
    while (start(year) <= now) year += 1;
    return { year, ruleId: 'next-season' };
  }
  if (/coming/u.test(which)) {
    while (end(year) <= now) year += 1;
    return { year, ruleId: 'coming-season' };
  }
  if (which === 'up to') {
    while (start(year) > now) year -= 1;
    return { year, ruleId: 'begun-season' };
  }
  if (code === 24 && (reference.month ?? 12) < 3) year -= 1;
  return { year, ruleId: 'season-of-article-year' };
}

function seasonal(
  year: number,
  code: number,
  rest: Pick<Meaning, 'certainty' | 'ruleId' | 'ruleData' | 'statesYear'>,
): Meaning {
  return { ...rest, edtf: `${formatCalendarDate({ year })}-${code}`, anchor: { year } };
}
