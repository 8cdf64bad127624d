import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forget } from '../../src/settings/forget.ts';
import { forgetOldGaps, GAPS_KEPT_DAYS, noteGap, readGaps } from '../../src/settings/gaps.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../fixtures/testStore.ts';

const guild = '100000000000000001';
const now = Date.UTC(2026, 5, 30, 12);
const DAY = 86_400_000;
let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

describe('readGaps', () => {
  test('counts by day and article, with the texts that were kept', async () => {
    await noteGap(store, { guild, now });
    await noteGap(store, { guild, now, question: 'Why?' });
    await noteGap(store, { guild, now, question: 'Why?' });
    await noteGap(store, { guild, now, article: 'bees', question: 'x'.repeat(301) });
    await noteGap(store, { guild, now: now - DAY, article: 'bees' });
    await noteGap(store, { guild: '100000000000000002', now });
    expect(await readGaps(store, { guild, now })).toEqual([
      { day: '2026-06-30', article: undefined, count: 3, questions: [{ question: 'Why?', count: 2 }] },
      { day: '2026-06-30', article: 'bees', count: 1, questions: [{ question: 'x'.repeat(300), count: 1 }] },
      { day: '2026-06-29', article: 'bees', count: 1, questions: [] },
    ]);
  });

  test('forgets a day after 90 days, and everything of a server that is forgotten', async () => {
    const kept = now - (GAPS_KEPT_DAYS - 1) * DAY;
    await noteGap(store, { guild, now: kept });
    await noteGap(store, { guild, now: kept - DAY });
    expect(await readGaps(store, { guild, now })).toHaveLength(1);
    await forgetOldGaps(store, now);
    expect((await store.db.selectFrom('gap').selectAll().execute()).map(({ day }) => day)).toEqual(['2026-04-02']);
    await forget(store, guild);
    expect(await readGaps(store, { guild, now })).toEqual([]);
  });
});
