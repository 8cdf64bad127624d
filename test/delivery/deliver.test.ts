import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliver, type Attempt } from '../../src/delivery/deliver.ts';
import { DELIVERY_TIMES, type Job, type Rendered } from '../../src/delivery/delivery.ts';
import type { MarkerSearch } from '../../src/delivery/outbox.ts';
import { addRun } from '../../src/schedule/runs/addRun.ts';
import { readRun } from '../../src/schedule/runs/history.ts';
import { claimDue, finishRun, PLAN_ENDS, type Claim, type RunOutcome } from '../../src/schedule/runs/ledger.ts';
import { recordDueRuns } from '../../src/schedule/runs/recordDueRuns.ts';
import type { Schedule, ScheduleDraft } from '../../src/schedule/schedule.ts';
import { deleteSchedule, editSchedule, pauseSchedule } from '../../src/schedule/schedules.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../fixtures/testStore.ts';
import { createFakeClock, type FakeClock } from '../fixtures/fakeClock.ts';
import { createFakeOutbox, type FakeOutbox } from '../fixtures/fakeOutbox.ts';
import { addSchedule, MONDAY } from '../fixtures/schedules.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const nine = MONDAY + HOUR;
const { flightMs, giveUpMs, lateMs, leaseMs, queueMs, sendTimeoutMs } = DELIVERY_TIMES;
const message: Rendered = { kind: 'message', payload: { content: 'x' }, title: 'T', next: 1 };
let store: Store;
let clock: FakeClock;
let outbox: FakeOutbox;
let jobs: Job[];
let random: number;

beforeEach(async () => {
  store = await openTestStore();
  clock = createFakeClock(nine);
  outbox = createFakeOutbox();
  [jobs, random] = [[], 0.5];
});
afterEach(() => store.close());

function attempt(claim: Claim, rendered: Rendered | (() => Promise<Rendered>) = message): Promise<Attempt> {
  const render = async (job: Job) => {
    jobs.push(job);
    return typeof rendered === 'function' ? rendered() : rendered;
  };
  return deliver(claim, { store, outbox, clock, render, random: () => random, times: DELIVERY_TIMES });
}

/** Claims the run of 9:00, recorded `recordedMs` after it was due, now. */
async function claimed(changes: Partial<ScheduleDraft> = {}, recordedMs = 0): Promise<[Claim, Schedule]> {
  const schedule = await addSchedule(store, changes);
  await recordDueRuns(store, { now: nine + recordedMs });
  return [await claimAgain(), schedule];
}

async function claimAgain(): Promise<Claim> {
  const [claim] = await claimDue(store, { owner: 'a', now: clock.now(), leaseMs, limit: 1 });
  return claim!;
}

/** Attempts the run of 9:00 with a message of which nothing is known, and claims it again when that would have turned up. */
async function claimedAfterUnknown(changes: Partial<ScheduleDraft> = {}): Promise<[Claim, Schedule]> {
  const [first, schedule] = await claimed(changes);
  outbox.sends.push({ kind: 'unknown', detail: '502' });
  const outcome = (await attempt(first)) as RunOutcome;
  await finishRun(store, first, { outcome, now: clock.now() });
  clock.set(clock.now() + flightMs);
  return [await claimAgain(), schedule];
}

describe('deliver, before it sends', () => {
  test('loses a run whose schedule was deleted, or that was taken over while its message was made', async () => {
    const [claim, schedule] = await claimed();
    const lapse = async () => {
      clock.set(claim.leaseUntil);
      return message;
    };
    expect(await attempt(claim, lapse)).toEqual({ kind: 'lost' });
    await deleteSchedule(store, schedule.id);
    expect(await attempt(claim)).toEqual({ kind: 'lost' });
    expect(outbox.sent).toEqual([]);
  });

  const late = (hours: number) => ({ late: { kind: 'late', hours } }) as const;
  test.each<[waitedMs: number, changes: Partial<ScheduleDraft>, expected: object]>([
    [queueMs, { late: { kind: 'skip' } }, { kind: 'posted' }],
    [queueMs + 1, { late: { kind: 'skip' } }, { kind: 'skipped', reason: 'missed' }],
    [queueMs + 1, late(1), { kind: 'posted' }],
    [HOUR, late(1), { kind: 'posted' }],
    [HOUR + 1, late(1), { kind: 'skipped', reason: 'too-late' }],
    [2 * HOUR, late(2), { kind: 'posted' }],
  ])('a run that waited %i ms for its turn, with %o: %o', async (waitedMs, changes, expected) => {
    const schedule = await addSchedule(store, changes);
    await recordDueRuns(store, { now: nine });
    clock.set(nine + waitedMs);
    expect(await attempt(await claimAgain())).toMatchObject(expected);
    expect(schedule.disabled).toBeNull();
  });

  test('posts a missed run whose turn comes after its hours are over: it was judged when it was recorded', async () => {
    clock.set(nine + HOUR + MINUTE);
    const [claim] = await claimed(late(1), HOUR);
    expect(claim.missed).toBe(true);
    expect(await attempt(claim)).toMatchObject({ kind: 'posted' });
  });

  test('does not count the time for which it was tried as waiting', async () => {
    const [first] = await claimed({ late: { kind: 'skip' } });
    const notBefore = nine + queueMs + 1;
    await finishRun(store, first, { outcome: { kind: 'retry', notBefore, sent: 'certainly-not' }, now: nine });
    clock.set(notBefore);
    const claim = await claimAgain();
    expect(await attempt({ ...claim, firstTried: nine })).toMatchObject({ kind: 'posted' });
  });

  test('skips a run of a disabled schedule, even one that a member asked for', async () => {
    const schedule = await addSchedule(store);
    await addRun(store, schedule, nine);
    await store.db.updateTable('schedule').set({ disabled: 'gone' }).execute();
    expect(await attempt(await claimAgain())).toEqual({ kind: 'skipped', reason: 'disabled' });
  });

  test.each([
    [1, { kind: 'skipped', reason: 'paused' }],
    [0, { kind: 'posted' }],
  ])('of a pause that goes on for %i ms: %o', async (leftMs, expected) => {
    const [claim, schedule] = await claimed();
    await pauseSchedule(store, schedule, { now: nine, until: nine + leftMs });
    expect(await attempt(claim)).toMatchObject(expected);
  });

  test('a run that a member asked for is neither late nor held up by a pause, however long it waited', async () => {
    const schedule = await addSchedule(store, { late: { kind: 'skip' } });
    await addRun(store, schedule, nine);
    await pauseSchedule(store, schedule, { now: nine });
    clock.set(nine + 9 * HOUR);
    expect(await attempt(await claimAgain())).toMatchObject({ kind: 'posted' });
    expect(jobs).toMatchObject([{ late: false }]);
  });

  test.each([
    [{ kind: 'missing', permissions: ['SendMessages', 'ViewChannel'] }, 'forbidden', 'SendMessages, ViewChannel'],
    [{ kind: 'blocked', by: 'locked' }, 'forbidden', 'locked'],
    [{ kind: 'gone' }, 'gone', undefined],
    [{ kind: 'elsewhere' }, 'gone', undefined],
  ] as const)('fails and disables where the channel is %o', async (preflight, reason, detail) => {
    const [claim] = await claimed();
    outbox.preflights.push(preflight);
    expect(await attempt(claim)).toEqual({ kind: 'failed', reason, detail, notify: true, disable: reason });
    expect(outbox.sent).toEqual([]);
  });

  test('sends if its permissions cannot be looked up', async () => {
    const [claim] = await claimed();
    outbox.preflights.push({ kind: 'unknown' });
    expect(await attempt(claim)).toMatchObject({ kind: 'posted' });
  });
});

describe('deliver, with what it renders', () => {
  test.each([
    [lateMs, false],
    [lateMs + 1, true],
  ])('marks a message that is sent %i ms after it was due as late: %s', async (waitedMs, isLate) => {
    const [claim] = await claimed();
    clock.set(nine + waitedMs);
    await attempt(claim);
    expect(jobs).toMatchObject([{ late: isLate, position: 0 }]);
  });

  test('marks a missed run as late, however soon it is sent', async () => {
    clock.set(nine + MINUTE);
    const [claim] = await claimed({}, MINUTE);
    await attempt(claim);
    expect(jobs).toMatchObject([{ late: true }]);
  });

  test('posts the section that it tried before, whatever a manager has chosen meanwhile, and where the digest is now', async () => {
    const [claim, { id }] = await claimedAfterUnknown();
    const channel = '200000000000000007';
    await editSchedule(store, id, { changes: { position: 5, channel }, now: nine });
    expect(await attempt(claim)).toMatchObject({ kind: 'posted' });
    expect(jobs.map(({ position }) => position)).toEqual([0, 0]);
    expect(outbox.sent.map((each) => each.channel)).toEqual([claim.channel, channel]);
  });

  test('posts a newly chosen section if the previous one was certainly not sent', async () => {
    const [first, { id }] = await claimed();
    outbox.sends.push({ kind: 'busy', detail: '429' });
    await finishRun(store, first, { outcome: (await attempt(first)) as RunOutcome, now: nine });
    await editSchedule(store, id, { changes: { position: 5 }, now: nine });
    clock.set(nine + MINUTE);
    await attempt(await claimAgain());
    expect(jobs.map(({ position }) => position)).toEqual([0, 5]);
  });

  test.each([
    ['content without a position', undefined, null],
    ['a plan that goes on', 3, 3],
    ['a plan that ends', null, PLAN_ENDS],
  ])('notes before sending what comes next: %s', async (_, next, noted) => {
    const [claim, { channel }] = await claimed();
    const send = outbox.send.bind(outbox);
    outbox.send = async (outgoing) => {
      expect(await readRun(store, claim.id)).toMatchObject({
        sentAt: nine,
        channel,
        position: 0,
        nextPosition: noted,
      });
      expect(outgoing).toMatchObject({ channel, payload: message.payload, title: 'T', nonce: claim.id });
      return send(outgoing);
    };
    expect(await attempt(claim, { ...message, next })).toEqual({ kind: 'posted', message: 'message 1' });
  });

  test('skips content with nothing for the day', async () => {
    const [claim] = await claimed();
    const nothing = { kind: 'nothing', detail: 'no event' } as const;
    expect(await attempt(claim, nothing)).toEqual({ kind: 'skipped', reason: 'nothing', detail: 'no event' });
    expect(outbox.sent).toEqual([]);
  });

  test('asks for a notice of content that is gone, unless the run before found the same gone', async () => {
    const [first] = await claimed();
    const [a, b] = (['a', 'b'] as const).map((detail) => ({ kind: 'content-gone', detail }) as const);
    const gone = { kind: 'failed', reason: 'content-gone', detail: 'a' } as const;
    expect(await attempt(first, a)).toEqual({ ...gone, notify: true });
    await finishRun(store, first, { outcome: { kind: 'failed', reason: 'refused', detail: 'a' }, now: nine });
    clock.set(nine + 24 * HOUR);
    await recordDueRuns(store, { now: clock.now() });
    const second = await claimAgain();
    expect(await attempt(second, a)).toEqual({ ...gone, notify: true });
    await finishRun(store, second, { outcome: gone, now: clock.now() });
    clock.set(nine + 48 * HOUR);
    await recordDueRuns(store, { now: clock.now() });
    const third = await claimAgain();
    expect(await attempt(third, a)).toEqual({ ...gone, notify: false });
    expect(await attempt(third, b)).toEqual({ ...gone, detail: 'b', notify: true });
  });

  test('tries again when it cannot be told what the channel may see, and fails after an hour of that', async () => {
    const [claim] = await claimed();
    const busy = { kind: 'busy', detail: 'roles' } as const;
    clock.set(nine + giveUpMs);
    expect(await attempt(claim, busy)).toEqual({
      kind: 'retry',
      notBefore: nine + giveUpMs + 1500,
      sent: 'certainly-not',
    });
    clock.set(nine + giveUpMs + 1);
    expect(await attempt(claim, busy)).toEqual({
      kind: 'failed',
      reason: 'unreachable',
      detail: 'roles',
      notify: true,
    });
  });
});

describe('deliver, with what Discord says', () => {
  test.each<[outcome: object, result: FakeOutbox['sends'][number]]>([
    [
      { kind: 'posted', message: '7', channel: 'thread' },
      { kind: 'posted', message: '7', channel: 'thread' },
    ],
    [
      { kind: 'failed', reason: 'refused', detail: '50035', notify: true },
      { kind: 'rejected', reason: 'refused', detail: '50035' },
    ],
    [
      { kind: 'failed', reason: 'forbidden', detail: '50013', notify: true, disable: 'forbidden' },
      { kind: 'rejected', reason: 'forbidden', detail: '50013' },
    ],
    [
      { kind: 'retry', notBefore: nine + 9000, sent: 'certainly-not', detail: '429' },
      { kind: 'busy', retryAfterMs: 9000, detail: '429' },
    ],
    [
      { kind: 'retry', notBefore: nine + 1500, sent: 'certainly-not', detail: '429' },
      { kind: 'busy', retryAfterMs: 1499, detail: '429' },
    ],
    [
      { kind: 'retry', notBefore: nine + flightMs, sent: 'maybe', detail: '502' },
      { kind: 'unknown', detail: '502' },
    ],
  ])('writes down %o', async (outcome, result) => {
    const [claim] = await claimed();
    outbox.sends.push(result);
    expect(await attempt(claim)).toEqual(outcome);
  });

  test('gives up after an hour of being turned away', async () => {
    const [claim] = await claimed();
    const busy = { kind: 'busy', detail: '429' } as const;
    outbox.sends.push(busy, busy);
    clock.set(nine + giveUpMs);
    await store.db
      .updateTable('occurrence')
      .set({ lease_until: nine + 2 * giveUpMs })
      .execute();
    expect(await attempt(claim)).toMatchObject({ kind: 'retry', sent: 'certainly-not' });
    clock.set(nine + giveUpMs + 1);
    expect(await attempt(claim)).toEqual({ kind: 'failed', reason: 'unreachable', detail: '429', notify: true });
  });

  test.each([
    [1, 0, 1000],
    [1, 0.999_999, 2000],
    [2, 0, 2000],
    [9, 0, 256_000],
    [10, 0, 300_000],
    [99, 0, 300_000],
    [99, 0.999_999, 600_000],
  ])('waits after attempt %i, with the random number %f, for %i ms', async (number, drawn, pauseMs) => {
    const [claim] = await claimed();
    random = drawn;
    // The ledger counts attempts; here it has counted so many.
    await store.db.updateTable('occurrence').set({ attempt: number }).execute();
    outbox.sends.push({ kind: 'busy', detail: '429' });
    expect(await attempt({ ...claim, attempt: number })).toMatchObject({ notBefore: nine + pauseMs });
  });

  test('aborts a request that takes too long, and not one that is over', async () => {
    const [claim] = await claimed();
    const send = outbox.send.bind(outbox);
    let seen: AbortSignal | undefined;
    outbox.send = async (outgoing) => {
      seen = outgoing.signal;
      await clock.advance(sendTimeoutMs - 1);
      expect(seen.aborted).toBe(false);
      return send(outgoing);
    };
    await attempt(claim);
    await clock.advance(sendTimeoutMs);
    expect(seen!.aborted).toBe(false);
    outbox.send = async (outgoing) => {
      await clock.advance(sendTimeoutMs);
      expect(outgoing.signal.aborted).toBe(true);
      return { kind: 'unknown', detail: 'aborted' };
    };
    expect(await attempt({ ...claim, sentAt: null })).toMatchObject({ kind: 'retry', sent: 'maybe' });
  });
});

describe('deliver, after a message of which nothing is known', () => {
  test('neither looks nor sends before it would have turned up', async () => {
    const [claim] = await claimedAfterUnknown();
    clock.set(nine + flightMs - 1);
    expect(await attempt(claim)).toEqual({ kind: 'retry', notBefore: nine + flightMs, sent: 'maybe' });
    clock.set(nine + flightMs);
    expect(await attempt(claim)).toMatchObject({ kind: 'posted' });
    expect(outbox.sent).toHaveLength(2);
  });

  test('looks where it was sent, since then, and for as long as the lease lasts', async () => {
    const [claim, { id, channel }] = await claimedAfterUnknown();
    await editSchedule(store, id, { changes: { channel: '200000000000000007' }, now: clock.now() });
    const searches: MarkerSearch[] = [];
    outbox.find = async (search) => {
      searches.push(search);
      await clock.advance(leaseMs);
      expect(search.signal.aborted).toBe(true);
      return { kind: 'found', message: '7', channel: 'thread' };
    };
    expect(await attempt(claim)).toEqual({ kind: 'posted', message: '7', channel: 'thread' });
    expect(searches).toMatchObject([{ channel, marker: claim.id, since: nine }]);
    expect(jobs).toHaveLength(1);
  });

  test('looks again later while the channel cannot be read, and is uncertain after an hour of that', async () => {
    const [claim] = await claimedAfterUnknown();
    const busy = { kind: 'busy', retryAfterMs: 9000, detail: '503' } as const;
    clock.set(nine + giveUpMs);
    outbox.finds.push(busy, busy);
    const notBefore = nine + giveUpMs + 9000;
    expect(await attempt(claim)).toEqual({ kind: 'retry', notBefore, sent: 'maybe', detail: '503' });
    clock.set(nine + giveUpMs + 1);
    expect(await attempt(claim)).toEqual({
      kind: 'uncertain',
      reason: 'unknown-outcome',
      detail: '503',
      notify: true,
    });
  });

  test.each([
    ['incomplete', undefined],
    ['forbidden', 'forbidden'],
    ['gone', 'gone'],
  ] as const)('is uncertain where the search is %s, and disables: %s', async (reason, disable) => {
    const [claim] = await claimedAfterUnknown();
    outbox.finds.push({ kind: 'unclear', reason, detail: 'd' }, { kind: 'unclear', reason, detail: 'd' });
    const uncertain = { kind: 'uncertain', reason: 'unknown-outcome', detail: 'd', notify: true };
    expect(await attempt(claim)).toEqual(disable ? { ...uncertain, disable } : uncertain);
    expect(await attempt({ ...claim, manual: true })).toEqual(uncertain);
    expect(outbox.sent).toHaveLength(1);
  });

  test('gives up after an hour if none arrived', async () => {
    const [claim] = await claimedAfterUnknown();
    clock.set(nine + giveUpMs + 1);
    expect(await attempt(claim)).toEqual({
      kind: 'failed',
      reason: 'unreachable',
      detail: 'none-arrived',
      notify: true,
    });
    expect(outbox.sent).toHaveLength(1);
  });
});
