import { expect, test } from 'vitest';
import { parseMoment } from '../../../src/schedule/when/parseMoment.ts';

/** A Monday, 11:00 in Berlin. */
const now = Date.UTC(2026, 10, 23, 10);

test.each([
  ['2026-12-24', '2026-12-23T23:00:00.000Z'],
  ['2026-12-24T09:30', '2026-12-24T08:30:00.000Z'],
  ['24 December 9:00', '2026-12-24T08:00:00.000Z'],
  ['until 24 December, at 9', '2026-12-24T08:00:00.000Z'],
  ['tomorrow', '2026-11-23T23:00:00.000Z'],
  ['tomorrow noon', '2026-11-24T11:00:00.000Z'],
  ['today 5pm', '2026-11-23T16:00:00.000Z'],
  ['monday', '2026-11-29T23:00:00.000Z'],
  ['next friday 9am', '2026-11-27T08:00:00.000Z'],
  ['in 3 days', '2026-11-26T10:00:00.000Z'],
  ['2 weeks', '2026-12-07T10:00:00.000Z'],
  ['an hour', '2026-11-23T11:00:00.000Z'],
  ['', undefined],
  ['whenever', undefined],
  ['2026-02-30', undefined],
  ['2025-01-01', undefined],
  ['today 10:00', undefined],
  ['weekdays', undefined],
  ['tomorrow 9:00 and 10:00', undefined],
  ['tomorrow 25:00', undefined],
])('parseMoment reads %j as %s', (typed, iso) => {
  const moment = parseMoment(typed, { zone: 'Europe/Berlin', now });
  expect(moment === undefined ? undefined : new Date(moment).toISOString()).toBe(iso);
});
