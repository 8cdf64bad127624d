import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { history } from '../../src/schedule/history.ts';
import { materialise } from '../../src/schedule/materialise.ts';
import { PAUSED_FOR_GOOD } from '../../src/schedule/schedule.ts';
import {
  createSchedule,
  deleteSchedule,
  editSchedule,
  findSchedule,
  listSchedules,
  pauseSchedule,
  readSchedule,
  resumeSchedule,
} from '../../src/schedule/schedules.ts';
import { forget } from '../../src/settings/forget.ts';
import { IN_MEMORY, openStore, type Store } from '../../src/store/store.ts';
import { addSchedule, draft, MONDAY } from '../fixtures/schedules.ts';

const HOUR = 3_600_000;
const nine = MONDAY + HOUR;
let store: Store;

beforeEach(async () => {
  store = await openStore(IN_MEMORY);
});
afterEach(() => store.close());

describe('createSchedule', () => {
  test('stores what was given, with when it runs next', async () => {
    const schedule = await addSchedule(store);
    expect(schedule).toMatchObject({ ...draft(), position: 0, pausedUntil: null, disabled: null, nextDue: nine });
    expect(await readSchedule(store, schedule.id)).toEqual(schedule);
    expect(await findSchedule(store, { guild: schedule.guild, name: 'mORNING ' })).toEqual(schedule);
  });

  test('wants another name where it is taken, whatever the case, but not in another server', async () => {
    await addSchedule(store);
    expect(await createSchedule(store, draft({ name: 'morning' }), { now: MONDAY })).toEqual({ kind: 'taken' });
    await addSchedule(store, { guild: '100000000000000002' });
  });

  test('stores 25 for a server, and not the 26th', async () => {
    for (let at = 0; at < 25; at += 1) await addSchedule(store, { name: `n${at}` });
    expect(await createSchedule(store, draft(), { now: MONDAY })).toEqual({ kind: 'full', limit: 25 });
    expect((await createSchedule(store, draft(), { now: MONDAY, limit: 26 })).kind).toBe('stored');
    expect(await listSchedules(store, draft().guild)).toHaveLength(26);
  });

  test.each([
    { zone: '' },
    { zone: 'Mars/Base' },
    { name: ' ' },
    { name: 'n'.repeat(51) },
    { late: { kind: 'late', hours: 0 } },
  ] as const)('throws for %o', async (changes) => {
    await expect(createSchedule(store, draft(changes), { now: MONDAY })).rejects.toThrow(/expected|must be/u);
  });

  test('takes a name of 50 characters', async () => {
    expect((await addSchedule(store, { name: 'n'.repeat(50) })).name).toHaveLength(50);
  });
});

describe('editSchedule', () => {
  test('changes what is given, and works out the next run from now', async () => {
    const { id } = await addSchedule(store);
    const changes = { rule: { kind: 'days', every: 1, times: ['07:00'] }, position: 3 } as const;
    const stored = await editSchedule(store, id, { changes, now: nine });
    expect(stored).toMatchObject({
      kind: 'stored',
      schedule: { name: 'Morning', position: 3, nextDue: nine + 22 * HOUR },
    });
  });

  test('keeps its own name, and takes no other schedule’s', async () => {
    const { id } = await addSchedule(store);
    await addSchedule(store, { name: 'Evening' });
    const rename = (name: string) => editSchedule(store, id, { changes: { name }, now: MONDAY });
    expect((await rename('MORNING')).kind).toBe('stored');
    expect(await rename('evening')).toEqual({ kind: 'taken' });
    expect(await editSchedule(store, 'none', { changes: {}, now: MONDAY })).toEqual({ kind: 'missing' });
  });
});

describe('pauseSchedule and resumeSchedule', () => {
  test('rest until a moment, and go on after it', async () => {
    const schedule = await addSchedule(store);
    const paused = await pauseSchedule(store, schedule, { now: MONDAY, until: nine + HOUR });
    expect(paused.nextDue).toBe(nine + 24 * HOUR);
    await materialise(store, { now: nine + 2 * HOUR });
    expect(await history(store, schedule.id, { limit: 9 })).toEqual([]);
  });

  test('rest for good, and have no missed runs when resumed', async () => {
    const schedule = await addSchedule(store);
    const paused = await pauseSchedule(store, schedule, { now: MONDAY });
    expect(paused).toMatchObject({ pausedUntil: PAUSED_FOR_GOOD, nextDue: null });
    const resumed = await resumeSchedule(store, paused, { now: nine + 30 * HOUR });
    expect(resumed).toMatchObject({ pausedUntil: null, nextDue: nine + 48 * HOUR });
    await materialise(store, { now: nine + 40 * HOUR });
    expect(await history(store, schedule.id, { limit: 9 })).toEqual([]);
  });
});

test('deleteSchedule and forget leave nothing of a schedule', async () => {
  const schedule = await addSchedule(store);
  await addSchedule(store, { name: 'Evening' });
  await materialise(store, { now: nine });
  expect(await deleteSchedule(store, schedule.id)).toBe(true);
  expect(await deleteSchedule(store, schedule.id)).toBe(false);
  expect(await history(store, schedule.id, { limit: 9 })).toEqual([]);
  expect(await forget(store, schedule.guild)).toEqual({ settings: 0, schedules: 1, occurrences: 1 });
  expect(await listSchedules(store, schedule.guild)).toEqual([]);
});
