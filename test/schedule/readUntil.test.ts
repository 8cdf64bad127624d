import { expect, test } from 'vitest';
import { readUntil } from '../../src/schedule/readUntil.ts';

const context = { zone: 'UTC', now: Date.UTC(2026, 10, 23, 10) };

test.each(['2026-11-23 10:00', '2025-01-01', 'soon', ''])(
  'readUntil says what may be typed in place of %j',
  (typed) => {
    expect(readUntil(typed, context)).toEqual({
      kind: 'invalid',
      message: `"${typed}" is not a moment to come, such as 2026-12-01, 2026-12-01 09:00, Monday, or 2 weeks.`,
    });
  },
);

test('readUntil reads a moment to come', () => {
  expect(readUntil('2026-11-23 10:01', context)).toEqual({ kind: 'until', instant: Date.UTC(2026, 10, 23, 10, 1) });
});
