import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliverAnnouncement, type AnnouncementAttempt } from '../../src/delivery/deliverAnnouncement.ts';
import { DELIVERY_TIMES } from '../../src/delivery/delivery.ts';
import type { MarkerSearch, SendResult } from '../../src/delivery/outbox.ts';
import {
  addAnnouncement,
  claimAnnouncements,
  finishAnnouncement,
  type AnnouncementClaim,
  type AnnouncementOutcome,
} from '../../src/settings/announcements.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../fixtures/testStore.ts';
import { createFakeClock, type FakeClock } from '../fixtures/fakeClock.ts';
import { createFakeOutbox, type FakeOutbox } from '../fixtures/fakeOutbox.ts';

const START = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;
const [guild, channel] = ['100000000000000001', '200000000000000001'];
const { flightMs, leaseMs, sendTimeoutMs } = DELIVERY_TIMES;
let store: Store;
let clock: FakeClock;
let outbox: FakeOutbox;

beforeEach(async () => {
  store = await openTestStore();
  clock = createFakeClock(START);
  outbox = createFakeOutbox();
  await addAnnouncement(store, { guild, channel, articles: ['a'], isSeen: () => true, now: START });
});
afterEach(() => store.close());

async function claimed(): Promise<AnnouncementClaim> {
  const [claim] = await claimAnnouncements(store, { now: clock.now(), leaseMs, limit: 1 });
  return claim!;
}

function attempt(
  claim: AnnouncementClaim,
  {
    render = async () => ({ content: 'new' }),
    random = 0.5,
  }: { render?: () => Promise<unknown>; random?: number } = {},
): Promise<AnnouncementAttempt> {
  const context = { store, outbox, clock, random: () => random, times: DELIVERY_TIMES, renderAnnouncement: render };
  return deliverAnnouncement(claim, context);
}

/** Attempts it with a message of which nothing is known, and claims it again when that would have turned up. */
async function claimedAfterUnknown(): Promise<AnnouncementClaim> {
  const first = await claimed();
  outbox.sends.push({ kind: 'unknown', detail: '502' });
  const outcome = (await attempt(first)) as AnnouncementOutcome;
  await finishAnnouncement(store, first, { outcome, now: clock.now() });
  clock.set(START + flightMs);
  return claimed();
}

describe('deliverAnnouncement', () => {
  test('posts what is rendered, under its own id, and notes before that it is about to be sent', async () => {
    const claim = await claimed();
    const send = outbox.send.bind(outbox);
    outbox.send = async (message) => {
      const row = await store.db.selectFrom('announcement').select('sent_at').executeTakeFirst();
      expect(row).toEqual({ sent_at: START });
      expect(message).toMatchObject({ channel, payload: { content: 'new' }, title: 'New articles', nonce: claim.id });
      return send(message);
    };
    expect(await attempt(claim)).toEqual({ kind: 'posted', message: 'message 1' });
  });

  test('skips what is not shown in the channel any more', async () => {
    const detail = { kind: 'skipped', detail: 'not-shown' };
    expect(await attempt(await claimed(), { render: async () => undefined })).toEqual(detail);
    expect(outbox.sent).toEqual([]);
  });

  test('sends nothing under a claim that another process has taken over', async () => {
    const claim = await claimed();
    clock.set(START + leaseMs);
    const taken = await claimed();
    expect(await attempt(claim)).toEqual({ kind: 'lost' });
    expect(outbox.sent).toEqual([]);
    expect(await attempt(taken)).toMatchObject({ kind: 'posted' });
  });

  const refusals: readonly SendResult[] = [
    { kind: 'rejected', reason: 'forbidden', detail: '50013' },
    { kind: 'rejected', reason: 'gone', detail: '10003' },
    { kind: 'busy', detail: '429' },
  ];
  test.each(refusals)('is tried on for a day after $kind, $detail', async (result) => {
    const claim = await claimed();
    const { detail } = result as { detail: string };
    outbox.sends.push(result, result);
    clock.set(START + DAY);
    const notBefore = START + DAY + 1500;
    expect(await attempt(claim)).toEqual({ kind: 'retry', notBefore, sent: 'certainly-not', problem: detail });
    clock.set(START + DAY + 1);
    expect(await attempt({ ...claim, sentAt: null })).toEqual({ kind: 'failed', detail, problem: detail });
  });

  test('is tried on for a day while it cannot be rendered', async () => {
    const claim = await claimed();
    const render = () => Promise.reject(new Error('the channel cannot be looked at'));
    clock.set(START + DAY);
    await expect(attempt(claim, { render })).rejects.toThrow('the channel cannot be looked at');
    clock.set(START + DAY + 1);
    const problem = 'the channel cannot be looked at';
    expect(await attempt(claim, { render })).toEqual({ kind: 'failed', detail: problem, problem });
  });

  test.each([
    [1, 0, undefined, 1000],
    [2, 0.999_999, undefined, 4000],
    [2, 0, 9000, 9000],
    [99, 0.999_999, undefined, 600_000],
  ])('waits after attempt %i, with %f drawn and %o asked for, for %i ms', async (number, random, asked, pauseMs) => {
    await store.db
      .updateTable('announcement')
      .set({ attempt: number - 1 })
      .execute();
    outbox.sends.push({ kind: 'busy', retryAfterMs: asked, detail: '429' });
    expect(await attempt(await claimed(), { random })).toMatchObject({ kind: 'retry', notBefore: START + pauseMs });
  });

  test('aborts a request that takes too long, and not one that is over', async () => {
    const signals: AbortSignal[] = [];
    const send = outbox.send.bind(outbox);
    outbox.send = async (message) => {
      signals.push(message.signal);
      await clock.advance(sendTimeoutMs - (signals.length === 1 ? 1 : 0));
      return message.signal.aborted ? { kind: 'unknown', detail: 'aborted' } : send(message);
    };
    const claim = await claimed();
    expect(await attempt(claim)).toMatchObject({ kind: 'posted' });
    await clock.advance(sendTimeoutMs);
    expect(signals[0]!.aborted).toBe(false);
    const notBefore = clock.now() + sendTimeoutMs + flightMs;
    expect(await attempt(claim)).toEqual({ kind: 'retry', notBefore, sent: 'maybe', problem: 'aborted' });
  });
});

describe('deliverAnnouncement, after a message of which nothing is known', () => {
  test('waits until it would have turned up, and then looks for it where and since it was sent', async () => {
    const claim = await claimedAfterUnknown();
    const searches: MarkerSearch[] = [];
    outbox.find = async (search) => {
      searches.push(search);
      await clock.advance(leaseMs);
      expect(search.signal.aborted).toBe(true);
      return { kind: 'found', message: '7' };
    };
    clock.set(START + flightMs - 1);
    expect(await attempt(claim)).toEqual({ kind: 'retry', notBefore: START + flightMs, sent: 'maybe' });
    expect(searches).toEqual([]);
    clock.set(START + flightMs);
    expect(await attempt(claim)).toEqual({ kind: 'posted', message: '7' });
    expect(searches).toMatchObject([{ channel, marker: claim.id, since: START }]);
    expect(outbox.sent).toHaveLength(1);
  });

  test('sends it again if it is not in the channel', async () => {
    expect(await attempt(await claimedAfterUnknown())).toMatchObject({ kind: 'posted' });
    expect(outbox.sent).toHaveLength(2);
  });

  test('looks again later while the channel cannot be read, and is uncertain after a day of that', async () => {
    const claim = await claimedAfterUnknown();
    const busy = { kind: 'busy', retryAfterMs: 9000, detail: '503' } as const;
    outbox.finds.push(busy, busy);
    clock.set(START + DAY);
    const notBefore = START + DAY + 9000;
    expect(await attempt(claim)).toEqual({ kind: 'retry', notBefore, sent: 'maybe', problem: '503' });
    clock.set(START + DAY + 1);
    expect(await attempt(claim)).toEqual({ kind: 'uncertain', detail: '503', problem: '503' });
    expect(outbox.sent).toHaveLength(1);
  });

  test('is uncertain if the channel cannot be searched, and is not sent again', async () => {
    const claim = await claimedAfterUnknown();
    outbox.finds.push({ kind: 'unclear', reason: 'incomplete', detail: '500 messages' });
    expect(await attempt(claim)).toEqual({ kind: 'uncertain', detail: '500 messages', problem: '500 messages' });
    expect(outbox.sent).toHaveLength(1);
  });
});
