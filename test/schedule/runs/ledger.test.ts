import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { countRuns, history, lastFinished, prune, queueLength, readRun } from '../../../src/schedule/runs/history.ts';
import {
  claimDue,
  finishRun,
  noteSending,
  PLAN_ENDS,
  renewClaim,
  type Claim,
} from '../../../src/schedule/runs/ledger.ts';
import { addRun } from '../../../src/schedule/runs/addRun.ts';
import { occurrenceRow } from '../../../src/schedule/runs/occurrenceRow.ts';
import { recordDueRuns } from '../../../src/schedule/runs/recordDueRuns.ts';
import { occurrenceAt } from '../../../src/schedule/times/nextOccurrences.ts';
import { nextWake } from '../../../src/schedule/times/nextWake.ts';
import { resync } from '../../../src/schedule/runs/resync.ts';
import type { ScheduleDraft } from '../../../src/schedule/schedule.ts';
import { createSchedule, readSchedule } from '../../../src/schedule/schedules.ts';
import { claimNotices, markNotified } from '../../../src/schedule/runs/failureNotices.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { addSchedule, draft, MONDAY } from '../../fixtures/schedules.ts';
import { newDatabase } from '../../fixtures/testStore.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const nine = MONDAY + HOUR;
const hourly: Partial<ScheduleDraft> = {
  rule: { kind: 'interval', minutes: 60, from: '00:00', to: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7] },
};
let store: Store;
/** Another process. */
let other: Store;

beforeEach(async () => {
  const database = await newDatabase();
  store = await openStore(database);
  other = await openStore(database);
});
afterEach(async () => {
  await store.close();
  await other.close();
});

const claim = (now: number, { from = store, limit = 10 } = {}): Promise<readonly Claim[]> =>
  claimDue(from, { owner: from === store ? 'a' : 'b', now, leaseMs: 2 * MINUTE, limit });

async function shown(schedule: string): Promise<readonly string[]> {
  const runs = await history(store, schedule, { limit: 99 });
  return runs.map(({ local, offset, state, reason, missed }) =>
    [local, offset, state, reason, missed ? 'missed' : undefined].filter(Boolean).join(' '),
  );
}

describe('recordDueRuns', () => {
  test('writes nothing before a run is due, and one run when it is, in however many processes', async () => {
    const { id } = await addSchedule(store);
    await recordDueRuns(store, { now: nine - 1 });
    expect(await shown(id)).toEqual([]);
    await Promise.all([recordDueRuns(store, { now: nine }), recordDueRuns(other, { now: nine + 5 })]);
    await recordDueRuns(store, { now: nine + MINUTE });
    expect(await shown(id)).toEqual(['2026-11-23T09:00 +00:00 pending']);
    expect((await readSchedule(store, id))!.nextDue).toBe(nine + DAY);
  });

  test.each([
    [10_000, '2026-11-23T09:00 +00:00 pending'],
    [10_001, '2026-11-23T09:00 +00:00 skipped missed missed'],
  ])('skips a run noticed %i ms late where the schedule says so: %s', async (lateMs, run) => {
    const { id } = await addSchedule(store, { late: { kind: 'skip' } });
    await recordDueRuns(store, { now: nine + lateMs });
    expect(await shown(id)).toEqual([run]);
  });

  test.each([
    [6 * HOUR, 'pending missed'],
    [6 * HOUR + 1, 'skipped too-late missed'],
  ])('posts a run that is %i ms late within six hours only: %s', async (lateMs, state) => {
    const { id } = await addSchedule(store);
    await recordDueRuns(store, { now: nine + lateMs });
    expect(await shown(id)).toEqual([`2026-11-23T09:00 +00:00 ${state}`]);
  });

  test('posts only the last of several missed runs', async () => {
    const { id } = await addSchedule(store, hourly);
    await recordDueRuns(store, { now: nine + 2 * HOUR + 30 * MINUTE });
    expect(await shown(id)).toEqual([
      '2026-11-23T11:00 +00:00 pending missed',
      '2026-11-23T10:00 +00:00 skipped superseded missed',
      '2026-11-23T09:00 +00:00 skipped superseded missed',
    ]);
  });

  test('posts no missed run late when one is due now', async () => {
    const { id } = await addSchedule(store, hourly);
    await recordDueRuns(store, { now: nine + HOUR + 1000 });
    expect(await shown(id)).toEqual([
      '2026-11-23T10:00 +00:00 pending',
      '2026-11-23T09:00 +00:00 skipped superseded missed',
    ]);
  });

  test('writes down the last hundred of a month of missed runs', async () => {
    const { id } = await addSchedule(store, hourly);
    await recordDueRuns(store, { now: nine + 60 * DAY });
    const runs = await history(store, id, { limit: 999 });
    expect(runs).toHaveLength(100);
    expect(runs[0]!.due).toBe(nine + 60 * DAY);
  });

  test('remembers the time that a clock change moved', async () => {
    const start = Date.UTC(2027, 2, 27, 12);
    const changes: Partial<ScheduleDraft> = {
      zone: 'Europe/Berlin',
      rule: { kind: 'days', every: 1, times: ['02:30'] },
    };
    const { id } = await addSchedule(store, changes, start);
    await recordDueRuns(store, { now: Date.UTC(2027, 2, 28, 1) });
    const [run] = await history(store, id, { limit: 1 });
    expect(run).toMatchObject({ local: '2027-03-28T03:00', offset: '+02:00', wanted: '2027-03-28T02:30' });
  });

  test('goes on past a row that it cannot read, and reports it', async () => {
    const broken = await addSchedule(store, { name: 'Broken' });
    const { id } = await addSchedule(store);
    await store.db.updateTable('schedule').set({ rule: '{"kind":"moon"}' }).where('id', '=', broken.id).execute();
    const more = await addSchedule(store, { name: 'More' });
    const reported: string[] = [];
    await recordDueRuns(store, { now: nine, onUnreadable: (ids) => reported.push(...ids) });
    expect(reported).toEqual([broken.id]);
    await recordDueRuns(store, { now: nine, onUnreadable: (ids) => reported.push(...ids) });
    expect(reported).toEqual([broken.id]);
    for (const each of [id, more.id]) expect(await shown(each)).toHaveLength(1);
    await store.db.updateTable('schedule').set({ next_due: nine }).where('id', '=', broken.id).execute();
    expect(await recordDueRuns(store, { now: nine })).toBe(1);
  });
});

describe('recordDueRuns and resync', () => {
  test('go through more schedules than they take at once', async () => {
    for (let at = 0; at < 41; at += 1)
      await createSchedule(store, draft({ name: `n${at}` }), { now: MONDAY, limit: 99 });
    await store.db
      .updateTable('schedule')
      .set({ next_due: nine + HOUR })
      .execute();
    expect(await resync(store, MONDAY)).toBe(41);
    expect(await resync(store, MONDAY)).toBe(0);
    expect(await recordDueRuns(store, { now: nine - 1 })).toBe(0);
    expect(await recordDueRuns(store, { now: nine })).toBe(41);
    expect(await queueLength(store)).toBe(41);
    expect(await recordDueRuns(store, { now: nine })).toBe(0);
  });

  test('record of a long pause the last hundred runs, and nothing of a pause of a disabled schedule', async () => {
    const { id } = await addSchedule(store, hourly);
    const stopped = await addSchedule(store, { ...hourly, name: 'Stopped' });
    await store.db
      .updateTable('schedule')
      .set({ paused_until: nine + 20 * DAY, next_due: nine + 20 * DAY })
      .execute();
    await store.db.updateTable('schedule').set({ disabled: 'gone' }).where('id', '=', stopped.id).execute();
    await recordDueRuns(store, { now: nine + 20 * DAY });
    const runs = await history(store, id, { limit: 999 });
    expect(runs.every(({ reason, finishedAt }) => reason === 'paused' && finishedAt === nine + 20 * DAY)).toBe(true);
    expect([runs.length, runs[0]!.due, runs[99]!.due]).toEqual([100, nine + 20 * DAY, nine + 20 * DAY - 99 * HOUR]);
    expect((await history(store, stopped.id, { limit: 999 })).some(({ reason }) => reason === 'paused')).toBe(false);
  });

  test('look back 31 days for what was missed or fell into a pause, and no longer', async () => {
    const monthly: Partial<ScheduleDraft> = { rule: { kind: 'once', date: '2026-11-23', time: '09:00' } };
    const dues = async (changes: object, now: number): Promise<readonly number[]> => {
      const { id } = await addSchedule(store, { ...monthly, name: `n${now} ${Object.keys(changes).length}` });
      await store.db
        .updateTable('schedule')
        .set({ next_due: nine, ...changes })
        .where('id', '=', id)
        .execute();
      await recordDueRuns(store, { now });
      return (await history(store, id, { limit: 9 })).map(({ due }) => due);
    };
    expect(await dues({}, nine + 31 * DAY - 1)).toEqual([nine]);
    expect(await dues({}, nine + 31 * DAY)).toEqual([]);
    const paused = { paused_until: nine + 30 * DAY };
    expect(await dues(paused, nine + 31 * DAY - 1)).toEqual([nine]);
    expect(await dues(paused, nine + 31 * DAY)).toEqual([]);
  });
});

describe('resync', () => {
  test.each([
    [10 * MINUTE, 1],
    [10 * MINUTE + 1, 0],
  ])('of a run that waits %i ms ahead of the clock, %i is kept', async (aheadMs, kept) => {
    const schedule = await addSchedule(store);
    await addRun(store, schedule, nine + aheadMs);
    await resync(store, nine);
    expect(await queueLength(store)).toBe(kept);
  });

  test('keeps what was posted or is being attempted, however far ahead it is', async () => {
    const schedule = await addSchedule(store);
    await addRun(store, schedule, nine + 2 * DAY);
    await claim(nine + 2 * DAY);
    await resync(store, nine);
    expect(await shown(schedule.id)).toHaveLength(1);
  });

  test('runs again when the clock was put back, but nothing twice', async () => {
    const { id } = await addSchedule(store);
    const future = nine + 400 * DAY;
    await recordDueRuns(store, { now: nine });
    const before = await shown(id);
    await recordDueRuns(store, { now: future });
    expect((await shown(id)).length).toBeGreaterThan(30);
    expect(await resync(store, nine + HOUR)).toBe(1);
    expect((await readSchedule(store, id))!.nextDue).toBe(nine + DAY);
    await resync(store, MONDAY + 55 * MINUTE);
    await recordDueRuns(store, { now: nine });
    expect(await shown(id)).toEqual(before);
  });

  test('leaves alone what is right, and keeps runs that were missed', async () => {
    const { id } = await addSchedule(store);
    expect(await resync(store, nine + MINUTE)).toBe(0);
    await store.db
      .updateTable('schedule')
      .set({ next_due: nine + HOUR })
      .execute();
    expect(await resync(store, nine + MINUTE)).toBe(1);
    expect((await readSchedule(store, id))!.nextDue).toBe(nine);
  });
});

describe('claimDue', () => {
  test('gives a run to one process, until its lease is over', async () => {
    await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const claims = await Promise.all([claim(nine), claim(nine, { from: other })]);
    expect(claims.flat()).toHaveLength(1);
    expect(await claim(nine + 2 * MINUTE - 1, { from: other })).toEqual([]);
    const [again] = await claim(nine + 2 * MINUTE, { from: other });
    expect(again).toMatchObject({ owner: 'b', attempt: 2, firstTried: nine });
  });

  test('takes the earliest first, no more than asked for, and of one schedule one at a time', async () => {
    const first = await addSchedule(store, hourly);
    const second = await addSchedule(store, { name: 'Second', rule: { kind: 'days', every: 1, times: ['09:30'] } });
    await recordDueRuns(store, { now: nine });
    await recordDueRuns(store, { now: nine + HOUR });
    expect((await claim(nine + HOUR, { limit: 1 })).map(({ schedule, due }) => [schedule, due])).toEqual([
      [first.id, nine],
    ]);
    const rest = await claim(nine + HOUR);
    expect(rest.map(({ schedule }) => schedule)).toEqual([second.id]);
  });

  test('takes what was due earlier first, whenever it may be tried again', async () => {
    const [first, second] = [await addSchedule(store), await addSchedule(store, { name: 'Second' })];
    await addRun(store, first, nine);
    const [run] = await claim(nine);
    const outcome = { kind: 'retry', notBefore: nine + MINUTE, sent: 'certainly-not' } as const;
    await finishRun(store, run!, { outcome, now: nine });
    await addRun(store, second, nine + 1000);
    expect((await claim(nine + MINUTE, { limit: 1 })).map(({ schedule }) => schedule)).toEqual([first.id]);
  });

  test.each([
    [0, 1],
    [1, 0],
  ])('returns what was due earlier first, whatever was added first (%i)', async (earlier, later) => {
    const schedules = [await addSchedule(store), await addSchedule(store, { name: 'Second' })];
    for (const at of [0, 1]) await addRun(store, schedules[at]!, nine + (at === earlier ? 0 : 5000));
    const claims = await claim(nine + 5000);
    expect(claims.map(({ schedule }) => schedule)).toEqual([schedules[earlier]!.id, schedules[later]!.id]);
  });

  test('takes no run of a schedule while an earlier one waits for another attempt', async () => {
    const { id } = await addSchedule(store, hourly);
    await recordDueRuns(store, { now: nine });
    const [run] = await claim(nine);
    const outcome = { kind: 'retry', notBefore: nine + 2 * HOUR, sent: 'certainly-not' } as const;
    await finishRun(store, run!, { outcome, now: nine });
    await recordDueRuns(store, { now: nine + HOUR });
    expect(await claim(nine + HOUR)).toEqual([]);
    expect(await claim(nine + 2 * HOUR)).toMatchObject([{ schedule: id, due: nine }]);
  });

  test('restarts the retry time if the bot was offline for long', async () => {
    await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    await claim(nine);
    expect((await claim(nine + 12 * MINUTE))[0]).toMatchObject({ attempt: 2, firstTried: nine });
    expect((await claim(nine + 3 * HOUR))[0]).toMatchObject({ attempt: 3, firstTried: nine + 3 * HOUR });
  });
});

describe('finishRun', () => {
  test('is refused once another process has taken the run over, as are noting and renewing', async () => {
    const { id } = await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [old] = await claim(nine);
    const [taken] = await claim(nine + 2 * MINUTE, { from: other });
    const later = nine + 2 * MINUTE + 1;
    expect(await noteSending(store, old!, { channel: 'c', now: later, position: 0, next: 1 })).toBe(false);
    expect(await renewClaim(store, old!, { now: later, leaseMs: MINUTE })).toBe(false);
    expect(await finishRun(store, old!, { outcome: { kind: 'posted', message: '1' }, now: later })).toBe(false);
    expect(await noteSending(other, taken!, { channel: 'c', now: later, position: 0, next: 1 })).toBe(true);
    expect(await finishRun(other, taken!, { outcome: { kind: 'posted', message: '2' }, now: later })).toBe(true);
    expect(await readRun(store, old!.id)).toMatchObject({ state: 'posted', message: '2', sentAt: null });
    expect((await readSchedule(store, id))!.position).toBe(1);
  });

  test('is refused for an attempt that its own process has begun again, as are noting and renewing', async () => {
    await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [old] = await claim(nine);
    const now = nine + 2 * MINUTE;
    const [again] = await claim(now);
    expect(again!.owner).toBe(old!.owner);
    expect(await noteSending(store, old!, { channel: 'c', now, position: 0, next: 1 })).toBe(false);
    expect(await renewClaim(store, old!, { now, leaseMs: 9 * MINUTE })).toBe(false);
    expect(await finishRun(store, old!, { outcome: { kind: 'posted', message: '1' }, now })).toBe(false);
    expect(await readRun(store, old!.id)).toMatchObject({
      state: 'claimed',
      leaseUntil: now + 2 * MINUTE,
      sentAt: null,
    });
    expect(await finishRun(store, again!, { outcome: { kind: 'posted', message: '2' }, now })).toBe(true);
  });

  test('changes, as do noting and renewing, the one run of several that a process has claimed', async () => {
    for (const name of ['a', 'b', 'c']) await addSchedule(store, { name });
    await recordDueRuns(store, { now: nine });
    const [noted, renewed, finished] = await claim(nine);
    await noteSending(store, noted!, { channel: 'c', now: nine, position: 0, next: 1 });
    expect(await renewClaim(store, renewed!, { now: nine, leaseMs: HOUR })).toBe(true);
    await finishRun(store, finished!, { outcome: { kind: 'posted', message: '1' }, now: nine });
    const lease = nine + 2 * MINUTE;
    expect(await readRun(store, noted!.id)).toMatchObject({ state: 'claimed', sentAt: nine, leaseUntil: lease });
    expect(await readRun(store, renewed!.id)).toMatchObject({
      state: 'claimed',
      sentAt: null,
      leaseUntil: nine + HOUR,
    });
    expect(await readRun(store, finished!.id)).toMatchObject({ state: 'posted', sentAt: null, finishedAt: nine });
  });

  test('is refused for a run that is finished or waits, even to its own process', async () => {
    await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [run] = await claim(nine);
    const outcome = { kind: 'retry', notBefore: nine, sent: 'certainly-not' } as const;
    expect(await finishRun(store, run!, { outcome, now: nine })).toBe(true);
    expect(await noteSending(store, run!, { channel: 'c', now: nine, position: 0, next: 1 })).toBe(false);
    expect(await renewClaim(store, run!, { now: nine, leaseMs: MINUTE })).toBe(false);
    expect(await finishRun(store, run!, { outcome: { kind: 'posted', message: '1' }, now: nine })).toBe(false);
    expect(await readRun(store, run!.id)).toMatchObject({ state: 'pending', leaseUntil: null, owner: null });
  });

  test('nothing is sent under an expired claim, even if no process took it over', async () => {
    await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [old] = await claim(nine);
    const note = (now: number) => noteSending(store, old!, { channel: 'c', now, position: 0, next: 1 });
    expect(await note(nine + 2 * MINUTE)).toBe(false);
    expect(await note(nine + 2 * MINUTE - 1)).toBe(true);
  });

  test('moves a plan on once for each posted run, and ends it', async () => {
    const { id } = await addSchedule(store, hourly);
    for (const [at, next] of [1, 2, PLAN_ENDS].entries()) {
      const now = nine + at * HOUR;
      await recordDueRuns(store, { now });
      const [run] = await claim(now);
      await noteSending(store, run!, { channel: 'c', now, position: at, next });
      const outcome = { kind: 'posted', message: String(at) } as const;
      expect(await finishRun(store, run!, { outcome, now })).toBe(true);
      expect(await finishRun(store, run!, { outcome, now })).toBe(false);
    }
    expect(await readSchedule(store, id)).toMatchObject({ position: 2, disabled: 'ended', nextDue: null });
  });

  test('moves no plan on for a run that was not posted', async () => {
    const { id } = await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [run] = await claim(nine);
    await noteSending(store, run!, { channel: 'c', now: nine, position: 0, next: 1 });
    await finishRun(store, run!, {
      outcome: { kind: 'uncertain', reason: 'unknown-outcome', notify: true },
      now: nine,
    });
    expect((await readSchedule(store, id))!.position).toBe(0);
  });

  test('ends no plan with a run that was not posted, and stops no schedule without a reason', async () => {
    const { id } = await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [run] = await claim(nine);
    await noteSending(store, run!, { channel: 'c', now: nine, position: 0, next: PLAN_ENDS });
    const outcome = { kind: 'failed', reason: 'forbidden', notify: true, disable: undefined } as const;
    await finishRun(store, run!, { outcome, now: nine });
    expect(await readSchedule(store, id)).toMatchObject({ disabled: null, nextDue: nine + DAY });
  });

  test('disables, so that nothing is due any more', async () => {
    const { id } = await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [run] = await claim(nine);
    const outcome = { kind: 'failed', reason: 'gone', notify: true, disable: 'gone' } as const;
    await finishRun(store, run!, { outcome, now: nine });
    expect(await readSchedule(store, id)).toMatchObject({ disabled: 'gone', nextDue: null });
  });

  test('moves on and disables the one schedule alone, and keeps why it was disabled before', async () => {
    const [plan, gone, other] = [
      await addSchedule(store),
      await addSchedule(store, { name: 'Gone' }),
      await addSchedule(store, { name: 'Other' }),
    ];
    await recordDueRuns(store, { now: nine });
    const claims = await claim(nine);
    const of = (schedule: { readonly id: string }) => claims.find((each) => each.schedule === schedule.id)!;
    await noteSending(store, of(plan), { channel: 'c', now: nine, position: 0, next: 4 });
    await finishRun(store, of(plan), { outcome: { kind: 'posted', message: '1' }, now: nine });
    const failed = { kind: 'failed', reason: 'gone', disable: 'gone' } as const;
    await store.db.updateTable('schedule').set({ disabled: 'left' }).where('id', '=', gone.id).execute();
    await finishRun(store, of(gone), { outcome: failed, now: nine });
    expect(await readSchedule(store, plan.id)).toMatchObject({ position: 4, disabled: null });
    expect(await readSchedule(store, gone.id)).toMatchObject({ position: 0, disabled: 'left' });
    expect(await readSchedule(store, other.id)).toMatchObject({ position: 0, disabled: null, nextDue: nine + DAY });
  });

  test('leaves the position alone where content has none, and notes where a post in a forum is', async () => {
    const { id, channel } = await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [run] = await claim(nine);
    await noteSending(store, run!, { channel, now: nine, position: 3, next: null });
    expect(await readRun(store, run!.id)).toMatchObject({ position: 3, nextPosition: null, channel });
    await finishRun(store, run!, { outcome: { kind: 'posted', message: '1', channel: 'thread' }, now: nine + 5 });
    expect(await readRun(store, run!.id)).toMatchObject({ channel: 'thread', owner: null, finishedAt: nine + 5 });
    expect((await readSchedule(store, id))!.position).toBe(0);
  });

  test('forgets that a message may have been sent where it certainly was not', async () => {
    await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [run] = await claim(nine);
    await noteSending(store, run!, { channel: 'c', now: nine, position: 0, next: 1 });
    const outcome = { kind: 'retry', notBefore: nine, sent: 'certainly-not' } as const;
    await finishRun(store, run!, { outcome, now: nine });
    expect(await readRun(store, run!.id)).toMatchObject({
      state: 'pending',
      owner: null,
      leaseUntil: null,
      sentAt: null,
    });
  });

  test.each(['failed', 'skipped', 'uncertain'] as const)(
    'writes down why a run is %s, and who is told',
    async (kind) => {
      await addSchedule(store);
      await recordDueRuns(store, { now: nine });
      const [run] = await claim(nine);
      await finishRun(store, run!, { outcome: { kind, reason: 'nothing', detail: 'd' }, now: nine + 5 });
      expect(await readRun(store, run!.id)).toMatchObject({
        state: kind,
        reason: 'nothing',
        detail: 'd',
        owner: null,
        leaseUntil: null,
        finishedAt: nine + 5,
      });
      expect(await claimNotices(store, { now: nine + 5, leaseMs: MINUTE, limit: 9 })).toEqual([]);
    },
  );

  test('lets a run be tried again no sooner than it says, remembering that it may have been sent', async () => {
    await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [run] = await claim(nine);
    await noteSending(store, run!, { channel: 'c', now: nine, position: 0, next: 1 });
    const outcome = { kind: 'retry', notBefore: nine + MINUTE, sent: 'maybe' } as const;
    await finishRun(store, run!, { outcome, now: nine });
    expect(await claim(nine + MINUTE - 1)).toEqual([]);
    expect((await claim(nine + MINUTE))[0]).toMatchObject({ attempt: 2, sentAt: nine, position: 0 });
  });
});

describe('notices', () => {
  test('are taken the earliest first, no more than asked for, and marked one by one', async () => {
    for (const name of ['a', 'b']) await addSchedule(store, { name });
    await recordDueRuns(store, { now: nine });
    const [a, b] = await claim(nine);
    const outcome = { kind: 'failed', reason: 'unreachable', notify: true } as const;
    await finishRun(store, b!, { outcome, now: nine + 1 });
    await finishRun(store, a!, { outcome, now: nine + 2 });
    expect(await claimNotices(store, { now: nine, leaseMs: MINUTE, limit: 9 })).toEqual([]);
    const [first, ...rest] = await claimNotices(store, { now: nine + 2, leaseMs: MINUTE, limit: 1 });
    expect([first!.id, rest]).toEqual([b!.id, []]);
    await markNotified(store, b!.id);
    expect(await claimNotices(store, { now: nine + HOUR, leaseMs: MINUTE, limit: 9 })).toMatchObject([{ id: a!.id }]);
  });

  test('are taken on by one process, again after a while if nobody could be told, and given up after a day', async () => {
    await addSchedule(store);
    await recordDueRuns(store, { now: nine });
    const [run] = await claim(nine);
    const outcome = { kind: 'failed', reason: 'unreachable', notify: true } as const;
    await finishRun(store, run!, { outcome, now: nine });
    const tell = (from: Store, now: number) => claimNotices(from, { now, leaseMs: MINUTE, limit: 9 });
    const both = await Promise.all([tell(store, nine), tell(other, nine)]);
    expect(both.flat().map(({ id }) => id)).toEqual([run!.id]);
    expect(await tell(other, nine + MINUTE - 1)).toEqual([]);
    expect(await tell(other, nine + MINUTE)).toHaveLength(1);
    expect(await tell(store, nine + DAY)).toEqual([]);
    expect(await tell(store, nine + DAY - 1)).toHaveLength(1);
    await markNotified(store, run!.id);
    expect(await tell(store, nine + DAY - 1)).toEqual([]);
  });
});

test('addRun puts a run into the ledger that no rule asked for', async () => {
  const schedule = await addSchedule(store);
  await addRun(store, schedule, nine);
  await recordDueRuns(store, { now: nine });
  expect(await shown(schedule.id)).toEqual(
    expect.arrayContaining(['2026-11-23T09:00:00 +00:00 pending', '2026-11-23T09:00 +00:00 pending']),
  );
  expect(await queueLength(store)).toBe(2);
});

test.skipIf(inject('postgres') === undefined)(
  'addRun waits until another process has recorded the runs of the schedule, and comes after them',
  async () => {
    const schedule = await addSchedule(store);
    const [locked, recorded] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const recording = other.write(async (transaction) => {
      await transaction.selectFrom('schedule').select('id').forNoKeyUpdate().execute();
      locked.resolve();
      await recorded.promise;
      await transaction
        .insertInto('occurrence')
        .values(occurrenceRow(schedule, occurrenceAt(nine, schedule.zone), nine))
        .execute();
    });
    await locked.promise;
    const adding = addRun(store, schedule, nine + 1000);
    const waiting = sql<{ count: number }>`select count(*)::int as count from pg_locks where not granted`;
    await expect.poll(async () => (await waiting.execute(other.db)).rows[0]?.count).toBeGreaterThan(0);
    expect(await queueLength(other)).toBe(0);
    recorded.resolve();
    await Promise.all([recording, adding]);
    const [first] = await claim(nine + 2000);
    expect(first).toMatchObject({ due: nine, manual: false });
    expect(await queueLength(store)).toBe(2);
  },
);

test('addRun adds the runs that two processes add at the same time, each once, and they are claimed one by one', async () => {
  const schedule = await addSchedule(store);
  const adding = Array.from({ length: 20 }, (_, at) =>
    addRun(at % 2 ? store : other, schedule, nine + 1000 * (at >> 1)),
  );
  expect(new Set(await Promise.all(adding)).size).toBe(10);
  expect(await queueLength(store)).toBe(10);
  const claimed = await Promise.all([claim(nine + MINUTE), claim(nine + MINUTE, { from: other })]);
  expect(claimed.flat().map(({ due }) => due)).toEqual([nine]);
});

test('nextWake finds the next thing to do', async () => {
  expect(await nextWake(store)).toBeUndefined();
  await addSchedule(store);
  expect(await nextWake(store)).toBe(nine);
  await recordDueRuns(store, { now: nine });
  expect(await nextWake(store)).toBe(nine);
  const [run] = await claim(nine);
  expect(await nextWake(store)).toBe(nine + 2 * MINUTE);
  await finishRun(store, run!, { outcome: { kind: 'posted', message: '1' }, now: nine });
  expect(await nextWake(store)).toBe(nine + DAY);
});

test('nextWake counts a run that waits, and a notice that is still to be sent', async () => {
  const { id } = await addSchedule(store);
  await recordDueRuns(store, { now: nine });
  const [run] = await claim(nine);
  await finishRun(store, run!, { outcome: { kind: 'retry', notBefore: nine + 7, sent: 'maybe' }, now: nine });
  expect(await nextWake(store)).toBe(nine + 7);
  const [again] = await claim(nine + 7);
  const outcome = { kind: 'failed', reason: 'gone', notify: true, disable: 'gone' } as const;
  await finishRun(store, again!, { outcome, now: nine + 8 });
  expect((await readSchedule(store, id))!.nextDue).toBeNull();
  expect(await nextWake(store)).toBe(nine + 8);
  await markNotified(store, run!.id);
  expect(await nextWake(store)).toBeUndefined();
});

test('prune keeps what is under way, what somebody is still to be told, and what was due at the moment', async () => {
  await addSchedule(store);
  await recordDueRuns(store, { now: nine });
  const [run] = await claim(nine);
  expect(await prune(store, nine + DAY)).toBe(0);
  await finishRun(store, run!, { outcome: { kind: 'failed', reason: 'unreachable', notify: true }, now: nine });
  expect(await prune(store, nine + DAY)).toBe(0);
  await markNotified(store, run!.id);
  expect(await prune(store, nine)).toBe(0);
  expect(await prune(store, nine + 1)).toBe(1);
});

test('history lists the latest first, a part at a time, and those of one schedule', async () => {
  const { id } = await addSchedule(store, hourly);
  await addSchedule(store, { name: 'Other' });
  await recordDueRuns(store, { now: nine + 2 * HOUR });
  const hours = async (limit: number, offset?: number): Promise<readonly string[]> =>
    (await history(store, id, { limit, ...(offset !== undefined && { offset }) })).map(({ local }) => local.slice(11));
  expect(await hours(2)).toEqual(['11:00', '10:00']);
  expect(await hours(2, 2)).toEqual(['09:00']);
});

test('lastFinished finds the latest finished run of the schedule but for one', async () => {
  const { id } = await addSchedule(store, hourly);
  const other = await addSchedule(store, { name: 'Other', late: { kind: 'skip' } });
  await recordDueRuns(store, { now: nine + 2 * HOUR });
  const [eleven, ten, earliest] = await history(store, id, { limit: 9 });
  expect(await lastFinished(store, eleven!)).toEqual(ten);
  expect(await lastFinished(store, ten!)).toEqual(earliest);
  expect(await lastFinished(store, { schedule: other.id, id: 'none' })).toMatchObject({ reason: 'missed' });
  expect(await lastFinished(store, { schedule: 'none', id: 'none' })).toBeUndefined();
});

test('countRuns counts the runs of all schedules by state', async () => {
  await addSchedule(store, hourly);
  await addSchedule(store, { name: 'Other' });
  const none = { pending: 0, claimed: 0, posted: 0, skipped: 0, failed: 0, uncertain: 0 };
  expect(await countRuns(store)).toEqual(none);
  await recordDueRuns(store, { now: nine + 2 * HOUR });
  expect(await countRuns(store)).toEqual({ ...none, pending: 2, skipped: 2 });
  await claim(nine + 2 * HOUR, { limit: 1 });
  expect(await countRuns(store)).toEqual({ ...none, pending: 1, claimed: 1, skipped: 2 });
});

test('prune deletes old runs that are finished', async () => {
  const { id } = await addSchedule(store, hourly);
  await recordDueRuns(store, { now: nine + 2 * HOUR });
  expect(await prune(store, nine + DAY)).toBe(2);
  expect(await shown(id)).toEqual(['2026-11-23T11:00 +00:00 pending']);
});
