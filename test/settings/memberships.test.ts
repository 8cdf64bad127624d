import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSchedule } from '../../src/schedule/schedules.ts';
import {
  forgetLeft,
  KEPT_AFTER_LEAVING_MS,
  notedMemberships,
  noteLeft,
  noteMember,
} from '../../src/settings/memberships.ts';
import { readSettings } from '../../src/settings/readSettings.ts';
import { writeSetting } from '../../src/settings/writeSetting.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../fixtures/testStore.ts';
import { addSchedule } from '../fixtures/schedules.ts';

const application = '900000000000000001';
const [first, second] = ['100000000000000001', '100000000000000002'];
const KEPT = KEPT_AFTER_LEAVING_MS;
let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  for (const guild of [second, first]) {
    await noteMember(store, { application, guild });
    await writeSetting(store, { guild }, { name: 'hide', value: true });
  }
});
afterEach(() => store.close());

const left = (guild: string, now: number): Promise<void> => noteLeft(store, { application, guild, now });

test('notedMemberships lists where the application is a member, and no other’s servers', async () => {
  await noteMember(store, { application: '900000000000000002', guild: '100000000000000003' });
  expect(await notedMemberships(store, application)).toEqual([first, second]);
  await left(first, 1);
  expect(await notedMemberships(store, application)).toEqual([second]);
  await noteMember(store, { application, guild: first });
  expect(await notedMemberships(store, application)).toEqual([first, second]);
});

describe('noteLeft', () => {
  test('stops the digests of that server alone, and keeps why another was stopped', async () => {
    const running = await addSchedule(store, { guild: first });
    const gone = await addSchedule(store, { guild: first, name: 'Gone' });
    const elsewhere = await addSchedule(store, { guild: second });
    await store.db
      .updateTable('schedule')
      .set({ disabled: 'gone', next_due: null })
      .where('id', '=', gone.id)
      .execute();
    await left(first, 1);
    expect(await readSchedule(store, running.id)).toMatchObject({ disabled: 'left', nextDue: null });
    expect(await readSchedule(store, gone.id)).toMatchObject({ disabled: 'gone' });
    expect(await readSchedule(store, elsewhere.id)).toMatchObject({ disabled: null, nextDue: elsewhere.nextDue });
  });

  test('keeps the day on which it first was noticed', async () => {
    await left(first, 10);
    await left(first, 500);
    expect(await forgetLeft(store, { application, now: 0 })).toEqual({ forgotten: [], next: 10 + KEPT });
  });
});

describe('forgetLeft', () => {
  test('deletes what was left 30 days ago, and says when the next is to be', async () => {
    await left(second, 10);
    await left(first, 20);
    expect(await forgetLeft(store, { application, now: 10 + KEPT - 1 })).toEqual({ forgotten: [], next: 10 + KEPT });
    expect(await readSettings(store, { guild: second })).toEqual({ hide: true });
    expect(await forgetLeft(store, { application, now: 10 + KEPT })).toEqual({ forgotten: [second], next: 20 + KEPT });
    expect(await readSettings(store, { guild: second })).toEqual({});
    expect(await readSettings(store, { guild: first })).toEqual({ hide: true });
    expect(await forgetLeft(store, { application, now: 20 + KEPT })).toEqual({ forgotten: [first], next: undefined });
  });

  test('deletes nothing of a server that the bot is in, or is in again', async () => {
    await left(first, 10);
    await noteMember(store, { application, guild: first });
    expect(await forgetLeft(store, { application, now: 100 * KEPT })).toEqual({ forgotten: [], next: undefined });
    expect(await readSettings(store, { guild: first })).toEqual({ hide: true });
  });

  test.each([
    ['is a member', async (other: string) => noteMember(store, { application: other, guild: first })],
    [
      'is a member, which this one never was',
      async (other: string) => {
        await store.db.deleteFrom('membership').where('guild', '=', first).execute();
        await noteMember(store, { application: other, guild: first });
      },
    ],
    [
      'left long ago, and this one is a member',
      async (other: string) => {
        await noteLeft(store, { application: other, guild: first, now: 0 });
        await noteMember(store, { application, guild: first });
      },
    ],
  ])('deletes nothing of a server that another application %s', async (_what, happens) => {
    await left(first, 10);
    await happens('900000000000000002');
    expect(await forgetLeft(store, { application, now: 100 * KEPT })).toEqual({ forgotten: [], next: undefined });
    expect(await readSettings(store, { guild: first })).toEqual({ hide: true });
  });

  test('does not count what another application left', async () => {
    await noteLeft(store, { application: '900000000000000002', guild: second, now: 0 });
    await store.db.deleteFrom('membership').where('application', '=', application).execute();
    expect(await forgetLeft(store, { application, now: 100 * KEPT })).toEqual({ forgotten: [], next: undefined });
    expect(await readSettings(store, { guild: second })).toEqual({ hide: true });
  });
});
