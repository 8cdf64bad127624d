import { expect, test } from 'vitest';
import { zoneInWords } from '../../../src/reply/words/zoneInWords.ts';

test('zoneInWords says of a fixed offset that its clocks never change', () => {
  expect(zoneInWords('America/New_York')).toBe('America/New York');
  expect(zoneInWords('+02:00')).toBe('UTC+02:00 all year (no daylight saving time)');
});
