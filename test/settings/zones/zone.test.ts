import { describe, expect, test } from 'vitest';
import { POPULAR_ZONES, searchZones } from '../../../src/settings/zones/searchZones.ts';
import { ianaZone, ZONES, zoneSchema } from '../../../src/settings/zones/zone.ts';

describe('ianaZone', () => {
  test.each([
    [' europe/berlin ', 'Europe/Berlin'],
    ['america/new york', 'America/New_York'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
  ])('reads %j as %s', (typed, zone) => {
    expect(ianaZone(typed)).toBe(zone);
  });

  test.each(['', ' ', '+02:00', 'Europe', 'Europe/Berlim', 'Berlin', 'EST', 'bst', '../etc/passwd', 'a'.repeat(5000)])(
    'does not know %j',
    (typed) => {
      expect(ianaZone(typed)).toBeUndefined();
    },
  );

  test('comes to an end on texts that a backtracking pattern does not finish', () => {
    for (const letter of ['a', 'a/', 'a_', 'a ', '-', '+a']) {
      for (const length of [81, 64, 65, 10_000]) expect(ianaZone(`${letter.repeat(length)}!`)).toBeUndefined();
    }
  });
});

test.each(['America/New_York', 'UTC', '+02:00', '-05:30'])('zoneSchema takes the stored zone %s', (zone) => {
  expect(zoneSchema.safeParse(zone).success).toBe(true);
});

test.each(['', '+2', '+15:00', '+02:60', 'EST', 'Berlin'])('zoneSchema refuses %j', (zone) => {
  expect(zoneSchema.safeParse(zone).success).toBe(false);
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
    ['york', 'Europe/London'],
    ['calcutta', 'Asia/Kolkata'],
    ['kiev', 'Europe/Kyiv'],
    ['troll', 'Antarctica/Troll'],
    ['mun', 'Europe/Berlin'],
    ['india', 'Asia/Kolkata'],
    ['bst', 'Europe/London'],
  ])('finds %j as %s', (typed, zone) => {
    expect(searchZones(typed)[0]).toBe(zone);
  });

  test('shows at most as many as requested, and nothing if nothing matches', () => {
    expect(searchZones('a', 25)).toHaveLength(25);
    expect(searchZones('xyzzy')).toEqual([]);
  });
});
