import type { AnswerEvent } from '../../../answer/schema/eventAnswers.ts';
import type { RuleData, RuleId } from '../../../language/dates/ruleReading.ts';

const NTH = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
/** How a date was determined, as a clause; the functions need the rule's data. */
const RULES: Readonly<Record<RuleId, string | ((data: RuleData) => string)>> = {
  'iso-date': 'year, month and day as written (ISO 8601)',
  'iso-month': 'year and month as written (ISO 8601)',
  'year-month-day': 'year, month and day as written',
  'dotted-date': 'day, month and year as written, with dots',
  'slashed-date': 'day, month and year as written',
  'slashed-date-by-order': ({ order }) => `day, month and year, ${order} as in the article’s other dates`,
  'slashed-date-ambiguous': 'ambiguous: day and month can be read either way round',
  'month-day-and-year': 'month, day and year as written',
  'day-month-and-year': 'day, month and year as written',
  'month-day-and-relative-year': 'month and day as written, year counted from the article’s date',
  'day-month-and-relative-year': 'day and month as written, year counted from the article’s date',
  'month-and-day': 'month and day',
  'day-and-month': 'day and month',
  'month-and-year': 'month and year as written',
  'month-and-relative-year': 'month as written, year counted from the article’s date',
  'year-and-month': 'year, month and day as written',
  'further-day': 'day + month and year of the day before it',
  'september-11': '“9/11” is known as the day in 2001',
  'holiday-and-year': 'holiday and year as written',
  holiday: 'holiday',
  month: 'month',
  'relative-month': 'month relative to the article’s date',
  'last-month': 'the last such month before the article’s date',
  'next-month': 'the next such month after the article’s date',
  'season-and-year': 'season and year as written',
  'season-and-relative-year': 'season + year counted from the article’s date',
  season: 'season',
  'last-season': 'the last such season that was over at the article’s date',
  'next-season': 'the next such season to begin after the article’s date',
  'coming-season': 'the season that the verb looks ahead to',
  'begun-season': 'the last such season to have begun at the article’s date',
  'season-of-article-year': 'the season of the article’s year',
  'season-of-earlier-year': ({ unit }) => `${unit} + the year of the expression before it`,
  'quarter-and-year': 'quarter and year as written',
  quarter: ({ lacks }) => (lacks === undefined ? 'quarter + article year, or the last one before it' : 'quarter'),
  'quarter-and-relative-year': 'quarter + year counted from the article’s date',
  'period-ended': 'the period that ends on the day as written',
  'half-and-year': 'half and year as written',
  years: 'from one year to the other, as written',
  decades: 'from one decade to the other, as written',
  'two-dates': 'from one date to the one that follows on it',
  'part-of-period': 'as much of the year or month as is written',
  dates: ({ year, lacks }) =>
    `from one date to the other${year === undefined && lacks === undefined ? ', as written' : ''}`,
  year: 'year as written',
  'year-of-early-era': 'year as written, in a text about that era',
  'year-in-two-figures': 'year in two figures',
  'year-in-words': 'year written in words',
  'part-of-year': 'part of the year as written',
  'year-before-era': 'year before the era; 1 BC is year 0',
  'year-of-era': 'year of the era as written',
  decade: 'decade as written',
  'part-of-decade': 'part of the decade as written',
  'latest-decade': 'decade; the last one of that name',
  century: 'century as written',
  'part-of-century': 'part of the century as written',
  'century-before-era': 'century before the era as written',
  'two-days-before': 'two days before the article’s date',
  'day-before': 'the day before the article’s date',
  'article-day': 'the day of the article’s date',
  'day-after': 'the day after the article’s date',
  'two-days-after': 'two days after the article’s date',
  weekday: 'weekday',
  'weekday-before': 'the last such weekday before the article’s date',
  'weekday-after': 'the next such weekday after the article’s date',
  'weekday-ahead': 'the next such weekday after the article’s date, as the verb looks ahead',
  'weekday-up-to': 'the last such weekday up to the article’s date',
  period: periodInWords,
  week: (data) => `${periodInWords(data)}, Monday to Sunday`,
  counted: ({ count, unit, way }) =>
    count === undefined ? 'time counted from the article’s date' : `${count} ${unit} ${way} the article’s date`,
  'counted-to-the-day': ({ count, unit, way }) => `${count} ${unit} ${way} the article’s date, to the day`,
  'counted-span': ({ count, unit, way }) => `${count === 1 ? 'one' : count} ${unit} ${way} the article’s date`,
  'some-hours-before': 'the day of the article’s date, some hours before',
  'some-time-before': 'some time before the article’s date',
  'some-time-up-to': 'some time up to the article’s date',
  'some-time-after': 'some time from the article’s date on',
  present: 'the present, not one day',
  'holds-at-article-date': 'holds at the article’s date; its beginning and end are not said',
  'same-period': ({ unit }) => `the ${unit} of the expression before it`,
  'counted-from-expression': ({ count, unit, way }) => `${count} ${unit} ${way} the expression before it`,
  age: ({ count }) => `age ${count}, from the birth that the text gives`,
  'counted-from-named': ({ count, unit, way }) => `${count} ${unit} ${way} the date named with it`,
  'weekday-where-written': 'the day after the article’s date, which begins earlier where the dateline is',
  'weekday-counted': ({ count = 1, unit, way }) =>
    `the ${NTH[count - 1] ?? `${count}th`} ${unit} ${way} the article’s date`,
  'day-of-the-lead': 'the day that the article’s opening gives for this, as the sentence gives no other',
  'day-of-the-story': 'the day given for what this goes on from, as the sentence gives no other',
  'only-day-of-match': 'the only day shortly before the article’s date that it gives for a match',
  'after-another': 'about the time of what the sentence says came before it',
  'counted-from-event': ({ count, unit, way }) => `${count} ${unit} ${way} what the sentence counts from`,
  'date-told-before': 'the date just given for something of its kind, as the sentence gives none',
  'since-it-began': 'between the beginning of what it is part of and the report',
  'dateline-day': 'the dateline’s day, as the text gives no other',
};

const YEARS: Readonly<Record<NonNullable<RuleData['year']>, string>> = {
  article: 'article year',
  'stated before': 'the year stated before it',
  weekday: 'the year in which the weekday fits',
  last: 'the last one before the article’s date',
  next: 'the next one after the article’s date',
};

const LACKS: Readonly<Record<NonNullable<RuleData['lacks']>, string>> = {
  'article date': 'the article’s date is not known',
  'article month': 'the month of the article’s date is not known',
  'article day': 'the day of the article’s date is not known',
  year: 'the year is not known, as the article’s date is not',
  'exact expression': 'no expression before it is exact enough',
};

/** Says how a date was determined, in the editor's own words if there are any; empty if it is not known. */
export function dateRuleInWords({
  rule,
  ruleId,
  ruleData = {},
}: Pick<NonNullable<AnswerEvent['date']>, 'rule' | 'ruleId' | 'ruleData'>): string {
  if (rule !== undefined || ruleId === undefined) return rule ?? '';
  const clause = RULES[ruleId];
  const { year, lacks, since, upTo, about } = ruleData;
  return [
    typeof clause === 'string' ? clause : clause(ruleData),
    year === undefined ? '' : ` + ${YEARS[year]}`,
    lacks === undefined ? '' : `; ${LACKS[lacks]}`,
    about ? ', approximate as written' : '',
    since ? ', and since then' : '',
    upTo ? ', as things stood then' : '',
  ].join('');
}

function periodInWords({ unit, way, part }: RuleData): string {
  const period = `the ${unit} ${way} the article’s date`;
  if (part === 'some') return `part of ${period}`;
  return part === undefined ? period : `${period}, ${part === 'earlier' ? 'up to' : 'after'} it`;
}
