import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimAnnouncement, noteAnnounced, releaseAnnouncement } from '../../src/settings/announced.ts';
import {
  addAnnouncement,
  addChange,
  claimAnnouncements,
  finishAnnouncement,
  nextAnnouncement,
  noteAnnouncing,
  type AnnouncementClaim,
  type AnnouncementOutcome,
} from '../../src/settings/announcements.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../fixtures/testStore.ts';

const [guild, other, channel] = ['100000000000000001', '100000000000000002', '200000000000000001'];
const LEASE = 100;
let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const add = (articles: readonly string[], { to = guild, now = 0, hidden = '' } = {}): Promise<readonly string[]> =>
  addAnnouncement(store, { guild: to, channel, articles, isSeen: (id) => id !== hidden, now });
const claim = (now: number, limit = 9): Promise<readonly AnnouncementClaim[]> =>
  claimAnnouncements(store, { now, leaseMs: LEASE, limit });

describe('addAnnouncement', () => {
  test('lists what the server does not know, in one message, and not again', async () => {
    expect(await add(['a', 'b'])).toEqual(['a', 'b']);
    expect(await add(['b', 'c'])).toEqual(['c']);
    expect(await add(['a', 'b', 'c'])).toEqual([]);
    expect(await add([])).toEqual([]);
    expect((await claim(0)).map(({ articles }) => articles)).toEqual([['a', 'b'], ['c']]);
  });

  test('keeps the servers apart', async () => {
    await add(['a']);
    expect(await add(['a'], { to: other })).toEqual(['a']);
  });

  test('notes an article that members do not see as known, without a word', async () => {
    expect(await add(['a', 'b'], { hidden: 'a' })).toEqual(['b']);
    expect(await add(['c'], { hidden: 'c' })).toEqual([]);
    expect(await add(['a', 'c'])).toEqual([]);
    expect((await claim(0)).map(({ articles }) => articles)).toEqual([['b']]);
  });
});

describe('addChange', () => {
  const article = { id: 'a', title: 'A' };
  const change = (kind: 'replaced' | 'removed', to: string | undefined = channel): Promise<void> =>
    addChange(store, { kind, guild, channel: to, article, now: 0 });

  test('queues what was replaced or removed, with the title of what is gone', async () => {
    await change('replaced');
    await change('removed');
    const claims = await claim(0);
    expect(claims.map(({ about, articles, title }) => [about, articles, title])).toEqual(
      expect.arrayContaining([
        ['replaced', ['a'], null],
        ['removed', ['a'], 'A'],
      ]),
    );
    for (const each of claims)
      await finishAnnouncement(store, each, { outcome: { kind: 'posted', message: '1' }, now: 1 });
    const rows = await store.db.selectFrom('announcement').select('title').execute();
    expect(rows.map(({ title }) => title)).toEqual([null, null]);
  });

  test('lets an article that was removed count as new again, there alone', async () => {
    await add(['a']);
    await add(['a'], { to: other });
    await addChange(store, { kind: 'removed', guild, channel: undefined, article, now: 0 });
    expect(await add(['a'])).toEqual(['a']);
    expect(await add(['a'], { to: other })).toEqual([]);
  });
});

describe('claimAnnouncements', () => {
  test('takes what is due, the earliest first and no more than asked for, until the lease ends', async () => {
    await add(['b'], { now: 20 });
    await add(['a'], { now: 10 });
    expect(await claim(9)).toEqual([]);
    expect((await claim(20, 1)).map(({ articles }) => articles)).toEqual([['a']]);
    expect((await claim(20)).map(({ articles }) => articles)).toEqual([['b']]);
    expect(await claim(20 + LEASE - 1)).toEqual([]);
    const again = await claim(20 + LEASE);
    expect(again.map(({ attempt, firstTried }) => [attempt, firstTried])).toEqual([
      [2, 20],
      [2, 20],
    ]);
  });
});

describe('noteAnnouncing and finishAnnouncement', () => {
  const row = () => store.db.selectFrom('announcement').selectAll().executeTakeFirstOrThrow();

  test('renew the lease when a message is about to be sent', async () => {
    await add(['a']);
    const [first] = await claim(0);
    expect(await noteAnnouncing(store, first!, { now: 50, leaseMs: LEASE })).toBe(true);
    expect(await claim(149)).toEqual([]);
    expect(await claim(150)).toMatchObject([{ sentAt: 50, attempt: 2 }]);
  });

  test('are refused once another process has taken it over, and leave other announcements alone', async () => {
    await add(['a']);
    await add(['a'], { to: other });
    const old = (await claim(0)).find((each) => each.guild === guild)!;
    await claim(LEASE);
    expect(await noteAnnouncing(store, old, { now: LEASE, leaseMs: LEASE })).toBe(false);
    await finishAnnouncement(store, old, { outcome: { kind: 'posted', message: '1' }, now: LEASE });
    const rows = await store.db.selectFrom('announcement').select(['state', 'sent_at', 'lease_until']).execute();
    expect(rows).toEqual([1, 2].map(() => ({ state: 'pending', sent_at: null, lease_until: 2 * LEASE })));
  });

  test.each<[outcome: AnnouncementOutcome, expected: object]>([
    [
      { kind: 'posted', message: '7' },
      { state: 'posted', message: '7', sent_at: null, finished_at: 60, lease_until: null },
    ],
    [
      { kind: 'retry', notBefore: 99, sent: 'maybe' },
      { state: 'pending', not_before: 99, sent_at: 50, lease_until: null, finished_at: null },
    ],
    [
      { kind: 'retry', notBefore: 99, sent: 'certainly-not' },
      { state: 'pending', not_before: 99, sent_at: null, lease_until: null },
    ],
    [
      { kind: 'failed', detail: '50013' },
      { state: 'failed', detail: '50013', finished_at: 60, lease_until: null },
    ],
    [
      { kind: 'uncertain', detail: 'd' },
      { state: 'uncertain', detail: 'd', finished_at: 60 },
    ],
    [
      { kind: 'skipped', detail: 'not-shown' },
      { state: 'skipped', detail: 'not-shown', finished_at: 60 },
    ],
  ])('write down %o', async (outcome, expected) => {
    await add(['a']);
    const [first] = await claim(0);
    await noteAnnouncing(store, first!, { now: 50, leaseMs: LEASE });
    await finishAnnouncement(store, first!, { outcome, now: 60 });
    expect(await row()).toMatchObject(expected);
    expect(await claim(98)).toEqual([]);
    const isPending = outcome.kind === 'retry';
    expect(await nextAnnouncement(store)).toBe(isPending ? 99 : undefined);
    expect(await claim(99)).toHaveLength(isPending ? 1 : 0);
    if (isPending) return;
    const late = { kind: 'failed', detail: 'late' } as const;
    expect(await noteAnnouncing(store, first!, { now: 70, leaseMs: LEASE })).toBe(false);
    await finishAnnouncement(store, first!, { outcome: late, now: 70 });
    expect(await row()).toMatchObject(expected);
  });

  test('nextAnnouncement finds the earliest: one that waits, or one whose lease ends', async () => {
    expect(await nextAnnouncement(store)).toBeUndefined();
    await add(['a'], { now: 10 });
    expect(await nextAnnouncement(store)).toBe(10);
    await claim(10);
    expect(await nextAnnouncement(store)).toBe(10 + LEASE);
    await add(['b'], { now: 50 });
    expect(await nextAnnouncement(store)).toBe(50);
  });
});

describe('claimAnnouncement', () => {
  const one = { guild, article: 'a' };

  test('is given to one, again once its lease is over or it is released, and never once it is noted', async () => {
    expect(await claimAnnouncement(store, { ...one, now: 0 })).toBe(true);
    expect(await claimAnnouncement(store, { ...one, now: 59_999 })).toBe(false);
    expect(await claimAnnouncement(store, { ...one, now: 60_000 })).toBe(true);
    expect(await claimAnnouncement(store, { ...one, now: 119_999 })).toBe(false);
    await releaseAnnouncement(store, one);
    expect(await claimAnnouncement(store, { ...one, now: 119_999 })).toBe(true);
    await noteAnnounced(store, { ...one, now: 119_999 });
    expect(await claimAnnouncement(store, { ...one, now: 1e12 })).toBe(false);
  });

  test('releasing leaves other articles and servers alone', async () => {
    const known = [one, { guild, article: 'b' }, { guild: other, article: 'a' }];
    for (const each of known) expect(await claimAnnouncement(store, { ...each, now: 0 })).toBe(true);
    await releaseAnnouncement(store, one);
    const taken = [];
    for (const each of known) taken.push(await claimAnnouncement(store, { ...each, now: 1 }));
    expect(taken).toEqual([true, false, false]);
  });
});
