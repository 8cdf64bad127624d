import { EventEmitter } from 'node:events';
import type { Client } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Access } from '../../../src/access/access.ts';
import { followMemberships, type Following } from '../../../src/discord/gateway/followMemberships.ts';
import { findSchedule, resumeSchedule } from '../../../src/schedule/schedules.ts';
import { KEPT_AFTER_LEAVING_MS } from '../../../src/settings/memberships.ts';
import { readSettings } from '../../../src/settings/readSettings.ts';
import { writeSetting } from '../../../src/settings/writeSetting.ts';
import type { Store } from '../../../src/store/store.ts';
import { areStoresBusy, openTestStore } from '../../fixtures/testStore.ts';
import { createFakeClock, type FakeClock } from '../../fixtures/fakeClock.ts';
import { addSchedule, MONDAY } from '../../fixtures/schedules.ts';

const guild = '100000000000000001';
const other = '100000000000000002';

const OPEN: Access = { kind: 'open' };

let store: Store;
let clock: FakeClock;
let logged: string[];
let following: Following | undefined;
let client: EventEmitter & { readonly guilds: { readonly cache: Map<string, { readonly id: string }> } };

async function start(
  guilds: readonly string[],
  { application = '1', access = OPEN }: { application?: string; access?: Access } = {},
): Promise<void> {
  await following?.close();
  client = Object.assign(new EventEmitter(), {
    application: { id: application },
    guilds: { cache: new Map(guilds.map((id) => [id, { id }] as const)) },
  });
  following = followMemberships({
    client: client as unknown as Client<true>,
    app: { store: async () => store, access: () => access },
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    clock,
  });
  await following.ready;
}
const leave = (id: string): void => {
  client.guilds.cache.delete(id);
  client.emit('guildDelete', { id });
};
const join = (id: string): void => {
  client.guilds.cache.set(id, { id });
  client.emit('guildCreate', { id });
};
const settle = async (): Promise<void> => {
  do {
    for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  } while (areStoresBusy());
};
const stateOf = async (id: string): Promise<unknown> => {
  const schedule = await findSchedule(store, { guild: id, name: 'Morning' });
  return schedule && [schedule.disabled, schedule.nextDue === null];
};

beforeEach(async () => {
  store = await openTestStore();
  clock = createFakeClock(MONDAY);
  logged = [];
  for (const id of [guild, other]) {
    await addSchedule(store, { guild: id });
    await writeSetting(store, { guild: id }, { name: 'hide', value: true });
  }
});
afterEach(async () => {
  await following?.close();
  following = undefined;
  await store.close();
});

describe('a server that removes the bot', () => {
  test('has its digests stopped at once, and is forgotten 30 days later, and no other', async () => {
    await start([guild, other]);
    leave(guild);
    await settle();
    expect([await stateOf(guild), await stateOf(other)]).toEqual([
      ['left', true],
      [null, false],
    ]);
    await clock.advance(KEPT_AFTER_LEAVING_MS - 1);
    expect(await readSettings(store, { guild })).toEqual({ hide: true });
    await clock.advance(3_600_001);
    expect([await stateOf(guild), await readSettings(store, { guild })]).toEqual([undefined, {}]);
    expect([await stateOf(other), await readSettings(store, { guild: other })]).toEqual([
      [null, false],
      { hide: true },
    ]);
  });

  test('while the bot was away is noticed at the start, and forgotten across restarts', async () => {
    await start([guild, other]);
    await start([other]);
    expect(await stateOf(guild)).toEqual(['left', true]);
    await clock.advance(KEPT_AFTER_LEAVING_MS - 1000);
    await start([other]);
    expect(await stateOf(guild)).toEqual(['left', true]);
    clock.set(clock.now() + 2000);
    await start([other]);
    await settle();
    expect([await stateOf(guild), await stateOf(other)]).toEqual([undefined, [null, false]]);
  });

  test('and invites it again finds everything as it was, stopped until somebody resumes it', async () => {
    await start([guild]);
    leave(guild);
    await settle();
    await clock.advance(KEPT_AFTER_LEAVING_MS / 2);
    join(guild);
    await settle();
    await clock.advance(2 * KEPT_AFTER_LEAVING_MS);
    expect([await stateOf(guild), await readSettings(store, { guild })]).toEqual([['left', true], { hide: true }]);
    const schedule = await findSchedule(store, { guild, name: 'Morning' });
    await resumeSchedule(store, schedule!, { now: clock.now() });
    expect(await stateOf(guild)).toEqual([null, false]);
  });
});

test('another application on the same store, such as the room, changes nothing about servers that it never was in', async () => {
  await start([guild, other]);
  await start([], { application: '2' });
  await clock.advance(2 * KEPT_AFTER_LEAVING_MS);
  expect([await stateOf(guild), await stateOf(other)]).toEqual([
    [null, false],
    [null, false],
  ]);
});

test('a warning is logged once several servers see everything', async () => {
  await start([guild]);
  expect(logged.join('')).not.toContain('every article');
  join(other);
  expect(logged.join('')).toContain('every article');
  logged = [];
  await start([guild, other], { access: { kind: 'granted', grants: {} } });
  expect(logged.join('')).not.toContain('every article');
  await start([guild, other]);
  expect(logged.join('')).toContain('every article');
});
