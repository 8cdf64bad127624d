import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { followRun } from '../../src/delivery/followRun.ts';
import { claimDue, finishRun, type RunOutcome } from '../../src/schedule/runs/ledger.ts';
import { addRun } from '../../src/schedule/runs/addRun.ts';
import { deleteSchedule } from '../../src/schedule/schedules.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../fixtures/testStore.ts';
import { createFakeClock, type FakeClock } from '../fixtures/fakeClock.ts';
import { addSchedule, MONDAY } from '../fixtures/schedules.ts';

let store: Store;
let clock: FakeClock;
let run: string;
let schedule: string;

beforeEach(async () => {
  store = await openTestStore();
  clock = createFakeClock(MONDAY);
  const added = await addSchedule(store);
  schedule = added.id;
  run = await addRun(store, added, MONDAY);
});
afterEach(() => store.close());

async function attempt(outcome: RunOutcome): Promise<void> {
  const [claim] = await claimDue(store, { owner: 'x', now: clock.now(), leaseMs: 120_000, limit: 1 });
  await finishRun(store, claim!, { outcome, now: clock.now() });
}

describe('followRun', () => {
  test('waits until any process finishes the run', async () => {
    const following = followRun({ store, clock }, run);
    await clock.advance(4000);
    await attempt({ kind: 'posted', message: '7' });
    await clock.advance(1000);
    expect(await following).toMatchObject({ state: 'posted', message: '7' });
  });

  test('returns a run that is still under way after 15 seconds', async () => {
    const following = followRun({ store, clock }, run);
    await clock.advance(16_000);
    expect(await following).toMatchObject({ state: 'pending' });
  });

  test('does not wait for an attempt that will come later than that', async () => {
    await attempt({ kind: 'retry', notBefore: MONDAY + 60_000, sent: 'certainly-not' });
    expect(await followRun({ store, clock }, run)).toMatchObject({ state: 'pending', attempt: 1 });
  });

  test('ends when the run was deleted', async () => {
    await deleteSchedule(store, schedule);
    expect(await followRun({ store, clock }, run)).toBeUndefined();
  });

  test('looks again after 50 ms, then after twice as long each time, up to half a second', async () => {
    const pauses: number[] = [];
    const noting: FakeClock = {
      ...clock,
      after(ms, then) {
        pauses.push(ms);
        return clock.after(ms, then);
      },
    };
    const following = followRun({ store, clock: noting }, run);
    await clock.advance(16_000);
    await following;
    expect(pauses.slice(0, 7)).toEqual([50, 100, 200, 400, 500, 500, 500]);
  });

  test.each([
    [15_000, 'posted'],
    [15_001, 'pending'],
  ])('of an attempt %i ms from now: %s', async (laterMs, state) => {
    await attempt({ kind: 'retry', notBefore: MONDAY + laterMs, sent: 'certainly-not' });
    const following = followRun({ store, clock }, run);
    await clock.advance(14_900);
    await store.db.updateTable('occurrence').set({ state: 'posted' }).execute();
    await clock.advance(1000);
    expect(await following).toMatchObject({ state });
  });

  test('waits for a run that is being attempted', async () => {
    await claimDue(store, { owner: 'x', now: MONDAY, leaseMs: 120_000, limit: 1 });
    const following = followRun({ store, clock }, run);
    await clock.advance(100);
    await store.db.updateTable('occurrence').set({ state: 'posted' }).execute();
    await clock.advance(1000);
    expect(await following).toMatchObject({ state: 'posted' });
  });
});
