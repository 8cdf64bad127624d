import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UNKNOWN_PARENT } from '../../src/access/access.ts';
import type { ArticleId } from '../../src/article/article.ts';
import { noteAnnounced } from '../../src/settings/announced.ts';
import { addAnnouncement, claimAnnouncements } from '../../src/settings/announcements.ts';
import { forget } from '../../src/settings/forget.ts';
import {
  announceChannels,
  channelsWithSettings,
  readOwnSettings,
  readSettings,
} from '../../src/settings/readSettings.ts';
import { writeSetting } from '../../src/settings/writeSetting.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../fixtures/testStore.ts';

const guild = '100000000000000001';
const channel = '200000000000000001';
let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

describe('readSettings', () => {
  test('is empty if nothing was set', async () => {
    expect(await readSettings(store, { guild, channel })).toEqual({});
  });

  test('prefers the channel over the server, setting by setting', async () => {
    await writeSetting(store, { guild }, { name: 'zone', value: 'Europe/Berlin' });
    await writeSetting(store, { guild }, { name: 'hide', value: true });
    await writeSetting(store, { guild, channel }, { name: 'hide', value: false });
    await writeSetting(store, { guild, channel }, { name: 'articles', value: ['a' as ArticleId] });
    expect(await readSettings(store, { guild, channel })).toEqual({
      zone: 'Europe/Berlin',
      hide: false,
      articles: ['a'],
    });
    expect(await readSettings(store, { guild })).toEqual({ zone: 'Europe/Berlin', hide: true });
    expect(await readOwnSettings(store, { guild, channel })).toEqual({ hide: false, articles: ['a'] });
    expect(await channelsWithSettings(store, guild)).toEqual([channel]);
  });

  test('treats a stored value that is no longer valid as not set', async () => {
    const row = { guild, channel: '', name: 'zone', value: '"Nowhere/Gone"' };
    await store.db.insertInto('setting').values(row).execute();
    expect(await readSettings(store, { guild })).toEqual({});
  });
});

describe('a channel', () => {
  const thread = '200000000000000009';
  const articles = (...ids: string[]) => ({ name: 'articles', value: ids as ArticleId[] }) as const;

  test.each([[true], [false]])(
    'narrows what its server sees, and never widens it (server first: %s)',
    async (serverFirst) => {
      const steps = [
        () => writeSetting(store, { guild }, articles('a', 'b')),
        () => writeSetting(store, { guild, channel }, articles('b', 'c')),
      ];
      for (const step of serverFirst ? steps : steps.toReversed()) await step();
      expect(await readSettings(store, { guild, channel })).toEqual({ articles: ['b'] });
      await writeSetting(store, { guild, channel }, { name: 'articles', value: undefined });
      expect(await readSettings(store, { guild, channel })).toEqual({ articles: ['a', 'b'] });
    },
  );

  test('sees nothing if its articles and those of its server have none in common', async () => {
    await writeSetting(store, { guild }, articles('a'));
    await writeSetting(store, { guild, channel }, articles('b'));
    expect(await readSettings(store, { guild, channel })).toEqual({ articles: [] });
  });

  test('passes its settings on to its threads, which can override them and narrow its articles', async () => {
    await writeSetting(store, { guild, channel }, { name: 'hide', value: true });
    await writeSetting(store, { guild, channel }, articles('a', 'b'));
    expect(await readSettings(store, { guild, channel: thread, parent: channel })).toEqual({
      hide: true,
      articles: ['a', 'b'],
    });
    await writeSetting(store, { guild, channel: thread }, { name: 'hide', value: false });
    await writeSetting(store, { guild, channel: thread }, articles('b', 'c'));
    expect(await readSettings(store, { guild, channel: thread, parent: channel })).toEqual({
      hide: false,
      articles: ['b'],
    });
  });

  test('that may be a thread of any is narrowed by all', async () => {
    await writeSetting(store, { guild, channel }, articles('a', 'b'));
    await writeSetting(store, { guild, channel: '200000000000000002' }, articles('b'));
    expect(await readSettings(store, { guild, channel: thread, parent: UNKNOWN_PARENT })).toEqual({ articles: ['b'] });
  });
});

describe('writeSetting', () => {
  test('replaces, and takes back', async () => {
    await writeSetting(store, { guild }, { name: 'zone', value: 'Europe/Berlin' });
    await writeSetting(store, { guild }, { name: 'zone', value: 'Asia/Tokyo' });
    expect(await readSettings(store, { guild })).toEqual({ zone: 'Asia/Tokyo' });
    await writeSetting(store, { guild }, { name: 'zone', value: undefined });
    expect(await readSettings(store, { guild })).toEqual({});
  });

  test.each([
    { name: 'zone', value: '' },
    { name: 'zone', value: '+2' },
    { name: 'adminChannel', value: '12' },
  ] as const)('refuses $value as $name', async (setting) => {
    await expect(writeSetting(store, { guild }, setting)).rejects.toThrow('must be');
  });
});

describe('announcements', () => {
  const articles = (guild: string) => ({ guild, channel, articles: ['a'], isSeen: () => true, now: 1 });

  test('are put on the list once, and claimed by one process', async () => {
    const added = await Promise.all([addAnnouncement(store, articles(guild)), addAnnouncement(store, articles(guild))]);
    expect(added.flat()).toEqual(['a']);
    const claim = () => claimAnnouncements(store, { now: 1, leaseMs: 10, limit: 5 });
    expect((await Promise.all([claim(), claim()])).flat()).toMatchObject([{ guild, articles: ['a'], attempt: 1 }]);
  });

  test('go to the channels that were set', async () => {
    await writeSetting(store, { guild }, { name: 'announceChannel', value: channel });
    expect(await announceChannels(store)).toEqual([{ guild, channel }]);
  });
});

test('forget deletes what is stored about one server, and nothing of another', async () => {
  const other = '100000000000000002';
  for (const each of [guild, other]) {
    await writeSetting(store, { guild: each }, { name: 'hide', value: true });
    await writeSetting(store, { guild: each, channel }, { name: 'hide', value: true });
    await noteAnnounced(store, { guild: each, article: 'a', now: 1 });
  }
  expect(await forget(store, guild)).toEqual({ settings: 2, schedules: 0, occurrences: 0 });
  expect(await readSettings(store, { guild, channel })).toEqual({});
  const known = await store.db.selectFrom('announced').select('guild').execute();
  expect(known).toEqual([{ guild: other }]);
  expect(await readSettings(store, { guild: other, channel })).toEqual({ hide: true });
});

test('a stored value that cannot be read counts as not set, and is reported once', async () => {
  const sentences: string[] = [];
  const own = await openTestStore({
    onTrouble: () => {},
    onRecovery: () => {},
    onUnreadable: (sentence) => sentences.push(sentence),
  });
  const rows = [
    ['zone', '{"half'],
    ['announceChannel', '12'],
    ['hide', 'true'],
  ] as const;
  for (const [name, value] of rows)
    await own.db.insertInto('setting').values({ guild, channel: '', name, value }).execute();
  for (const _ of [1, 2]) expect(await readSettings(own, { guild })).toEqual({ hide: true });
  expect(await announceChannels(own)).toEqual([]);
  expect(sentences).toEqual([
    expect.stringContaining(`The setting "announceChannel" of server ${guild} cannot be read and counts as not set: `),
    expect.stringContaining('The setting "zone"'),
  ]);
  await own.close();
});
