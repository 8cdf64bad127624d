import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithOracle } from '../../../bench/soak/compareWithOracle.ts';
import { frequentCases, oracleCases } from '../../../bench/soak/oracleCases.ts';
import { changesOf, watch } from '../../../bench/soak/wallClockOracle.ts';
import { nextOccurrences, occurrenceAt } from '../../../src/schedule/times/nextOccurrences.ts';
import type { Rule } from '../../../src/schedule/when/rule.ts';

const daily = (time: string): Rule => ({ kind: 'days', every: 1, times: [time] });

function shown(rule: Rule, zone: string, { after, count = 3 }: { after: string; count?: number }): readonly string[] {
  return nextOccurrences(rule, zone, { after: Date.parse(after), count }).map(({ localDateTime, offset, note }) =>
    [localDateTime, offset, note && `${note.kind} ${note.wanted}`].filter(Boolean).join(' '),
  );
}

describe('nextOccurrences', () => {
  test('runs at the first moment after a gap, and says what was wanted', () => {
    expect(shown(daily('02:30'), 'Europe/Berlin', { after: '2027-03-27T00:00Z' })).toEqual([
      '2027-03-27T02:30 +01:00',
      '2027-03-28T03:00 +02:00 gap 2027-03-28T02:30',
      '2027-03-29T02:30 +02:00',
    ]);
  });

  test('runs once in an overlap, at the earlier moment', () => {
    expect(shown(daily('02:30'), 'Europe/Berlin', { after: '2026-10-24T12:00Z', count: 2 })).toEqual([
      '2026-10-25T02:30 +02:00 overlap 2026-10-25T02:30',
      '2026-10-26T02:30 +01:00',
    ]);
    expect(shown(daily('02:30'), 'Europe/Berlin', { after: '2026-10-25T00:30Z', count: 1 })).toEqual([
      '2026-10-26T02:30 +01:00',
    ]);
  });

  test('follows real time every hour or more often', () => {
    const hourly: Rule = { kind: 'interval', minutes: 60, from: '00:00', to: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7] };
    expect(shown(hourly, 'Europe/Berlin', { after: '2026-10-24T23:30Z', count: 4 })).toEqual([
      '2026-10-25T02:00 +02:00',
      '2026-10-25T02:00 +01:00',
      '2026-10-25T03:00 +01:00',
      '2026-10-25T04:00 +01:00',
    ]);
    expect(shown(hourly, 'Europe/Berlin', { after: '2027-03-27T23:30Z' })).toEqual([
      '2027-03-28T01:00 +01:00',
      '2027-03-28T03:00 +02:00',
      '2027-03-28T04:00 +02:00',
    ]);
  });

  test.each<[string, Rule, readonly string[]]>([
    [
      'a cron of every hour comes',
      { kind: 'cron', expression: '0 * * * *' },
      ['2026-10-25T02:00 +02:00', '2026-10-25T02:00 +01:00', '2026-10-25T03:00 +01:00'],
    ],
    [
      'every two hours do not come',
      { kind: 'interval', minutes: 120, from: '00:00', to: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7] },
      ['2026-10-25T02:00 +02:00 overlap 2026-10-25T02:00', '2026-10-25T04:00 +01:00', '2026-10-25T06:00 +01:00'],
    ],
  ])('in an overlap the runs of %s twice', (_, rule, expected) => {
    expect(shown(rule, 'Europe/Berlin', { after: '2026-10-24T23:30Z' })).toEqual(expected);
  });

  test('makes one of two runs that a gap moves to the same moment', () => {
    const twice: Rule = { kind: 'days', every: 1, times: ['02:15', '02:45', '03:00'] };
    expect(shown(twice, 'Europe/Berlin', { after: '2027-03-28T00:00Z', count: 2 })).toEqual([
      '2027-03-28T03:00 +02:00 gap 2027-03-28T02:15',
      '2027-03-29T02:15 +02:00',
    ]);
  });

  test('runs after a day that a zone has left out', () => {
    expect(shown(daily('12:00'), 'Pacific/Apia', { after: '2011-12-29T12:00Z', count: 3 })).toEqual([
      '2011-12-29T12:00 -10:00',
      '2011-12-31T00:00 +14:00 gap 2011-12-30T12:00',
      '2011-12-31T12:00 +14:00',
    ]);
  });

  test.each<[string, Rule, readonly string[]]>([
    [
      'the 31st',
      { kind: 'months', every: 1, on: [{ day: 31 }], times: ['09:00'] },
      ['2026-12-31', '2027-01-31', '2027-03-31'],
    ],
    [
      'the last day',
      { kind: 'months', every: 1, on: [{ day: 'last' }], times: ['09:00'] },
      ['2026-11-30', '2026-12-31', '2027-01-31'],
    ],
    [
      'a fifth Monday',
      { kind: 'months', every: 1, on: [{ nth: 5, weekday: 1 }], times: ['09:00'] },
      ['2026-11-30', '2027-03-29', '2027-05-31'],
    ],
    [
      'the last Monday, which may be the month’s last day',
      { kind: 'months', every: 1, on: [{ nth: 'last', weekday: 1 }], times: ['09:00'] },
      ['2026-11-30', '2026-12-28', '2027-01-25'],
    ],
    [
      'the last Thursday, a week before which it is not yet',
      { kind: 'months', every: 1, on: [{ nth: 'last', weekday: 4 }], times: ['09:00'] },
      ['2026-11-26', '2026-12-31', '2027-01-28'],
    ],
    [
      'the last working day',
      { kind: 'months', every: 1, on: [{ nth: 'last', weekday: 'working' }], times: ['09:00'] },
      ['2026-11-30', '2026-12-31', '2027-01-29'],
    ],
    [
      'the first working day',
      { kind: 'months', every: 1, on: [{ nth: 1, weekday: 'working' }], times: ['09:00'] },
      ['2026-12-01', '2027-01-01', '2027-02-01'],
    ],
    ['29 February', { kind: 'cron', expression: '0 9 29 2 *' }, ['2028-02-29', '2032-02-29', '2036-02-29']],
    [
      'three-monthly',
      { kind: 'months', every: 3, on: [{ day: 1 }], times: ['09:00'], start: '2026-12-01' },
      ['2026-12-01', '2027-03-01', '2027-06-01'],
    ],
    [
      'three-monthly from a November',
      { kind: 'months', every: 3, on: [{ day: 1 }], times: ['09:00'], start: '2026-11-24' },
      ['2027-02-01', '2027-05-01', '2027-08-01'],
    ],
    [
      'every second week from a Friday',
      { kind: 'weeks', every: 2, weekdays: [1, 5], times: ['09:00'], start: '2026-11-27' },
      ['2026-11-27', '2026-12-07', '2026-12-11'],
    ],
    [
      'a month that never has them',
      { kind: 'months', every: 12, on: [{ day: 30 }], times: ['09:00'], start: '2027-02-01' },
      [],
    ],
    ['until a day', { kind: 'days', every: 1, times: ['09:00'], until: '2026-11-24' }, ['2026-11-23', '2026-11-24']],
    ['once', { kind: 'once', date: '2026-12-01', time: '09:00' }, ['2026-12-01']],
    ['never', { kind: 'cron', expression: '0 9 30 2 *' }, []],
  ])('finds the days of %s', (_, rule, days) => {
    const found = shown(rule, 'UTC', { after: '2026-11-23T00:00Z' });
    expect(found).toEqual(days.map((day) => `${day}T09:00 +00:00`));
  });

  test('finds the same runs one at a time as all together', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/Nuuk', 'Asia/Tokyo');
    const rule = fc.constantFrom<Rule>(
      daily('02:30'),
      { kind: 'interval', minutes: 30, from: '00:00', to: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7] },
      { kind: 'cron', expression: '*/20 1-3 * * *' },
      { kind: 'weeks', every: 1, weekdays: [6, 7], times: ['00:00', '02:00', '23:45'] },
    );
    const after = fc.integer({ min: 0, max: 365 * 24 }).map((hours) => Date.UTC(2026, 0, 1) + hours * 3_600_000);
    fc.assert(
      fc.property(zone, rule, after, (zone, rule, after) => {
        const together = nextOccurrences(rule, zone, { after, count: 6 });
        let last = after;
        for (const occurrence of together) {
          expect(nextOccurrences(rule, zone, { after: last, count: 1 })).toEqual([occurrence]);
          last = occurrence.instant;
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('nextOccurrences and an oracle that watches the clock minute by minute', () => {
  const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2029, 0, 1)];
  const zones = [
    'Europe/Berlin',
    'America/Nuuk',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Antarctica/Troll',
    'America/Havana',
  ];
  const sample = fc.sample(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), {
    numRuns: 20,
    seed: 2026,
  });
  const changing = [...zones, ...sample]
    .map((zone) => changesOf(zone, from, to))
    .filter((changes) => changes.length > 0);

  test.each(changing.slice(0, 7).map((changes) => [changes[0]!.zone, changes] as const))(
    'agree in %s',
    (_, changes) => {
      const cases = fc.record({ change: fc.constantFrom(...changes), quarter: fc.integer({ min: 0, max: 95 }) });
      const differences = fc.sample(cases, { numRuns: 1, seed: 7 }).flatMap(({ change, quarter }) => {
        const window = watch(change, 8);
        const near = Math.floor((window.shown[8 * 1440]! % 86_400_000) / 900_000) * 15;
        const times = new Set([quarter * 15, near, (near + 1425) % 1440]);
        const all = [...[...times].flatMap((time) => oracleCases(change, time)), ...frequentCases()];
        return all.flatMap((each) => compareWithOracle(window, each).difference ?? []);
      });
      expect(differences).toEqual([]);
    },
  );
});

test('occurrenceAt tells the time to the second, so that it never is a time of a rule', () => {
  expect(occurrenceAt(Date.parse('2026-11-23T09:00:00Z'), 'Europe/Berlin')).toEqual({
    localDateTime: '2026-11-23T10:00:00',
    offset: '+01:00',
    instant: Date.parse('2026-11-23T09:00:00Z'),
  });
});
