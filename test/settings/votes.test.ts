import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forget } from '../../src/settings/forget.ts';
import { GAPS_KEPT_DAYS } from '../../src/settings/gaps.ts';
import { castVote, forgetOldVotes, readVotes, type CastVote } from '../../src/settings/votes.ts';
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

function cast(changes: Partial<CastVote> = {}): Promise<string> {
  return castVote(store, { guild, answer: '1', member: '2', vote: 'up', now, ...changes });
}

describe('castVote', () => {
  test('counts one vote a member and answer, which can be changed and taken back', async () => {
    const tally = async () => (await readVotes(store, { guild, now })).map(({ up, down }) => [up, down]);
    expect(await cast()).toBe('up');
    expect(await cast({ vote: 'down' })).toBe('down');
    expect(await tally()).toEqual([[0, 1]]);
    await cast({ member: '3' });
    await cast({ answer: '4' });
    expect(await tally()).toEqual([[2, 1]]);
    expect(await cast({ vote: 'down' })).toBe('none');
    expect(await tally()).toEqual([[2, 0]]);
    expect(await cast({ vote: 'down' })).toBe('down');
    expect(await tally()).toEqual([[2, 1]]);
  });

  test('counts one of the same votes that come at once', async () => {
    await Promise.all(['down', 'down', 'down'].map((vote) => cast({ vote: vote as 'down' }).catch(() => {})));
    expect((await store.db.selectFrom('vote').selectAll().execute()).length).toBeLessThanOrEqual(1);
  });

  test('keeps no member’s id', async () => {
    await cast({ member: '424242424242424242' });
    expect(JSON.stringify(await store.db.selectFrom('vote').selectAll().execute())).not.toContain('424242');
  });
});

describe('readVotes', () => {
  test('counts by day and article, with the questions that were voted down, of one server alone', async () => {
    await cast({ article: 'bees', question: 'Why?' });
    await cast({ article: 'bees', question: 'How?', vote: 'down', answer: '2' });
    await cast({ article: 'bees', question: 'How?', vote: 'down', answer: '3' });
    await cast({ vote: 'down', answer: '4', question: 'x'.repeat(301) });
    await cast({ article: 'bees', answer: '5', now: now - DAY });
    await cast({ guild: '100000000000000002', vote: 'down' });
    expect(await readVotes(store, { guild, now })).toEqual([
      { day: '2026-06-30', article: 'bees', up: 1, down: 2, questions: ['How?'] },
      { day: '2026-06-30', article: undefined, up: 0, down: 1, questions: ['x'.repeat(300)] },
      { day: '2026-06-29', article: 'bees', up: 1, down: 0, questions: [] },
    ]);
    expect(await readVotes(store, { guild: '100000000000000002', now })).toHaveLength(1);
  });

  test('forgets a day after 90 days, and everything of a server that is forgotten', async () => {
    const kept = now - (GAPS_KEPT_DAYS - 1) * DAY;
    await cast({ now: kept });
    await cast({ answer: '2', now: kept - DAY });
    expect(await readVotes(store, { guild, now })).toHaveLength(1);
    await forgetOldVotes(store, now);
    expect((await store.db.selectFrom('vote').selectAll().execute()).map(({ day }) => day)).toEqual(['2026-04-02']);
    await forget(store, guild);
    expect(await readVotes(store, { guild, now })).toEqual([]);
  });
});
