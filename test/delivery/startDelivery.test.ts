import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DELIVERY_TIMES, type Job, type Rendered } from '../../src/delivery/delivery.ts';
import { startDelivery, type Delivery, type DeliveryOptions, type Notice } from '../../src/delivery/startDelivery.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { history } from '../../src/schedule/runs/history.ts';
import { addRun } from '../../src/schedule/runs/addRun.ts';
import type { ScheduleDraft } from '../../src/schedule/schedule.ts';
import { deleteSchedule, pauseSchedule, readSchedule, resumeSchedule } from '../../src/schedule/schedules.ts';
import type { Store } from '../../src/store/store.ts';
import { StoreFailure } from '../../src/store/storeHealth.ts';
import { openTestStore } from '../fixtures/testStore.ts';
import { createFakeClock, type FakeClock } from '../fixtures/fakeClock.ts';
import { createFakeOutbox, type FakeOutbox } from '../fixtures/fakeOutbox.ts';
import { addSchedule, MONDAY } from '../fixtures/schedules.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const hourly: Partial<ScheduleDraft> = {
  rule: { kind: 'interval', minutes: 60, from: '00:00', to: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7] },
};
let store: Store;
let clock: FakeClock;
let outbox: FakeOutbox;
let delivery: Delivery | undefined;
let jobs: Job[];
let told: Notice[];
let canTell: boolean;
let metrics = createMetrics();
const errors: Readonly<Record<string, unknown>>[] = [];
const warnings: Readonly<Record<string, unknown>>[] = [];

beforeEach(async () => {
  store = await openTestStore();
  clock = createFakeClock(MONDAY);
  outbox = createFakeOutbox();
  [jobs, told, canTell, metrics] = [[], [], true, createMetrics()];
  [errors.length, warnings.length] = [0, 0];
});
afterEach(async () => {
  await delivery?.close();
  delivery = undefined;
  await store.close();
});

function start(
  render: (job: Job) => Rendered | Promise<Rendered> = ({ position }) => ({
    kind: 'message',
    payload: {},
    title: 'T',
    next: position + 1,
  }),
  options: Partial<DeliveryOptions> = {},
) {
  delivery = startDelivery({
    store,
    outbox,
    clock,
    metrics,
    random: () => 0.5,
    times: DELIVERY_TIMES,
    log: {
      info: () => {},
      warn: (event, message) => void warnings.push({ ...event, message }),
      error: (event, message) => void errors.push({ ...event, message }),
    },
    maxSleepMs: 15 * MINUTE,
    async render(job) {
      jobs.push(job);
      return render(job);
    },
    async notify(notice) {
      if (canTell) told.push(notice);
      return canTell;
    },
    ...options,
  });
}

async function runs(schedule: string): Promise<readonly string[]> {
  const found = await history(store, schedule, { limit: 200 });
  return found.map(({ local, state, reason }) => [local.slice(11), state, reason].filter(Boolean).join(' '));
}

describe('startDelivery', () => {
  test('posts each run when it is due, one section after the other', async () => {
    const { id } = await addSchedule(store, hourly);
    start();
    await clock.advance(HOUR - 1);
    expect(outbox.channel).toHaveLength(0);
    await clock.advance(1);
    expect(outbox.channel).toHaveLength(1);
    await clock.advance(2 * HOUR);
    expect(await runs(id)).toEqual(['11:00 posted', '10:00 posted', '09:00 posted']);
    expect(jobs.map(({ position, late }) => [position, late])).toEqual([
      [0, false],
      [1, false],
      [2, false],
    ]);
    expect((await history(store, id, { limit: 1 }))[0]!.message).toBe('message 3');
    expect((await readSchedule(store, id))!.position).toBe(3);
    expect(await metrics.text()).toContain('rapporteur_digests_total{outcome="posted",reason=""} 3');
    expect(told).toEqual([]);
  });

  test('posts once late after the bot was down, marked, and in order of the plan', async () => {
    const { id } = await addSchedule(store, hourly);
    clock.set(MONDAY + 3 * HOUR + 10 * MINUTE);
    start();
    await clock.advance(SECOND);
    expect(await runs(id)).toEqual(['11:00 posted', '10:00 skipped superseded', '09:00 skipped superseded']);
    expect(jobs).toMatchObject([{ position: 0, late: true, run: { missed: true } }]);
  });

  test('posts nothing late if the schedule skips missed runs', async () => {
    const { id } = await addSchedule(store, { late: { kind: 'skip' } });
    clock.set(MONDAY + HOUR + MINUTE);
    start();
    await clock.advance(HOUR);
    expect([await runs(id), outbox.sent]).toEqual([['09:00 skipped missed'], []]);
  });

  test('logs an attempt that failed at level error, with its reason', async () => {
    await addSchedule(store, hourly);
    outbox.sends.push(
      { kind: 'busy', detail: 'rate limited (429)' },
      { kind: 'unknown', detail: 'Discord failed (502)' },
      { kind: 'rejected', reason: 'refused', detail: 'Invalid Form Body (50035)' },
    );
    start();
    await clock.advance(HOUR + 10 * MINUTE);
    expect(errors).toMatchObject([
      { outcome: 'retry', detail: 'rate limited (429)', message: 'a digest could not be posted' },
      { outcome: 'retry', detail: 'Discord failed (502)' },
      { outcome: 'failed', reason: 'refused', detail: 'Invalid Form Body (50035)' },
    ]);
  });

  test('goes on after the clock was put back', async () => {
    const { id } = await addSchedule(store);
    start();
    clock.set(MONDAY + 400 * DAY);
    await clock.advance(15 * MINUTE);
    clock.set(MONDAY);
    await clock.advance(15 * MINUTE);
    await clock.advance(DAY);
    expect(await runs(id)).toEqual(['09:00 posted']);
  });

  test('posts a run out of turn, also of a paused schedule', async () => {
    const schedule = await addSchedule(store);
    await pauseSchedule(store, schedule, { now: MONDAY });
    start();
    await clock.advance(0);
    await addRun(store, schedule, clock.now());
    delivery!.wake();
    await clock.advance(0);
    expect(await runs(schedule.id)).toEqual(['08:00:00 posted']);
  });

  test('skips what waits for a schedule that was paused meanwhile', async () => {
    const schedule = await addSchedule(store);
    outbox.sends.push({ kind: 'busy', retryAfterMs: 5 * MINUTE, detail: '429' });
    start();
    await clock.advance(HOUR);
    await pauseSchedule(store, schedule, { now: clock.now() });
    await clock.advance(HOUR);
    expect(await runs(schedule.id)).toEqual(['09:00 skipped paused']);
  });
});

describe('failures', () => {
  test.each(['forbidden', 'gone'] as const)('%s disables and tells, and resuming takes it up again', async (reason) => {
    const { id } = await addSchedule(store);
    outbox.sends.push({ kind: 'rejected', reason, detail: '50013' });
    start();
    await clock.advance(2 * DAY);
    expect(await runs(id)).toEqual([`09:00 failed ${reason}`]);
    expect(told).toMatchObject([{ schedule: { id, disabled: reason }, run: { reason, detail: '50013' } }]);
    await resumeSchedule(store, (await readSchedule(store, id))!, { now: clock.now() });
    await clock.advance(DAY);
    expect(await runs(id)).toEqual(['09:00 posted', `09:00 failed ${reason}`]);
  });

  test('a missing permission is found before anything is sent, and named', async () => {
    const { id } = await addSchedule(store);
    outbox.preflights.push({ kind: 'missing', permissions: ['SendMessages', 'ReadMessageHistory'] });
    start();
    await clock.advance(HOUR + SECOND);
    expect(outbox.sent).toEqual([]);
    expect(told).toMatchObject([{ run: { reason: 'forbidden', detail: 'SendMessages, ReadMessageHistory' } }]);
    expect((await readSchedule(store, id))!.disabled).toBe('forbidden');
  });

  test.each([
    ['a missing permission', { kind: 'missing', permissions: ['SendMessages'] }, 'forbidden'],
    ['a locked thread', { kind: 'blocked', by: 'locked' }, 'forbidden'],
    ['a channel that is gone', { kind: 'gone' }, 'gone'],
  ] as const)(
    'a run that a member asked for fails by %s without stopping the schedule',
    async (_, preflight, reason) => {
      const schedule = await addSchedule(store);
      start();
      await addRun(store, schedule, clock.now());
      outbox.preflights.push(preflight);
      await clock.advance(HOUR + SECOND);
      expect(await runs(schedule.id)).toEqual(['09:00 posted', `08:00:00 failed ${reason}`]);
      expect((await readSchedule(store, schedule.id))!.disabled).toBeNull();
    },
  );

  test('a run that a member asked for and Discord refuses does not stop the schedule', async () => {
    const schedule = await addSchedule(store);
    start();
    await addRun(store, schedule, clock.now());
    outbox.sends.push({ kind: 'rejected', reason: 'forbidden', detail: '50013' });
    await clock.advance(HOUR + SECOND);
    expect(await runs(schedule.id)).toEqual(['09:00 posted', '08:00:00 failed forbidden']);
  });

  test('429 waits as long as it says, and more each time, and gives up after an hour', async () => {
    const { id } = await addSchedule(store);
    const busy = { kind: 'busy', retryAfterMs: 7 * SECOND, detail: '429' } as const;
    outbox.sends.push(busy);
    start();
    await clock.advance(HOUR + 7 * SECOND - 1);
    expect(outbox.sent).toHaveLength(1);
    await clock.advance(1);
    expect(await runs(id)).toEqual(['09:00 posted']);
    outbox.sends.push(...Array.from({ length: 100 }, () => busy));
    await clock.advance(DAY);
    expect(await runs(id)).toEqual(['09:00 pending', '09:00 posted']);
    await clock.advance(2 * HOUR);
    expect(await runs(id)).toEqual(['09:00 failed unreachable', '09:00 posted']);
    expect(outbox.sent.length).toBeGreaterThan(10);
    expect(outbox.sent.length).toBeLessThan(30);
    expect(told).toMatchObject([{ run: { reason: 'unreachable', detail: '429' } }]);
    expect((await readSchedule(store, id))!.disabled).toBeNull();
  });

  test.each([true, false])(
    'a message of which nothing is known is looked for, and posted once (arrived: %s)',
    async (arrives) => {
      const { id } = await addSchedule(store);
      outbox.sends.push({ kind: 'unknown', detail: 'socket hang up', arrives });
      start();
      await clock.advance(HOUR + DELIVERY_TIMES.flightMs - 1);
      expect(outbox.sent).toHaveLength(1);
      await clock.advance(2 * SECOND);
      expect(outbox.channel).toHaveLength(1);
      expect(outbox.sent).toHaveLength(arrives ? 1 : 2);
      expect(await runs(id)).toEqual(['09:00 posted']);
      expect((await readSchedule(store, id))!.position).toBe(1);
      expect(new Set(outbox.sent.map(({ nonce }) => nonce)).size).toBe(1);
    },
  );

  test('a message that cannot be looked for is uncertain and told, and never posted twice', async () => {
    const { id } = await addSchedule(store, hourly);
    outbox.sends.push({ kind: 'unknown', detail: 'socket hang up', arrives: true });
    outbox.finds.push({ kind: 'unclear', reason: 'incomplete', detail: '500 messages since' });
    start();
    await clock.advance(HOUR + 10 * MINUTE);
    expect(outbox.channel).toHaveLength(1);
    expect(await runs(id)).toEqual(['09:00 uncertain unknown-outcome']);
    expect(told).toMatchObject([{ run: { state: 'uncertain', detail: '500 messages since' } }]);
    await clock.advance(HOUR);
    expect(await runs(id)).toEqual(['10:00 posted', '09:00 uncertain unknown-outcome']);
  });

  test('a message that never arrives is given up after an hour', async () => {
    const { id } = await addSchedule(store);
    outbox.sends.push(...Array.from({ length: 200 }, () => ({ kind: 'unknown', detail: '502' }) as const));
    start();
    await clock.advance(3 * HOUR);
    expect(await runs(id)).toEqual(['09:00 failed unreachable']);
    expect(told).toHaveLength(1);
    expect(outbox.channel).toEqual([]);
  });

  test('missing content is reported at the first run only, until it changes', async () => {
    const { id } = await addSchedule(store, hourly);
    let gone = 'a';
    start(() => ({ kind: 'content-gone', detail: gone }));
    await clock.advance(3 * HOUR + SECOND);
    expect(await runs(id)).toEqual(Array.from([11, 10, '09'], (hour) => `${hour}:00 failed content-gone`));
    expect(told).toHaveLength(1);
    gone = 'b';
    await clock.advance(HOUR);
    expect(told.map(({ run }) => run.detail)).toEqual(['a', 'b']);
  });

  test('a day without content is skipped, and nobody is notified', async () => {
    const { id } = await addSchedule(store);
    start(() => ({ kind: 'nothing', detail: 'no event' }));
    await clock.advance(HOUR);
    expect([await runs(id), told]).toEqual([['09:00 skipped nothing'], []]);
  });

  test('the bot’s own failure is tried three times, and told', async () => {
    const { id } = await addSchedule(store);
    start(() => {
      throw new Error('bug');
    });
    await clock.advance(HOUR + 10 * MINUTE);
    expect(jobs).toHaveLength(3);
    expect(await runs(id)).toEqual(['09:00 failed broken']);
    expect(told).toHaveLength(1);
  });

  test('a notice that could not be sent is sent later', async () => {
    await addSchedule(store);
    canTell = false;
    outbox.sends.push({ kind: 'rejected', reason: 'refused', detail: '50035' });
    start();
    await clock.advance(2 * HOUR);
    canTell = true;
    await clock.advance(2 * MINUTE);
    expect(told).toMatchObject([{ run: { reason: 'refused' } }]);
    await clock.advance(HOUR);
    expect(told).toHaveLength(1);
  });

  test('a plan that ends is not posted again', async () => {
    const { id } = await addSchedule(store, hourly);
    start(({ position }) => ({ kind: 'message', payload: {}, title: 'T', next: position === 1 ? null : position + 1 }));
    await clock.advance(5 * HOUR);
    expect(await runs(id)).toEqual(['10:00 posted', '09:00 posted']);
    expect(await readSchedule(store, id)).toMatchObject({ disabled: 'ended' });
    expect(told).toEqual([]);
  });

  test('a claim is renewed while sending takes longer than its lease', async () => {
    const { id } = await addSchedule(store);
    let finish = (): void => {};
    const send = outbox.send.bind(outbox);
    outbox.send = async (message) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return send(message);
    };
    start();
    await clock.advance(HOUR + 10 * MINUTE);
    expect((await history(store, id, { limit: 1 }))[0]).toMatchObject({ state: 'claimed', attempt: 1 });
    finish();
    await clock.advance(SECOND);
    expect(await runs(id)).toEqual(['09:00 posted']);
  });
});

describe('limits', () => {
  /** Renders nothing until it is let go. */
  function held() {
    let letGo = (): void => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const render = async (): Promise<Rendered> => {
      await gate;
      return { kind: 'message', payload: {}, title: 'T' };
    };
    return { render, letGo: () => letGo() };
  }

  test('attempts no more runs at once than it may, and the others as soon as one has ended', async () => {
    for (let at = 0; at < 5; at += 1) await addSchedule(store, { name: `n${at}` });
    const { render, letGo } = held();
    start(render, { concurrency: 2 });
    await clock.advance(HOUR + 10 * SECOND);
    expect(jobs).toHaveLength(2);
    expect(await metrics.text()).toContain('rapporteur_digest_queue 5');
    letGo();
    await clock.advance(SECOND);
    expect(outbox.sent).toHaveLength(5);
    expect(await metrics.text()).toContain('rapporteur_digest_queue 0');
  });

  test('begins no more attempts a second than it may, after a burst', async () => {
    for (let at = 0; at < 10; at += 1) await addSchedule(store, { name: `n${at}` });
    start(undefined, { concurrency: 4, perSecond: 2 });
    const counts: number[] = [];
    await clock.advance(HOUR);
    for (let second = 0; second < 4; second += 1) {
      counts.push(outbox.sent.length);
      await clock.advance(SECOND);
    }
    expect(counts).toEqual([4, 6, 8, 10]);
  });

  test('closing waits for what is under way, and begins nothing more', async () => {
    for (const name of ['a', 'b']) await addSchedule(store, { name });
    const { render, letGo } = held();
    start(render, { concurrency: 1 });
    await clock.advance(HOUR);
    let closed = false;
    const close = async (): Promise<void> => {
      await delivery!.close();
      closed = true;
    };
    const closing = close();
    await clock.advance(SECOND);
    expect(closed).toBe(false);
    letGo();
    await clock.advance(0);
    await closing;
    await clock.advance(DAY);
    expect(outbox.sent).toHaveLength(1);
  });

  test('deletes finished runs once they are older than they are kept, looking every six hours', async () => {
    const { id } = await addSchedule(store);
    start(undefined, { keepMs: 2 * HOUR });
    await clock.advance(6 * HOUR);
    expect(await runs(id)).toEqual(['09:00 posted']);
    await clock.advance(15 * MINUTE);
    expect(await runs(id)).toEqual([]);
  });

  test('keeps finished runs for 180 days', async () => {
    const { id } = await addSchedule(store, { rule: { kind: 'once', date: '2026-11-23', time: '09:00' } });
    start(undefined, { maxSleepMs: 10 * DAY });
    await clock.advance(HOUR);
    await clock.advance(180 * DAY - 7 * HOUR);
    expect(await runs(id)).toEqual(['09:00 posted']);
    await clock.advance(20 * DAY);
    expect(await runs(id)).toEqual([]);
  });
});

describe('what goes wrong in the bot itself', () => {
  /** A store of which some writes fail, counted from 1. */
  function failingWrites(...numbers: readonly number[]): Store {
    let count = 0;
    return {
      ...store,
      write(work) {
        count += 1;
        return numbers.includes(count) ? Promise.reject(new Error('database is locked')) : store.write(work);
      },
    };
  }

  test('an outcome that could not be written down is found out when the lease has run out', async () => {
    const { id } = await addSchedule(store);
    start(undefined, { store: failingWrites(2) });
    await clock.advance(HOUR);
    expect(errors).toMatchObject([{ message: 'a digest could not be written down', attempt: 1 }]);
    await clock.advance(DELIVERY_TIMES.leaseMs + SECOND);
    expect(await runs(id)).toEqual(['09:00 posted']);
    expect(outbox.sent).toHaveLength(1);
    expect((await readSchedule(store, id))!.position).toBe(1);
  });

  test('a lease that could not be renewed is logged, and the attempt goes on', async () => {
    const { id } = await addSchedule(store);
    const send = outbox.send.bind(outbox);
    outbox.send = async (message) => {
      await new Promise<void>((resolve) => void clock.after(DELIVERY_TIMES.leaseMs / 2, resolve));
      return send(message);
    };
    start(undefined, { store: failingWrites(2) });
    await clock.advance(HOUR + DELIVERY_TIMES.leaseMs);
    expect(errors).toMatchObject([{ message: 'a claim could not be kept' }]);
    expect(await runs(id)).toEqual(['09:00 posted']);
  });

  test('a digest deleted while its message is made is not sent, with a warning', async () => {
    const { id } = await addSchedule(store);
    start(async () => {
      await deleteSchedule(store, id);
      return { kind: 'message', payload: {}, title: 'T' };
    });
    await clock.advance(HOUR + SECOND);
    expect(outbox.sent).toEqual([]);
    expect(warnings).toMatchObject([
      { schedule: id, message: 'a digest was taken over by another process, or deleted' },
    ]);
    expect(errors).toEqual([]);
  });

  test('a failure is tried again when a message could have turned up, and has the id of the run', async () => {
    await addSchedule(store);
    const times: number[] = [];
    start(() => {
      times.push(clock.now() - MONDAY - HOUR);
      throw new Error('bug');
    });
    await clock.advance(HOUR + 10 * MINUTE);
    expect(times).toEqual([0, MINUTE, 2 * MINUTE]);
    expect(told).toMatchObject([{ run: { reason: 'broken', detail: told[0]!.run.id } }]);
    expect(errors.map(({ message }) => message)).toEqual([
      ...[1, 2, 3].map(() => 'a digest failed'),
      'a digest could not be posted',
    ]);
  });

  test('a failure of the store is none of the digest, however often: it is posted once when the store works again', async () => {
    const { id } = await addSchedule(store);
    let failures = 5;
    start(({ position }) => {
      failures -= 1;
      if (failures >= 0) throw new StoreFailure('the server is out of reach');
      return { kind: 'message', payload: {}, title: 'T', next: position + 1 };
    });
    await clock.advance(HOUR);
    for (let lease = 0; lease < 6; lease += 1) await clock.advance(DELIVERY_TIMES.leaseMs + SECOND);
    expect(jobs).toHaveLength(6);
    expect(await runs(id)).toEqual(['09:00 posted']);
    expect(outbox.channel).toHaveLength(1);
    expect(told).toEqual([]);
    expect(new Set(errors.map(({ message }) => message))).toEqual(new Set(['a digest could not be written down']));
  });

  test('what may have been sent when the bot failed three times is uncertain, and told, not called failed', async () => {
    const { id } = await addSchedule(store);
    outbox.send = () => Promise.reject(new Error('bug'));
    start();
    await clock.advance(HOUR + 10 * MINUTE);
    expect(jobs).toHaveLength(3);
    expect(await runs(id)).toEqual(['09:00 uncertain unknown-outcome']);
    expect(told).toMatchObject([{ run: { state: 'uncertain' } }]);
    expect((await readSchedule(store, id))!.position).toBe(0);
  });

  test('a notice that fails is logged, and tried again a minute later', async () => {
    await addSchedule(store);
    outbox.sends.push({ kind: 'rejected', reason: 'refused', detail: '50035' });
    let tries = 0;
    start(undefined, {
      async notify() {
        tries += 1;
        if (tries === 1) throw new Error('bug');
        return true;
      },
    });
    await clock.advance(HOUR + MINUTE - SECOND);
    expect(tries).toBe(1);
    expect(errors.at(-1)).toMatchObject({ message: 'nobody could be notified of a digest' });
    await clock.advance(2 * SECOND);
    expect(tries).toBe(2);
    await clock.advance(DAY);
    expect(tries).toBe(2);
  });

  test('schedules that cannot be read are logged, and the others run', async () => {
    const broken = await addSchedule(store, { name: 'Broken' });
    const { id } = await addSchedule(store);
    await store.db.updateTable('schedule').set({ rule: '{"kind":"moon"}' }).where('id', '=', broken.id).execute();
    start();
    await clock.advance(HOUR);
    expect(errors).toMatchObject([{ schedules: [broken.id] }]);
    expect(await runs(id)).toEqual(['09:00 posted']);
  });

  test('works out at its start when each schedule runs next, since the zone data may have changed', async () => {
    const { id } = await addSchedule(store);
    await store.db
      .updateTable('schedule')
      .set({ next_due: MONDAY + 9 * HOUR })
      .execute();
    start();
    await clock.advance(HOUR);
    expect(await runs(id)).toEqual(['09:00 posted']);
  });

  test('says that the clock was put back', async () => {
    start();
    await clock.advance(HOUR);
    clock.set(MONDAY);
    await clock.advance(15 * MINUTE);
    expect(warnings).toMatchObject([{ message: 'the clock was put back' }]);
  });

  test('goes on after it could not look for due digests', async () => {
    const { id } = await addSchedule(store);
    let fails = true;
    const flaky: Store = {
      ...store,
      get db() {
        if (fails) throw new Error('database is locked');
        return store.db;
      },
    };
    start(undefined, { store: flaky, maxSleepMs: MINUTE });
    await clock.advance(SECOND);
    expect(errors).toMatchObject([{ message: 'looking for due digests failed' }]);
    await clock.advance(HOUR);
    fails = false;
    await clock.advance(MINUTE);
    expect(await runs(id)).toEqual(['09:00 posted']);
  });
});

test('observes how late a digest was posted', async () => {
  await addSchedule(store);
  outbox.sends.push({ kind: 'busy', retryAfterMs: 7 * SECOND, detail: '429' });
  start();
  await clock.advance(HOUR + 10 * SECOND);
  const text = await metrics.text();
  expect(text).toContain('rapporteur_digest_lateness_seconds_sum 7\n');
  expect(text).toContain('rapporteur_digest_lateness_seconds_count 1\n');
  expect(text).not.toContain('outcome="retry"');
});
