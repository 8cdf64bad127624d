import { exists, type CalendarDate } from '../calendar.ts';
import { groupOf, patternOf, type DateContext, type DateRule, type Meaning } from '../dateRule.ts';
import { DASH, DAY, dayNumberOf, MONTH, monthOf, YEAR, isCapitalised } from '../dateWords.ts';
import { interval } from '../edtf.ts';
import { inferYear } from '../inferYear.ts';
import type { RuleId } from '../ruleReading.ts';

const TO = `(?:${DASH}|\\s(?:to|until|till|through|and)\\s)`;
const OPEN = '(?:(?:between|from)\\s)?';
const NOT_MORE = '(?![\\d%]|[.,]\\d)';
const COUNTED = '(?<![$£€#.,\\d/-]|[Nn]o\\. |pp?\\. )';
const YEAR_AFTER = `(?:,?\\s(?<year>${YEAR})${NOT_MORE})`;

/** Two years, months or days with "to", "and" or a dash between them: a closed interval. */
export const ranges: readonly DateRule[] = [
  {
    name: 'years-with-a-dash',
    pattern: patternOf(
      `(?:between\\s|from\\s)?(?:${COUNTED}|(?<=\\bca?\\.))(?<from>${YEAR})${DASH}(?<to>${YEAR}|\\d{2})${NOT_MORE}(?!-)`,
    ),
    means: (match) => years(match.groups),
  },
  {
    name: 'season-with-a-slash',
    pattern: patternOf(`${COUNTED}(?<from>${YEAR})/(?<to>\\d{2})(?![\\d%/]|[.,]\\d)`),
    // "2018/12" is a month.
    means: ({ groups }) =>
      (Number(groups['from']) + 1) % 100 === Number(groups['to']) && Number(groups['to']) > 12
        ? years(groups)
        : undefined,
  },
  {
    name: 'from-year-to-year',
    pattern: patternOf(
      `(?:from\\s(?:the years?\\s)?(?<from>${YEAR})\\s(?:to|until|till|through)|between\\s(?:the years\\s)?(?<start>${YEAR})\\s(?:and|to))\\s(?<to>${YEAR})${NOT_MORE}`,
    ),
    means: ({ groups }) => years({ from: groups['from'] ?? groups['start'], to: groups['to'] }),
  },
  {
    name: 'days-of-one-month-month-first',
    pattern: patternOf(
      `(?:between\\s|from\\s)?(?<month>${MONTH})\\s(?<first>${DAY})(?:${DASH}|\\s(?:to|until|till|through)\\s)(?<last>${DAY})${YEAR_AFTER}?`,
    ),
    means: (match, context) => days(match.groups, context),
  },
  {
    name: 'days-of-one-month-between-two-month-first',
    pattern: patternOf(`between\\s(?<month>${MONTH})\\s(?<first>${DAY})\\sand\\s(?<last>${DAY})${YEAR_AFTER}?`),
    means: (match, context) => days(match.groups, context),
  },
  {
    name: 'days-of-one-month-days-first',
    pattern: patternOf(
      `(?:(?:between\\s|from\\s)(?:the )?(?<first>${DAY})\\s(?:and|to|until|till|through)\\s(?:the )?(?<last>${DAY})|(?<one>${DAY})(?:${DASH}|\\s(?:to|until|through)\\s)(?<two>${DAY}))(?: of)?\\s(?<month>${MONTH})(?:,?\\s(?<year>${YEAR})${NOT_MORE})?`,
    ),
    means: ({ groups }, context) =>
      days({ ...groups, first: groups['first'] ?? groups['one'], last: groups['last'] ?? groups['two'] }, context),
  },
  {
    name: 'days-of-two-months',
    pattern: patternOf(
      `${OPEN}(?:(?<month>${MONTH})\\s(?<first>${DAY})|(?<firstDay>${DAY})\\s(?<firstMonth>${MONTH}))(?:,?\\s(?<year>${YEAR}))?(?:${DASH}|\\s(?:to|until|till|through)\\s)(?:(?<month2>${MONTH})\\s(?<last>${DAY})|(?<lastDay>${DAY})\\s(?<lastMonth>${MONTH}))(?:,?\\s(?<year2>${YEAR})${NOT_MORE})?`,
    ),
    means: ({ groups }, context) => acrossMonths(groups, context),
  },
  {
    name: 'months',
    pattern: patternOf(
      `(?:(?:between|from)\\s(?<month>${MONTH})(?:\\s(?<year>${YEAR}))?${TO}|(?<monthA>${MONTH})(?:\\s(?<yearA>${YEAR}))?(?:${DASH}|\\s(?:to|through|until)\\s))(?<month2>${MONTH})(?![\\s]\\d{1,2}(?!\\d))(?:,?\\s(?<year2>${YEAR})${NOT_MORE})?`,
    ),
    means: ({ groups }, context) =>
      acrossMonths(
        { ...groups, month: groups['month'] ?? groups['monthA'], year: groups['year'] ?? groups['yearA'] },
        context,
      ),
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

function years({ from, to = '' }: Groups): Meaning | undefined {
  const start = Number(from);
  const end = to.length === 2 ? Math.floor(start / 100) * 100 + Number(to) : Number(to);
  if (end <= start) return undefined;
  return statedRange({ year: start }, { year: end }, 'years');
}

function days(groups: Groups, context: DateContext): Meaning | undefined {
  const [first, last] = [dayNumberOf(groupOf(groups, 'first')), dayNumberOf(groupOf(groups, 'last'))];
  const month = monthOf(groupOf(groups, 'month'));
  if (last <= first || !isCapitalised(groupOf(groups, 'month'))) return undefined;
  return spanned({ month, day: first }, { month, day: last }, { from: groups['year'], to: groups['year'] }, context);
}

function acrossMonths(groups: Groups, context: DateContext): Meaning | undefined {
  const month = groups['month'] ?? groupOf(groups, 'firstMonth');
  const month2 = groups['month2'] ?? groupOf(groups, 'lastMonth');
  if (!isCapitalised(month) || !isCapitalised(month2)) return undefined;
  const first = groups['first'] ?? groups['firstDay'];
  const last = groups['last'] ?? groups['lastDay'];
  return spanned(
    { month: monthOf(month), day: first === undefined ? undefined : dayNumberOf(first) },
    { month: monthOf(month2), day: last === undefined ? undefined : dayNumberOf(last) },
    { from: groups['year'], to: groups['year2'] },
    context,
  );
}

interface Piece {
  readonly month: number;
  readonly day: number | undefined;
}

function spanned(
  start: Piece,
  end: Piece,
  written: { from: string | undefined; to: string | undefined },
  context: DateContext,
): Meaning | undefined {
  const wraps = end.month < start.month ? 1 : 0;
  if (written.to !== undefined || written.from !== undefined) {
    const to = Number(written.to ?? Number(written.from) + wraps);
    const from = Number(written.from ?? to - wraps);
    return statedRange({ year: from, ...start }, { year: to, ...end }, 'dates');
  }
  const found = inferYear(end, context);
  if (!found)
    return {
      edtf: null,
      certainty: 'vague',
      ruleId: 'dates',
      ruleData: { lacks: 'year' },
    };
  const from = { year: found.date.year - wraps, ...start };
  if (!exists(from) || !exists({ year: found.date.year, ...end })) return undefined;
  return {
    edtf: interval(from, { year: found.date.year, ...end }),
    certainty: found.certainty,
    ruleId: 'dates',
    ruleData: { year: found.source },
    anchor: found.date,
  };
}

function statedRange(from: CalendarDate, to: CalendarDate, ruleId: RuleId): Meaning | undefined {
  if (!exists(from) || !exists(to)) return undefined;
  return { edtf: interval(from, to), certainty: 'stated', ruleId, anchor: to, statesYear: true };
}
