import { expect, test } from 'vitest';
import { timestamp } from '../../../src/page/markdown/timestamp.ts';

const NOW_MS = 1_700_000_000_000;

test.each([
  [0, 'now'],
  [-59, '59 seconds ago'],
  [-60, '1 minute ago'],
  [-3599, '59 minutes ago'],
  [3600, 'in 1 hour'],
  [86_400, 'tomorrow'],
  [-31_536_000, 'last year'],
])('timestamp tells %i seconds from now as %j', (distance, expected) => {
  expect(timestamp(NOW_MS / 1000 + distance, 'R', NOW_MS, 'en')).toBe(expected);
});

test('timestamp words each style, and a moment out of range', () => {
  expect(timestamp(NOW_MS / 1000, 'D', NOW_MS, 'en')).toMatch(/^November 1[45], 2023$/);
  expect(timestamp(NOW_MS / 1000, 'd', NOW_MS, 'en')).toMatch(/^11\/1[45]\/23$/);
  expect(timestamp(NOW_MS / 1000, 'F', NOW_MS, 'en')).toMatch(/^\w+day, November/);
  expect(timestamp(1e17, 'R', NOW_MS, 'en')).toBe('Invalid date');
});
