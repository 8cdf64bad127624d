import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleInWords } from '../../../src/reply/words/digests/ruleInWords.ts';
import { whenOption } from '../../../commands/digest/draft/whenOption.ts';
import { WHEN_EXAMPLES, whenProblem } from '../../../src/reply/words/digests/whenWords.ts';
import { parseWhen } from '../../../src/schedule/when/parseWhen.ts';
import { ruleSchema, type Rule } from '../../../src/schedule/when/rule.ts';

/** A Monday, 11:00 in Berlin. */
const now = Date.UTC(2026, 10, 23, 10);
const context = { zone: 'Europe/Berlin', now };

describe('parseWhen', () => {
  test.each([
    ['every weekday at 9:00', 'every weekday at 09:00'],
    ['weekdays 9am', 'every weekday at 09:00'],
    ['Monday to Friday at 08:15', 'every weekday at 08:15'],
    ['mon–fri at 9', 'every weekday at 09:00'],
    ['daily 08:30', 'every day at 08:30'],
    ['9:00', 'every day at 09:00'],
    ["every day at 9 o'clock", 'every day at 09:00'],
    ['every day at noon and midnight', 'every day at 00:00 and 12:00'],
    ['Mondays and Thursdays 17:00', 'every Monday and Thursday at 17:00'],
    ['Mondays, Wednesdays and Fridays at 9 and 17:30', 'every Monday, Wednesday and Friday at 09:00 and 17:30'],
    ['weekends 10h', 'every Saturday and Sunday at 10:00'],
    ['12am on sundays', 'every Sunday at 00:00'],
    ['sat to mon 12pm', 'every Monday, Saturday and Sunday at 12:00'],
    ['every 2 weeks on Friday 16:00', 'every 2 weeks on Friday at 16:00, starting 27 November 2026'],
    ['every other monday 10:59', 'every 2 weeks on Monday at 10:59, starting 30 November 2026'],
    ['every other monday 11:01', 'every 2 weeks on Monday at 11:01, starting 23 November 2026'],
    ['fortnightly on fri 4pm starting 4 dec', 'every 2 weeks on Friday at 16:00, starting 4 December 2026'],
    ['every 3 days at 7 until 2027-01-31', 'every 3 days at 07:00, starting 24 November 2026, until 31 January 2027'],
    ['first Monday of the month 10:00', 'on the first Monday of every month at 10:00'],
    ['every second monday of the month at 9', 'on the second Monday of every month at 09:00'],
    ['noon on the last friday of each month', 'on the last Friday of every month at 12:00'],
    ['last day of the month 18:00', 'on the last day of every month at 18:00'],
    ['last working day of the month 17.30', 'on the last working day of every month at 17:30'],
    ['1st and 15th of the month at 9:00', 'on the 1st and the 15th of every month at 09:00'],
    ['every month on day 31 at 9:00', 'on the 31st of every month at 09:00'],
    ['quarterly on the last day 9:00', 'every 3 months on the last day at 09:00, starting 31 December 2026'],
    ['every 4 hours between 8 and 20', 'every 4 hours between 08:00 and 20:00'],
    ['every hour on weekdays from 9am to 5pm', 'every hour between 09:00 and 17:00 every weekday'],
    ['every 30 minutes', 'every 30 minutes'],
    ['every half hour', 'every 30 minutes'],
    ['every quarter of an hour', 'every 15 minutes'],
    ['hourly at :15', 'every hour between 00:15 and 23:59'],
    ['once on 2026-12-01 09:00', 'once on 1 December 2026 at 09:00'],
    ['2026-12-01T09:00', 'once on 1 December 2026 at 09:00'],
    ['1 March at 9', 'once on 1 March 2027 at 09:00'],
    ['December 1, 2026 9am', 'once on 1 December 2026 at 09:00'],
    ['tomorrow 9am', 'once on 24 November 2026 at 09:00'],
    ['29 february 9:00', 'once on 29 February 2028 at 09:00'],
    ['0 9 * * 1-5', 'at 09:00, Monday through Friday (cron 0 9 * * 1-5)'],
    ['cron 30 8 1 JAN *', 'at 08:30, on day 1 of the month, only in January (cron 30 8 1 JAN *)'],
    ['0 18 L * *', 'at 18:00, on the last day of the month (cron 0 18 L * *)'],
    ['@daily', 'at 00:00 (cron @daily)'],
  ])('reads %j as %j', (typed, words) => {
    const reading = parseWhen(typed, context);
    expect(reading.kind === 'schedule' ? ruleInWords(reading.rule) : whenProblem(reading.problem)).toBe(words);
  });

  test.each([
    ['', 'Say when to post.'],
    ['banana', '"banana" was not understood; try '],
    ['mon-fri 9', '"mon-fri 9" was not understood; try '],
    ['daily', 'Say at what time, such as "at 9:00".'],
    ['weekly 9:00', 'Say on which day of the week, such as "every 2 weeks on Friday 16:00".'],
    ['daily 24:00', 'There is no time "24:00"; write it as 9:00, 17:30 or 9am.'],
    ['daily 9:60', 'There is no time "9:60"; write it as 9:00, 17:30 or 9am.'],
    ['daily 13pm', 'There is no time "13pm"; write it as 9:00, 17:30 or 9am.'],
    ['every 0 days 9:00', '"every 0 days" was not understood; try '],
    ['32nd of the month 9:00', '"32nd of the month" was not understood; try '],
    ['once on 31 February 9:00', 'There is no such date: 31 february.'],
    ['once on 2026-02-30 9:00', 'There is no such date: 2026-02-30.'],
    ['once on 01/12/2026 9:00', 'Write dates as year-month-day, such as 2026-12-01.'],
    ['once on 2026-11-23 11:00', 'That is in the past.'],
    ['once at 9:00', 'Say on which date, such as "once on 1 December 09:00".'],
    ['every hour between 20 and 8', '"between 20 and 8" must lie within one day, the earlier time first.'],
    ['61 * * * *', '"61 * * * *" is not a cron expression of five fields (minute, hour, day, month, weekday).'],
    ['0 0 30 2 *', 'No run was found for this.'],
    ['* * * * *', 'Runs must be at least 15 minutes apart; two of these would be 1 minute apart.'],
    ['every 14 minutes', 'Runs must be at least 15 minutes apart; two of these would be 12 minutes apart.'],
    ['daily 9:00 and 9:14', 'Runs must be at least 15 minutes apart; two of these would be 14 minutes apart.'],
    ['daily 23:50 and 0:00', 'Runs must be at least 15 minutes apart; two of these would be 10 minutes apart.'],
    [`daily 9:00${' '.repeat(200)}`, 'Use at most 200 characters.'],
  ])('refuses %j: %s', (typed, message) => {
    const option = whenOption(typed, context);
    expect(option).toMatchObject({ kind: 'invalid', option: 'when', message: expect.stringContaining(message) });
    expect(option.kind === 'invalid' && option.nearest.length).toBe(3);
  });

  test('takes runs as near as the caller allows', () => {
    expect(parseWhen('every 15 minutes', context).kind).toBe('schedule');
    expect(parseWhen('every 2 minutes', { ...context, minMinutes: 2 }).kind).toBe('schedule');
    expect(parseWhen('every minute', { ...context, minMinutes: 2 }).kind).toBe('invalid');
  });

  test('understands each of its examples', () => {
    expect(WHEN_EXAMPLES.map((example) => parseWhen(example, context).kind)).toEqual(
      WHEN_EXAMPLES.map(() => 'schedule'),
    );
  });

  test('accepts any text without throwing', () => {
    const word = fc.constantFrom(
      'every',
      'on',
      'at',
      '9:00',
      '2',
      'weeks',
      'monday',
      'first',
      'of',
      'the',
      'month',
      '-',
      ',',
      'between',
      'and',
      '2026-13-01',
      '*',
      'hours',
      'once',
      'until',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')),
        ),
        (typed) => {
          const reading = parseWhen(typed, context);
          expect(reading.kind === 'invalid' || ruleSchema.safeParse(reading.rule).success).toBe(true);
        },
      ),
    );
  });
});

test('ruleInWords is understood by parseWhen as the same rule', () => {
  const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`);
  const times = fc.uniqueArray(time, { minLength: 1, maxLength: 3 }).map((list) => list.sort());
  const weekdays = fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 })
    .map((list) => list.sort((a, b) => a - b));
  const every = fc.integer({ min: 2, max: 60 });
  const start = fc.constantFrom('2026-12-04', '2028-02-29');
  const nth = fc.constantFrom(1, 2, 3, 4, 'last' as const);
  const on = fc.uniqueArray(
    fc.oneof(
      fc.record({ day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const)) }),
      fc.record({ nth, weekday: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constant('working' as const)) }),
    ),
    { minLength: 1, maxLength: 3, selector: (day) => JSON.stringify(day) },
  );
  const until = fc.option(fc.constant('2031-01-31'), { nil: undefined });
  const rule: fc.Arbitrary<Rule> = fc
    .oneof(
      fc.record({ kind: fc.constant('once' as const), date: start, time }),
      fc.record({ kind: fc.constant('days' as const), every: fc.constant(1), times, until }),
      fc.record({ kind: fc.constant('days' as const), every, times, start, until }),
      fc.record({ kind: fc.constant('weeks' as const), every: fc.constant(1), weekdays, times, until }),
      fc.record({ kind: fc.constant('weeks' as const), every, weekdays, times, start }),
      fc.record({ kind: fc.constant('months' as const), every: fc.constant(1), on, times }),
      fc.record({ kind: fc.constant('months' as const), every: fc.constantFrom(2, 3, 6), on, times, start }),
      fc.record({
        kind: fc.constant('interval' as const),
        minutes: fc.constantFrom(15, 30, 45, 60, 90, 240),
        from: fc.constant('08:30'),
        to: fc.constantFrom('17:00', '23:59'),
        weekdays,
      }),
    )
    .map((rule) => ruleSchema.parse(JSON.parse(JSON.stringify(rule))));
  fc.assert(
    fc.property(rule, (rule) => {
      expect(parseWhen(ruleInWords(rule), { ...context, minMinutes: 1 })).toEqual({ kind: 'schedule', rule });
    }),
    { examples: [[{ kind: 'months', every: 12, on: [{ day: 29 }], times: ['09:00'], start: '2028-02-29' }]] },
  );
});
