import { describe, expect, test } from 'vitest';
import { POPULAR_ZONES, searchZones } from '../../src/settings/searchZones.ts';
import { parseZone, ZONES } from '../../src/settings/zone.ts';

describe('parseZone', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/berlin ', 'Europe/Berlin'],
    ['america/new york', 'America/New_York'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['utc', 'UTC'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
  ])('reads %j as %s', (typed, zone) => {
    expect(parseZone(typed)).toBe(zone);
  });

  test.each(['', ' ', '+02:00', 'UTC+2', 'Europe', 'Europe/Berlim', 'Berlin', '../etc/passwd', 'a'.repeat(5000)])(
    'refuses %j',
    (typed) => {
      expect(parseZone(typed)).toBeUndefined();
    },
  );

  test('reads each listed zone as itself', () => {
    expect(ZONES.map(parseZone)).toEqual(ZONES);
  });
});

describe('searchZones', () => {
  test('begins with popular zones, each of which is listed', () => {
    expect(searchZones('')).toEqual(POPULAR_ZONES);
    expect(POPULAR_ZONES.filter((zone) => !ZONES.includes(zone))).toEqual([]);
  });

  test.each([
    ['berl', 'Europe/Berlin'],
    ['new y', 'America/New_York'],
    ['new_y', 'America/New_York'],
    ['são', 'America/Sao_Paulo'],
    ['york', 'America/New_York'],
    ['calcutta', 'Asia/Kolkata'],
    ['kiev', 'Europe/Kyiv'],
    ['troll', 'Antarctica/Troll'],
  ])('finds %j as %s', (typed, zone) => {
    expect(searchZones(typed)[0]).toBe(zone);
  });

  test('shows at most as many as are asked for, and nothing where nothing fits', () => {
    expect(searchZones('a', 25)).toHaveLength(25);
    expect(searchZones('xyzzy')).toEqual([]);
  });
});
