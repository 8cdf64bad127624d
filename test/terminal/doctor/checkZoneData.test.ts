import { expect, test } from 'vitest';
import { checkZoneData } from '../../../src/terminal/doctor/checkZoneData.ts';

test.each([
  ['2024a', 'ok'],
  ['2023d', 'ok'],
  ['2022g', 'warn'],
  ['', 'warn'],
])('checkZoneData judges "%s" in 2024 as %s', (edition, state) => {
  expect(checkZoneData(edition, new Date('2024-07-01')).state).toBe(state);
});
