import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DELIVERY_TIMES } from '../../src/delivery/delivery.ts';
import type { FollowUpResult, SendResult } from '../../src/delivery/outbox.ts';
import { startDelivery, type Delivery, type Notice } from '../../src/delivery/startDelivery.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { failedFollowUps } from '../../src/schedule/runs/followUps.ts';
import { history } from '../../src/schedule/runs/history.ts';
import type { ScheduleDraft } from '../../src/schedule/schedule.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeClock, type FakeClock } from '../fixtures/fakeClock.ts';
import { createFakeOutbox, type FakeOutbox } from '../fixtures/fakeOutbox.ts';
import { addSchedule, MONDAY } from '../fixtures/schedules.ts';
import { openTestStore } from '../fixtures/testStore.ts';

const HOUR = 3_600_000;
const BOTH: Partial<ScheduleDraft> = { publish: true, thread: true };
let store: Store;
let clock: FakeClock;
let outbox: FakeOutbox;
let delivery: Delivery;
let told: Notice[];

beforeEach(open);
afterEach(close);

async function open(): Promise<void> {
  store = await openTestStore();
  clock = createFakeClock(MONDAY);
  outbox = createFakeOutbox();
  told = [];
}

async function close(): Promise<void> {
  await delivery.close();
  await store.close();
}

function start(): void {
  delivery = startDelivery({
    store,
    outbox,
    clock,
    metrics: createMetrics(),
    random: () => 0.5,
    times: DELIVERY_TIMES,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    maxSleepMs: HOUR / 4,
    render: async ({ position }) => ({ kind: 'message', payload: {}, title: 'T', next: position + 1 }),
    notify: async (notice) => told.push(notice) > 0,
    threadName: ({ name }, date) => `${name} ${date}`,
  });
}

test('a posted digest is published and gets a thread, once', async () => {
  await addSchedule(store, BOTH);
  start();
  await clock.advance(2 * HOUR);
  expect(outbox.channel).toHaveLength(1);
  expect(outbox.followed.map(({ kind, message, name }) => [kind, message, name])).toEqual([
    ['publish', 'message 1', 'Morning 2026-11-23'],
    ['thread', 'message 1', 'Morning 2026-11-23'],
  ]);
  expect(told).toEqual([]);
});

test('a digest that wants nothing more is only posted', async () => {
  await addSchedule(store);
  start();
  await clock.advance(2 * HOUR);
  expect(outbox.channel).toHaveLength(1);
  expect(outbox.followed).toEqual([]);
});

test('what Discord refuses is told once, in the history too, and posts nothing again', async () => {
  const { id } = await addSchedule(store, { publish: true });
  outbox.follows.push({ kind: 'rejected', detail: 'Missing Permissions (50013)' });
  start();
  await clock.advance(3 * HOUR);
  expect(outbox.channel).toHaveLength(1);
  expect(outbox.followed).toHaveLength(1);
  expect(told.map(({ run, followUp }) => [run.state, followUp?.kind, followUp?.detail])).toEqual([
    ['posted', 'publish', 'Missing Permissions (50013)'],
  ]);
  const [run] = await history(store, id, { limit: 1 });
  expect(await failedFollowUps(store, [run!.id])).toMatchObject([{ kind: 'publish', state: 'failed' }]);
});

test('a run whose message is only found later is followed up, too', async () => {
  await addSchedule(store, { thread: true });
  outbox.sends.push({ kind: 'unknown', detail: 'timeout', arrives: true });
  start();
  await clock.advance(3 * HOUR);
  expect(outbox.channel).toHaveLength(1);
  expect(outbox.followed).toHaveLength(1);
});

test('a process that starts after the message was posted does the rest', async () => {
  await addSchedule(store, BOTH);
  outbox.follows.push({ kind: 'busy', detail: '503', retryAfterMs: HOUR }, { kind: 'busy', detail: '503' });
  start();
  await clock.advance(HOUR);
  await delivery.close();
  start();
  await clock.advance(3 * HOUR);
  expect(outbox.channel).toHaveLength(1);
  expect(new Set(outbox.followed.map(({ kind }) => kind))).toEqual(new Set(['publish', 'thread']));
  expect(outbox.followed).toHaveLength(4);
});

test('whatever fails before or after, each run is posted once, and what was not done with it is told once', async () => {
  start();
  await close();
  const follow = fc.oneof(
    fc.constant<FollowUpResult>({ kind: 'done' }),
    fc.constant<FollowUpResult>({ kind: 'rejected', detail: 'no' }),
    fc.constant<FollowUpResult>({ kind: 'busy', detail: 'wait' }),
    fc.constant<FollowUpResult>({ kind: 'busy', detail: 'wait', retryAfterMs: HOUR }),
  );
  const sent = fc.oneof(
    fc.constant<SendResult>({ kind: 'busy', detail: 'wait' }),
    fc.constant<SendResult & { arrives: boolean }>({ kind: 'unknown', detail: 'lost', arrives: true }),
    fc.constant<SendResult>({ kind: 'unknown', detail: 'lost' }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(follow, { maxLength: 8 }),
      fc.array(sent, { maxLength: 3 }),
      fc.nat({ max: 5 }),
      async (follows, sends, restart) => {
        await open();
        await addSchedule(store, BOTH);
        outbox.follows.push(...follows);
        outbox.sends.push(...sends);
        start();
        for (let hour = 0; hour < 6; hour += 1) {
          await clock.advance(HOUR);
          if (hour !== restart) continue;
          await delivery.close();
          start();
        }
        expect(new Set(outbox.channel).size).toBe(outbox.channel.length);
        expect(outbox.channel).toHaveLength(1);
        const failed = follows.filter(({ kind }) => kind === 'rejected').length;
        expect(told.length).toBeLessThanOrEqual(2);
        expect(new Set(told.map(({ followUp }) => followUp?.kind)).size).toBe(told.length);
        if (failed === 0) expect(told).toEqual([]);
        await close();
      },
    ),
    { numRuns: 12 },
  );
  await open();
  start();
});
