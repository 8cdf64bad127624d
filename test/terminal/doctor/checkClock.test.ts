import { expect, test } from 'vitest';
import { checkClock } from '../../../src/terminal/doctor/checkClock.ts';

test.each([
  [0, 'ok'],
  [5000, 'ok'],
  [5001, 'warn'],
  [-60_000, 'warn'],
  [-60_001, 'fail'],
])('checkClock judges %i ms as %s', (off, state) => {
  const header = 'Mon, 01 Jul 2024 12:00:00 GMT';
  expect(checkClock(header, Date.parse(header) + off).state).toBe(state);
});
