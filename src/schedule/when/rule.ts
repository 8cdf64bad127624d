import { z } from 'zod';

const dateSchema = z.iso.date();
const timeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'a time is HH:MM');
const timesSchema = z.array(timeSchema).min(1).max(96).readonly();
const weekdaySchema = z.int().min(1).max(7);
const everySchema = z.int().min(1).max(366);

/** First and last day of a rule; a rule of every n-th day, week or month counts from its first. */
const range = { start: dateSchema.optional(), until: dateSchema.optional() };

const monthDaySchema = z.union([
  z.strictObject({ day: z.union([z.int().min(1).max(31), z.literal('last')]) }).readonly(),
  z
    .strictObject({
      nth: z.union([z.int().min(1).max(5), z.literal('last')]),
      weekday: z.union([weekdaySchema, z.literal('working')]),
    })
    .readonly(),
]);
/** A day named by its place in a month; a month that has no such day (31st, fifth Monday) has no run. */
export type MonthDay = z.infer<typeof monthDaySchema>;

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
