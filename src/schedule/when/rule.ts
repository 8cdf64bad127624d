import { z } from 'zod';

const dateSchema = z.iso.date();
const timeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'a time is HH:MM');
const timesSchema = z.array(timeSchema).min(1).max(96).readonly();
const weekdaySchema = z.int().min(1).max(7);
const everySchema = z.int().min(1).max(366);

const leftOutSchema = z
  .string()
  .regex(/^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, 'a day is YYYY-MM-DD');
/** A range of days that are left out, the last one included: of every year (`12-24`), or of one (`2026-12-24`). */
const leftOutRangeSchema = z.strictObject({ from: leftOutSchema, to: leftOutSchema }).readonly();
export type LeftOutRange = z.infer<typeof leftOutRangeSchema>;

/** Days on which a rule does not run although it would. */
const exceptSchema = z
  .strictObject({
    weekdays: z.array(weekdaySchema).min(1).max(7).readonly().optional(),
    dates: z.array(leftOutRangeSchema).min(1).max(40).readonly().optional(),
  })
  .readonly();
export type Except = z.infer<typeof exceptSchema>;

/** First and last day of a rule; a rule of every n-th day, week, month or year counts from its first. */
const range = { start: dateSchema.optional(), until: dateSchema.optional(), except: exceptSchema.optional() };

const numberedDay = { day: z.union([z.int().min(1).max(31), z.literal('last')]) };
const countedDay = {
  nth: z.union([z.int().min(1).max(5), z.literal('last')]),
  weekday: z.union([weekdaySchema, z.literal('working')]),
};
const monthDaySchema = z.union([z.strictObject(numberedDay).readonly(), z.strictObject(countedDay).readonly()]);
/** A day named by its place in a month; a month that has no such day (31st, fifth Monday) has no run. */
export type MonthDay = z.infer<typeof monthDaySchema>;

const month = { month: z.int().min(1).max(12) };
const yearDaySchema = z.union([
  z.strictObject({ ...month, ...numberedDay }).readonly(),
  z.strictObject({ ...month, ...countedDay }).readonly(),
]);
/** A day named by its place in a month of each year; a year that has no such day (29 February) has no run. */
export type YearDay = z.infer<typeof yearDaySchema>;

/**
 * When a schedule runs, in the local time of its zone. Dates are YYYY-MM-DD, times HH:MM in ascending order, weekdays 1
 * (Monday) to 7. An interval starts over each day at its first time.
 */
export const ruleSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('once'), date: dateSchema, time: timeSchema }),
    z.strictObject({ kind: z.literal('days'), every: everySchema, times: timesSchema, ...range }),
    z.strictObject({
      kind: z.literal('weeks'),
      every: everySchema,
      weekdays: z.array(weekdaySchema).min(1).max(7).readonly(),
      times: timesSchema,
      ...range,
    }),
    z.strictObject({
      kind: z.literal('months'),
      every: everySchema,
      on: z.array(monthDaySchema).min(1).max(31).readonly(),
      times: timesSchema,
      ...range,
    }),
    z.strictObject({
      kind: z.literal('years'),
      every: everySchema,
      on: z.array(yearDaySchema).min(1).max(40).readonly(),
      times: timesSchema,
      ...range,
    }),
    z.strictObject({
      kind: z.literal('interval'),
      minutes: z.int().min(1).max(1439),
      from: timeSchema,
      to: timeSchema,
      weekdays: z.array(weekdaySchema).min(1).max(7).readonly(),
      ...range,
    }),
    z.strictObject({ kind: z.literal('cron'), expression: z.string().min(1).max(200) }),
  ])
  .readonly();
export type Rule = z.infer<typeof ruleSchema>;
export type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;

export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
export const WORKING_DAYS: readonly number[] = [1, 2, 3, 4, 5];
