import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { history } from '../../src/schedule/runs/history.ts';
import { recordDueRuns } from '../../src/schedule/runs/recordDueRuns.ts';
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
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../fixtures/testStore.ts';
import { addSchedule, draft, MONDAY } from '../fixtures/schedules.ts';

const HOUR = 3_600_000;
const nine = MONDAY + HOUR;
let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

describe('createSchedule', () => {
  test('stores what was given, with when it runs next', async () => {
    const schedule = await addSchedule(store);
    expect(schedule).toMatchObject({ ...draft(), position: 0, pausedUntil: null, disabled: null, nextDue: nine });
    expect(await readSchedule(store, schedule.id)).toEqual(schedule);
    expect(await findSchedule(store, { guild: schedule.guild, name: 'mORNING ' })).toEqual(schedule);
  });

  test('requires another name if it is taken, ignoring case, but not in another server', async () => {
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

  test('accepts a name of 50 characters', async () => {
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
  test('pause until a moment, record what fell into the pause at its end, and go on after it', async () => {
    const schedule = await addSchedule(store);
    const paused = await pauseSchedule(store, schedule, { now: MONDAY, until: nine + HOUR });
    expect(paused.nextDue).toBe(nine + HOUR);
    await recordDueRuns(store, { now: nine + 2 * HOUR });
    expect(await outcomes(schedule.id)).toEqual([[nine, 'skipped', 'paused']]);
    expect((await readSchedule(store, schedule.id))!.nextDue).toBe(nine + 24 * HOUR);
  });

  test('record a single run that fell into a pause, in a pause that was made longer too', async () => {
    const schedule = await addSchedule(store, { rule: { kind: 'once', date: '2026-11-23', time: '09:00' } });
    const paused = await pauseSchedule(store, schedule, { now: MONDAY });
    const longer = await pauseSchedule(store, paused, { now: nine + HOUR, until: nine + 9 * HOUR });
    const resumed = await resumeSchedule(store, longer, { now: nine + 2 * HOUR });
    expect(resumed.nextDue).toBeNull();
    expect(await outcomes(schedule.id)).toEqual([[nine, 'skipped', 'paused']]);
  });

  test('pause for good, and record what fell into the pause when resumed', async () => {
    const schedule = await addSchedule(store);
    const paused = await pauseSchedule(store, schedule, { now: MONDAY });
    expect(paused).toMatchObject({ pausedUntil: PAUSED_FOR_GOOD, nextDue: null });
    const resumed = await resumeSchedule(store, paused, { now: nine + 30 * HOUR });
    expect(resumed).toMatchObject({ pausedUntil: null, nextDue: nine + 48 * HOUR });
    await recordDueRuns(store, { now: nine + 40 * HOUR });
    expect(await outcomes(schedule.id)).toEqual([
      [nine + 24 * HOUR, 'skipped', 'paused'],
      [nine, 'skipped', 'paused'],
    ]);
  });

  test('never record a run twice, nor one outside the pause, however it is paused and resumed', async () => {
    const step = fc.record({
      hours: fc.integer({ min: 1, max: 40 }),
      what: fc.constantFrom('pause', 'until', 'resume', 'tick'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const { id } = await addSchedule(store, { name: `Run ${(names += 1)}` });
        let now = MONDAY;
        const pauses: [from: number, to: number][] = [];
        for (const { hours, what } of steps) {
          now += hours * HOUR;
          await recordDueRuns(store, { now });
          const schedule = (await readSchedule(store, id))!;
          if (what === 'pause' || what === 'until') {
            const until = what === 'until' ? now + 30 * HOUR : undefined;
            const last = pauses.at(-1);
            if (last && last[1] > now) last[1] = now;
            pauses.push([now, until ?? Infinity]);
            await pauseSchedule(store, schedule, { now, until });
          } else if (what === 'resume') {
            const last = pauses.at(-1);
            if (last && last[1] > now) last[1] = now;
            await resumeSchedule(store, schedule, { now });
          }
        }
        const skipped = (await outcomes(id)).flatMap(([due, , reason]) => (reason === 'paused' ? [due] : []));
        expect(new Set(skipped).size).toBe(skipped.length);
        for (const due of skipped) expect(pauses.some(([from, to]) => from < due && due <= to)).toBe(true);
        const over = pauses.filter(([, to]) => to <= now);
        for (let due = nine; due <= now; due += 24 * HOUR)
          if (over.some(([from, to]) => from < due && due <= to)) expect(skipped).toContain(due);
        await deleteSchedule(store, id);
      }),
      { numRuns: 60 },
    );
  });
});

let names = 0;

/** When the runs of a schedule were due, what became of them, and why. */
async function outcomes(id: string): Promise<readonly (readonly [number, string, string | null])[]> {
  return (await history(store, id, { limit: 50 })).map(({ due, state, reason }) => [due, state, reason]);
}

test('deleteSchedule and forget leave nothing of a schedule', async () => {
  const schedule = await addSchedule(store);
  await addSchedule(store, { name: 'Evening' });
  await recordDueRuns(store, { now: nine });
  expect(await deleteSchedule(store, schedule.id)).toBe(true);
  expect(await deleteSchedule(store, schedule.id)).toBe(false);
  expect(await history(store, schedule.id, { limit: 9 })).toEqual([]);
  expect(await forget(store, schedule.guild)).toEqual({ settings: 0, schedules: 1, occurrences: 1 });
  expect(await listSchedules(store, schedule.guild)).toEqual([]);
});
