import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseZone } from '../../../src/settings/zones/parseZone.ts';
import { zoneSchema, ZONES } from '../../../src/settings/zones/zone.ts';
import { wallAt } from '../../../src/schedule/times/nextOccurrences.ts';

describe('parseZone', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/berlin ', 'Europe/Berlin'],
    ['america/new york', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['utc', 'UTC'],
    ['Z', 'UTC'],
    ['Berlin', 'Europe/Berlin'],
    ['Munich', 'Europe/Berlin'],
    ['KÖLN', 'Europe/Berlin'],
    ['New York City', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['Ho Chi Minh City', 'Asia/Ho_Chi_Minh'],
    ['Calcutta', 'Asia/Kolkata'],
    ['London', 'Europe/London'],
    ['London, Ontario', 'America/Toronto'],
    ['Portland, Maine', 'America/New_York'],
    ['Detroit, Michigan', 'America/Detroit'],
    ['Birmingham, UK', 'Europe/London'],
    ['India', 'Asia/Kolkata'],
    ['Germany', 'Europe/Berlin'],
    ['Ivory Coast', 'Africa/Abidjan'],
    ['Quebec', 'America/Toronto'],
    ['JST', 'Asia/Tokyo'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['London time', 'Europe/London'],
    ['UTC+2', '+02:00'],
    ['utc +2', '+02:00'],
    ['GMT-5:30', '-05:30'],
    ['UTC−3', '-03:00'],
    ['+0545', '+05:45'],
    ['UTC+14', '+14:00'],
    ['UTC+0', 'UTC'],
  ])('reads %j as %s', (typed, zone) => {
    expect(parseZone(typed)).toEqual({ kind: 'zone', zone });
    expect(zoneSchema.safeParse(zone).success).toBe(true);
  });

  test.each([
    ['BST', 'Europe/London'],
    ['EST', 'America/New_York'],
    ['E.S.T.', 'America/New_York'],
    ['CST', 'America/Chicago'],
    ['IST', 'Asia/Kolkata'],
    ['AST', 'America/Halifax'],
    ['NST', 'America/St_Johns'],
    ['ART', 'America/Argentina/Buenos_Aires'],
    ['CET', 'Europe/Berlin'],
    ['GMT', 'UTC'],
    ['Eastern Time', 'America/New_York'],
    ['United States', 'America/New_York'],
    ['Australia', 'Australia/Sydney'],
    ['Georgia', 'Asia/Tbilisi'],
    ['Birmingham', 'Europe/London'],
    ['Portland', 'America/Los_Angeles'],
    ['Texas', 'America/Chicago'],
  ])('gives choices for %j, %s first', (typed, first) => {
    const reading = parseZone(typed);
    expect(reading).toMatchObject({ kind: 'several' });
    expect(reading.kind === 'several' && reading.zones[0]).toBe(first);
    expect(reading.kind === 'several' && reading.zones.length).toBeGreaterThan(1);
  });

  test.each([
    ['', 'UTC'],
    ['Europe', 'Europe/Berlin'],
    ['Europe/Berlim', 'Europe/Berlin'],
    ['Tokio', 'Asia/Tokyo'],
    ['Smallville, Germany', 'Europe/Berlin'],
    ['../etc/passwd', undefined],
    ['UTC+15', 'UTC'],
    ['UTC-13', 'UTC'],
    ['a'.repeat(5000), 'UTC'],
  ])('does not know %j', (typed, first) => {
    const reading = parseZone(typed);
    expect(reading.kind).toBe('unknown');
    expect(reading.kind === 'unknown' && reading.nearest.every((zone) => ZONES.includes(zone))).toBe(true);
    if (first !== undefined) expect(reading.kind === 'unknown' && reading.nearest[0]).toBe(first);
  });

  test('reads each listed zone as itself', () => {
    expect(ZONES.map(parseZone)).toEqual(ZONES.map((zone) => ({ kind: 'zone', zone })));
  });

  test.each(
    'EST MST BST ACT ART SST MET CST IST AST NST CAT EAT ECT PST MIT NET PNT PRT VST AGT BET CNT CTT IET PLT AET CET EET WET GMT EST5EDT CST6CDT'.split(
      ' ',
    ),
  )('does not take %s, which the runtime knows by an old alias', (typed) => {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: typed })).not.toThrow();
    expect(parseZone(typed).kind).not.toBe('zone');
  });

  test('offers zones alone, at most eight, and holds a clock for each zone that it takes', () => {
    const piece = fc.constantFrom(
      'utc',
      'gmt',
      '+',
      '-',
      '5',
      ':30',
      ' ',
      ',',
      'time',
      'san',
      'new',
      'york',
      'india',
      '/',
      '_',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const reading = parseZone(typed);
        const zones =
          reading.kind === 'zone' ? [reading.zone] : reading.kind === 'several' ? reading.zones : reading.nearest;
        expect(zones.length).toBeGreaterThan(reading.kind === 'several' ? 1 : 0);
        expect(zones.length).toBeLessThanOrEqual(8);
        for (const zone of zones) {
          expect(zoneSchema.safeParse(zone).success).toBe(true);
          expect(wallAt(0, zone)).toEqual(expect.any(Number));
        }
      }),
    );
  });
});
