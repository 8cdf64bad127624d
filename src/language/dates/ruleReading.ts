import { z } from 'zod';

/** The rules by which expressions get their dates; `reply/words/dateRuleWords.ts` has a sentence for each. */
export const RULE_IDS = [
  'iso-date',
  'iso-month',
  'year-month-day',
  'dotted-date',
  'slashed-date',
  'slashed-date-by-order',
  'slashed-date-ambiguous',
  'month-day-and-year',
  'day-month-and-year',
  'month-day-and-relative-year',
  'day-month-and-relative-year',
  'month-and-day',
  'day-and-month',
  'month-and-year',
  'month-and-relative-year',
  'year-and-month',
  'further-day',
  'september-11',
  'holiday-and-year',
  'holiday',
  'month',
  'relative-month',
  'last-month',
  'next-month',
  'season-and-year',
  'season-and-relative-year',
  'season',
  'last-season',
  'next-season',
  'coming-season',
  'begun-season',
  'season-of-article-year',
  'season-of-earlier-year',
  'quarter-and-year',
  'quarter',
  'quarter-and-relative-year',
  'half-and-year',
  'years',
  'decades',
  'two-dates',
  'period-ended',
  'part-of-period',
  'dates',
  'year',
  'year-of-early-era',
  'year-in-two-figures',
  'year-in-words',
  'part-of-year',
  'year-before-era',
  'year-of-era',
  'decade',
  'part-of-decade',
  'latest-decade',
  'century',
  'part-of-century',
  'century-before-era',
  'two-days-before',
  'day-before',
  'article-day',
  'day-after',
  'two-days-after',
  'weekday',
  'weekday-before',
  'weekday-after',
  'weekday-ahead',
  'weekday-up-to',
  'period',
  'week',
  'counted',
  'counted-to-the-day',
  'counted-span',
  'some-hours-before',
  'some-time-before',
  'some-time-up-to',
  'some-time-after',
  'present',
  'holds-at-article-date',
  'same-period',
  'counted-from-expression',
  'age',
  'counted-from-named',
  'weekday-counted',
  'weekday-where-written',
  'dateline-day',
  'day-of-the-lead',
  'day-of-the-story',
  'only-day-of-match',
  'after-another',
  'counted-from-event',
  'since-it-began',
  'date-told-before',
] as const;
/** Names a rule; in JSON it stays the same when the sentence is reworded. */
export type RuleId = (typeof RULE_IDS)[number];

/** What a rule's sentence needs besides the rule. */
export const ruleDataSchema = z
  .object({
    count: z.number(),
    /** A word of the text: `years`, `weekend`, `spring`. */
    unit: z.string(),
    way: z.enum(['before', 'of', 'up to', 'after']),
    /** Some part of a period, or what is earlier or later in it than the article's date. */
    part: z.enum(['some', 'earlier', 'later']),
    order: z.enum(['day first', 'month first']),
    /** Where the year of a month or day comes from that is written without one. */
    year: z.enum(['article', 'stated before', 'weekday', 'last', 'next']),
    /** What is not known, so that the date is missing or coarse. */
    lacks: z.enum(['article date', 'article month', 'article day', 'year', 'exact expression']),
    /** Whether it goes on from that date. */
    since: z.literal(true),
    /** Whether it holds up to that date ("as of"). */
    upTo: z.literal(true),
    /** Whether the text says "around" before it. */
    about: z.literal(true),
  })
  .partial()
  .readonly();
export type RuleData = z.infer<typeof ruleDataSchema>;
export type YearSource = NonNullable<RuleData['year']>;

/** By which rule an expression got its date. */
export interface RuleReading {
  readonly ruleId: RuleId;
  readonly ruleData?: RuleData | undefined;
}
