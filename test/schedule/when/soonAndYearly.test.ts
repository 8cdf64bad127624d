import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whenOption } from '../../../commands/digest/draft/whenOption.ts';
import { ruleInWords } from '../../../src/reply/words/digests/ruleInWords.ts';
import { whenProblem } from '../../../src/reply/words/digests/whenWords.ts';
import { nextOccurrences } from '../../../src/schedule/times/nextOccurrences.ts';
import { parseWhen } from '../../../src/schedule/when/parseWhen.ts';
import { ruleSchema, type Rule } from '../../../src/schedule/when/rule.ts';

/** A Wednesday, 11:00 in Berlin. */
const now = Date.UTC(2026, 10, 25, 10);
const context = { zone: 'Europe/Berlin', now };
const said = (typed: string, at = context): string => {
  const reading = parseWhen(typed, at);
  return reading.kind === 'schedule' ? ruleInWords(reading.rule) : whenProblem(reading.problem);
};

describe('parseWhen', () => {
  test.each([
    ['every day except Friday at 9', 'every day except Friday at 09:00'],
    ['weekdays except Friday 9:00', 'every weekday except Friday at 09:00'],
    ['Mon-Fri except Wed 9am', 'every weekday except Wednesday at 09:00'],
    ['daily at 9 but not on weekends', 'every weekday at 09:00'],
    ['every weekday at 9:00 except 24–26 December', 'every weekday at 09:00, except 24 to 26 December of every year'],
    ['weekdays 9:00 except 24, 25 and 26 December', 'every weekday at 09:00, except 24 to 26 December of every year'],
    ['weekdays 9:00 except December 24-26, 2026', 'every weekday at 09:00, except 24 to 26 December 2026'],
    [
      'weekdays 9:00 except 24 December to 2 January',
      'every weekday at 09:00, except 24 December to 2 January of every year',
    ],
    [
      'weekdays 9:00 except 24 December to 2 January 2027',
      'every weekday at 09:00, except 24 December 2026 to 2 January 2027',
    ],
    [
      'weekdays 9:00 except Christmas and New Year’s Day',
      'every weekday at 09:00, except 1 January and 25 December of every year',
    ],
    ['weekdays 9:00 except July and August', 'every weekday at 09:00, except July to August of every year'],
    [
      'weekdays at 9 except August, Fridays and 2026-12-24, until 1 March 2028',
      'every weekday except Friday at 09:00, until 1 March 2028, except August of every year and 24 December 2026',
    ],
    ['every 3 days at 9 except Friday', 'every 3 days at 09:00, starting 26 November 2026, except Friday'],
    ['every hour between 9 and 17 except Friday', 'every hour between 09:00 and 17:00 every day except Friday'],
    [
      'every other Monday 9:00 except 30 November 2026',
      'every 2 weeks on Monday at 09:00, starting 7 December 2026, except 30 November 2026',
    ],
    ['every year on 1 March at 9:00', 'every year on 1 March at 09:00'],
    ['1 March every year at 9', 'every year on 1 March at 09:00'],
    ['every 1st of March at 9', 'every year on 1 March at 09:00'],
    ['every year from 1 March at 9', 'every year on 1 March at 09:00, starting 1 March 2027'],
    ['every 2 years on 1 March 9am', 'every 2 years on 1 March at 09:00, starting 1 March 2027'],
    ['every year on 29 February 9:00', 'every year on 29 February (in leap years) at 09:00'],
    ['1 and 15 March every year 9:00', 'every year on 1 March and 15 March at 09:00'],
    ['last Friday of November every year 9:00', 'every year on the last Friday of November at 09:00'],
    [
      'every year on the first Monday of May and October 9:00',
      'every year on the first Monday of May and the first Monday of October at 09:00',
    ],
    ['every quarter 9:00', 'every 3 months on the 1st at 09:00, starting 1 January 2027'],
    ['every quarter from 15 February at 9', 'every 3 months on the 15th at 09:00, starting 15 February 2027'],
    [
      'last working day of the quarter 17:00',
      'every 3 months on the last working day at 17:00, starting 31 December 2026',
    ],
    ['monthly from 31 January 9:00', 'on the last day of every month at 09:00, starting 31 January 2027'],
    ['in 2 hours', 'once on 25 November 2026 at 13:00'],
    ['in half an hour', 'once on 25 November 2026 at 11:30'],
    ['in 3 days', 'once on 28 November 2026 at 11:00'],
    ['in a week at 9', 'once on 2 December 2026 at 09:00'],
    ['2 hours from now', 'once on 25 November 2026 at 13:00'],
    ['next Friday 16:00', 'once on 27 November 2026 at 16:00'],
    ['next Wednesday at 9', 'once on 2 December 2026 at 09:00'],
    ['this Wednesday 16:00', 'once on 25 November 2026 at 16:00'],
    ['once on Wednesday 9:00', 'once on 2 December 2026 at 09:00'],
    ['every other Monday 9:00', 'every 2 weeks on Monday at 09:00, starting 30 November 2026'],
    ['every second Friday 9:00', 'every 2 weeks on Friday at 09:00, starting 27 November 2026'],
    ['last Friday of the month 9:00', 'on the last Friday of every month at 09:00'],
  ])('reads %j as %j', (typed, words) => {
    expect(said(typed)).toBe(words);
    expect(parseWhen(words, context)).toEqual(parseWhen(typed, context));
  });

  test.each([
    ['every weekday at 9 except holidays', 'Holidays differ from place to place'],
    ['once tomorrow 9:00 except Friday', 'A digest that runs once has no days to leave out.'],
    ['0 9 * * * except 25 December', 'No days can be left out of a cron expression'],
    ['every Monday except Monday 9:00', 'No run was found for this.'],
    ['every day at 9 except 31 February', 'There is no such date: 31 february.'],
    ['every day at 9 except 24.12', 'Write dates as year-month-day'],
    ['every day at 9 except the first Monday', '"except the first monday" was not understood'],
    ['every month 9:00', 'Say on which day of the month'],
    ['every year 9:00', 'Say on which day of the year'],
    ['this Wednesday 9:00', 'That is in the past.'],
    ['in 2 hours at 9:00', '"at 9:00" was not understood'],
  ])('refuses %j: %s', (typed, message) => {
    expect(said(typed)).toContain(message);
  });

  test('reads "in 2 hours" as the moment two hours from now, whatever the clock shows then', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    const minutes = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(zone, minutes, fc.integer({ min: 0, max: 365 * 1440 }), (zone, minutes, later) => {
        const from = Date.UTC(2026, 0, 1) + later * 60_000 + 17_000;
        const reading = parseWhen(`in ${minutes} minutes`, { zone, now: from });
        if (reading.kind === 'invalid') return expect(reading.problem.kind).toBe('clock-change');
        const [run] = nextOccurrences(reading.rule, zone, { after: from, count: 2 });
        expect(run!.instant - from).toBe(minutes * 60_000 + 43_000);
      }),
    );
    const overlap = { zone: 'Europe/Berlin', now: Date.UTC(2026, 9, 24, 23, 30) };
    expect(said('in 2 hours', overlap)).toBe('The clock is changed just then; give a date and a time of day.');
  });
});

test('whenOption answers what it does not understand with three phrases that it does', () => {
  const word = fc.constantFrom(
    ...'every fryday monday at 9:00 17h except 24 december to quarter year on the last of month in hours next banana 2'.split(
      ' ',
    ),
  );
  const typed = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(typed, (typed) => {
      const option = whenOption(typed, context);
      if (option.kind === 'rule' || parseWhen(typed, context).kind === 'schedule') return;
      const reading = parseWhen(typed, context);
      if (reading.kind === 'invalid' && reading.problem.kind === 'ambiguous') return;
      expect([typed, option.nearest.length]).toEqual([typed, 3]);
      const meanings = option.nearest.map((phrase) => said(phrase));
      expect(new Set(meanings).size).toBe(3);
      for (const phrase of option.nearest)
        expect([phrase, parseWhen(phrase, context).kind]).toEqual([phrase, 'schedule']);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['every fryday at 9', 'every Friday at 09:00'],
  ['evry weekday 9:00', 'every weekday at 09:00'],
  ['Fridays, please', 'every Friday at 09:00'],
  ['mon-fri 9', 'every weekday at 09:00'],
  ['weekly 17:00', 'every Monday at 17:00'],
  ['every month 8:00', 'on the 1st of every month at 08:00'],
])('whenOption offers first for %j: %s', (typed, phrase) => {
  const option = whenOption(typed, context);
  expect(option.kind === 'invalid' && option.nearest[0]).toBe(phrase);
});

/** Rules as they were stored before days could be left out, with their words and their next runs. */
test.each<[string, string, readonly string[]]>([
  ['{"kind":"once","date":"2026-12-01","time":"09:00"}', 'once on 1 December 2026 at 09:00', ['2026-12-01T09:00']],
  ['{"kind":"days","every":1,"times":["08:30"]}', 'every day at 08:30', ['2026-11-26T08:30', '2026-11-27T08:30']],
  [
    '{"kind":"weeks","every":1,"weekdays":[1,4],"times":["17:00"]}',
    'every Monday and Thursday at 17:00',
    ['2026-11-26T17:00', '2026-11-30T17:00'],
  ],
  [
    '{"kind":"weeks","every":2,"weekdays":[1,2,3,4,5,6],"times":["17:00"],"start":"2026-11-23"}',
    'every 2 weeks on Monday, Tuesday, Wednesday, Thursday, Friday and Saturday at 17:00, starting 23 November 2026',
    ['2026-11-25T17:00', '2026-11-26T17:00'],
  ],
  [
    '{"kind":"months","every":3,"on":[{"day":"last"}],"times":["09:00"],"start":"2026-11-30"}',
    'every 3 months on the last day at 09:00, starting 30 November 2026',
    ['2026-11-30T09:00', '2027-02-28T09:00'],
  ],
  [
    '{"kind":"months","every":1,"on":[{"nth":1,"weekday":"working"}],"times":["09:00"],"until":"2027-01-31"}',
    'on the first working day of every month at 09:00, until 31 January 2027',
    ['2026-12-01T09:00', '2027-01-01T09:00'],
  ],
  [
    '{"kind":"interval","minutes":240,"from":"08:00","to":"20:00","weekdays":[1,2,3,4,5,6,7]}',
    'every 4 hours between 08:00 and 20:00',
    ['2026-11-25T12:00', '2026-11-25T16:00'],
  ],
  [
    '{"kind":"cron","expression":"0 9 29 2 *"}',
    'at 09:00, on day 29 of the month, only in February (cron 0 9 29 2 *)',
    ['2028-02-29T09:00', '2032-02-29T09:00'],
  ],
])('a stored rule %s still says and does the same', (json, words, runs) => {
  const rule: Rule = ruleSchema.parse(JSON.parse(json));
  expect(rule).toEqual(JSON.parse(json));
  expect(ruleInWords(rule)).toBe(words);
  const found = nextOccurrences(rule, 'Europe/Berlin', { after: now, count: 2 });
  expect(found.map(({ localDateTime }) => localDateTime)).toEqual(runs);
});
