import { afterEach, beforeEach, expect, test } from 'vitest';
import { DELIVERY_TIMES } from '../../src/delivery/delivery.ts';
import { startAnnouncements } from '../../src/delivery/startAnnouncements.ts';
import type { Delivery } from '../../src/delivery/startDelivery.ts';
import { addAnnouncement, claimAnnouncements, type AnnouncementClaim } from '../../src/settings/announcements.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../fixtures/testStore.ts';
import { createFakeClock, type FakeClock } from '../fixtures/fakeClock.ts';
import { createFakeOutbox, type FakeOutbox } from '../fixtures/fakeOutbox.ts';

const START = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;
const channel = '200000000000000001';
const { leaseMs } = DELIVERY_TIMES;
let store: Store;
let clock: FakeClock;
let outbox: FakeOutbox;
let started: Delivery | undefined;
let lines: (readonly [level: string, message: string, event: Readonly<Record<string, unknown>>])[];

beforeEach(async () => {
  store = await openTestStore();
  clock = createFakeClock(START);
  outbox = createFakeOutbox();
  lines = [];
});
afterEach(async () => {
  await started?.close();
  started = undefined;
  await store.close();
});

const add = (article: string) =>
  addAnnouncement(store, {
    guild: '100000000000000001',
    channel,
    articles: [article],
    isSeen: () => true,
    now: clock.now(),
  });

function start({
  addNew = async () => {},
  render = async () => ({}),
}: { addNew?: () => Promise<void>; render?: (claim: AnnouncementClaim) => Promise<unknown> } = {}): void {
  const line = (level: string) => (event: Readonly<Record<string, unknown>>, message: string) =>
    void lines.push([level, message, event]);
  const log = { info: line('info'), warn: line('warn'), error: line('error') };
  const [random, times] = [() => 0.5, DELIVERY_TIMES];
  started = startAnnouncements({ store, clock, outbox, random, times, log, addNew, renderAnnouncement: render });
}

const states = async (): Promise<readonly string[]> =>
  (await store.db.selectFrom('announcement').select('state').execute()).map(({ state }) => state);

test('startAnnouncements posts what is new each time that it looks, once', async () => {
  let fresh = 'a';
  start({ addNew: async () => void (await add(fresh)) });
  await clock.advance(1);
  expect(outbox.sent).toMatchObject([{ channel }]);
  fresh = 'b';
  started!.wake();
  await clock.advance(1);
  expect(outbox.sent).toHaveLength(2);
  await clock.advance(DAY / 12);
  expect(outbox.sent).toHaveLength(2);
  expect(await states()).toEqual(['posted', 'posted']);
  expect(lines.map(([level, message, { outcome }]) => [level, message, outcome])).toEqual(
    ['a', 'b'].map(() => ['info', 'attempted an announcement', 'posted']),
  );
});

test('startAnnouncements claims four at once', async () => {
  for (const article of ['a', 'b', 'c', 'd', 'e']) await add(article);
  const rendered: string[] = [];
  let finish = (): void => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const render = async ({ articles }: AnnouncementClaim): Promise<unknown> => {
    rendered.push(...articles);
    await gate;
    return {};
  };
  start({ render });
  await clock.advance(1);
  expect(rendered).toHaveLength(4);
  finish();
  await clock.advance(1000);
  expect(rendered.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('startAnnouncements logs a refusal as an error with its reason, and tries again', async () => {
  await add('a');
  outbox.sends.push({ kind: 'rejected', reason: 'forbidden', detail: 'Missing Permissions (50013)' });
  start();
  await clock.advance(5000);
  expect(lines.map(([level, message]) => [level, message])).toEqual([
    ['error', 'new articles could not be announced'],
    ['info', 'attempted an announcement'],
  ]);
  expect(lines[0]![2]).toMatchObject({
    server: '100000000000000001',
    channel,
    articles: ['a'],
    attempt: 1,
    outcome: 'retry',
    reason: 'Missing Permissions (50013)',
  });
});

test('startAnnouncements tries what cannot be rendered again after each lease, and gives it up after a day', async () => {
  await add('a');
  let renders = 0;
  const render = async (): Promise<never> => {
    renders += 1;
    throw new Error('the channel cannot be looked at');
  };
  start({ render });
  await clock.advance(leaseMs + 1);
  expect(renders).toBe(2);
  expect(lines).toMatchObject([1, 2].map(() => ['error', 'an announcement failed', { err: expect.any(Error) }]));
  clock.set(START + DAY);
  await clock.advance(2 * leaseMs);
  expect(await states()).toEqual(['failed']);
  expect(lines.at(-1)).toMatchObject(['error', 'new articles could not be announced', { outcome: 'failed' }]);
});

test('startAnnouncements warns, and records nothing, if another process has taken over an announcement', async () => {
  await add('a');
  const render = async (): Promise<unknown> => {
    clock.set(clock.now() + leaseMs);
    await claimAnnouncements(store, { now: clock.now(), leaseMs: DAY, limit: 1 });
    return {};
  };
  start({ render });
  await clock.advance(1);
  expect(lines).toMatchObject([['warn', 'an announcement was taken over by another process', {}]]);
  expect([outbox.sent, await states()]).toEqual([[], ['pending']]);
});

test('startAnnouncements goes on after it could not look for new articles', async () => {
  await add('a');
  let fails = true;
  const addNew = async (): Promise<void> => {
    if (fails) throw new Error('locked');
  };
  start({ addNew });
  await clock.advance(1);
  expect(lines).toMatchObject([['error', 'looking for new articles to announce failed', {}]]);
  fails = false;
  await clock.advance(30_000);
  expect(await states()).toEqual(['posted']);
});
