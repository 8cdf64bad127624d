import { expect, test } from 'vitest';
import { readUntil } from '../../../src/schedule/when/readUntil.ts';

const context = { zone: 'UTC', now: Date.UTC(2026, 10, 23, 10) };

test.each(['2026-11-23 10:00', '2025-01-01', 'soon', ''])(
  'readUntil says what may be typed in place of %j',
  (typed) => {
    expect(readUntil(typed, context)).toEqual({
      kind: 'invalid',
      message: `"${typed}" is not a future date or time. Write it like tomorrow 09:00, Monday, 2 weeks, or year-month-day.`,
    });
  },
);

test('readUntil reads a moment to come', () => {
  expect(readUntil('2026-11-23 10:01', context)).toEqual({ kind: 'until', instant: Date.UTC(2026, 10, 23, 10, 1) });
});
