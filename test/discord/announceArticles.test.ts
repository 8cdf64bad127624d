import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openApp, type App } from '../../src/app/app.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import { runCommand } from '../../src/command/runCommand.ts';
import { announceArticles } from '../../src/discord/announceArticles.ts';
import { createRest } from '../../src/discord/createRest.ts';
import { ANNOUNCE_LEASE_MS, claimAnnouncement } from '../../src/settings/announced.ts';
import { startRoom, type Room } from '../../src/room/room.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { roomInfo } from '../room/member.ts';

const ferry = articleOf('ferry', [
  ['title', 'The *Ferry*'],
  ['paragraph', 'The ferry sails at noon.'],
]);
const pier = articleOf('pier', [
  ['title', 'The Pier'],
  ['paragraph', 'The pier is old.'],
]);

let folder: string;
let app: App;
let room: Room;
let guild: string;
let channel: string;

const add = (article: typeof ferry): Promise<void> =>
  writeArticle(folder, article, { extension: '.txt', bytes: Buffer.from(article.source) });
const set = async (options: Readonly<Record<string, string>>): Promise<void> => {
  const context = await app.contextFor({ guild, channel, manages: true });
  expect(await runCommand('settings', { subcommand: 'set', ...options }, context)).toMatchObject({ kind: 'notice' });
};
const announce = (now = 0): Promise<void> =>
  announceArticles({
    app,
    rest: createRest({ token: room.token, api: `${room.address}/api` }),
    linkTo: ({ id }) => `https://briefs.example/read/${id}`,
    now,
    log: () => {},
  });
const posted = (): readonly string[] =>
  (room.world.messages.get(channel) ?? []).flatMap(({ components }) =>
    JSON.stringify(components).includes('new article') ? [JSON.stringify(components)] : [],
  );

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'announce-'));
  await add(lighthouse);
  const opened = await openApp({
    corpus: folder,
    database: join(folder, '.data', 'test.sqlite'),
    limits: { perServer: 3, minMinutes: 15 },
  });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  ({ app } = opened);
  room = await startRoom({ rateLimits: false });
  const info = await roomInfo(room);
  guild = info.guild_id;
  channel = info.channels.find(({ type }) => type === 0)!.id;
});
afterEach(async () => {
  await room.close();
  await app.close();
  await rm(folder, { recursive: true });
});

describe('announceArticles', () => {
  test('tells of an article that came after the channel was set, once', async () => {
    await set({ setting: 'announce-channel', to: channel });
    await announce();
    expect(posted()).toEqual([]);
    await add(ferry);
    await app.reload();
    await Promise.all([announce(), announce()]);
    await announce();
    expect(posted()).toEqual([expect.stringContaining('A new article')]);
    expect(posted()[0]).toContain(String.raw`The \\*Ferry\\*`);
    expect(posted()[0]).toContain('https://briefs.example/read/ferry');
    expect(posted()[0]).not.toContain(lighthouse.title);
  });

  test('tells of several in one message', async () => {
    await set({ setting: 'announce-channel', to: channel });
    await Promise.all([add(ferry), add(pier)]);
    await app.reload();
    await announce();
    expect(posted()).toEqual([expect.stringMatching(/2 new articles.*Ferry.*The Pier/u)]);
  });

  test('tells nobody who did not ask', async () => {
    await add(ferry);
    await app.reload();
    await announce();
    expect(posted()).toEqual([]);
  });

  test('does not tell of an article that members do not see', async () => {
    await set({ setting: 'articles', value: 'lighthouse' });
    await set({ setting: 'announce-channel', to: channel });
    await add(ferry);
    await app.reload();
    await announce();
    expect(posted()).toEqual([]);
  });

  test('tells of what a process had taken on that died, once its lease is over', async () => {
    await set({ setting: 'announce-channel', to: channel });
    await add(ferry);
    await app.reload();
    expect(await claimAnnouncement(await app.store(), { guild, article: 'ferry', now: 0 })).toBe(true);
    await announce(ANNOUNCE_LEASE_MS - 1);
    expect(posted()).toEqual([]);
    await announce(ANNOUNCE_LEASE_MS);
    await announce(3 * ANNOUNCE_LEASE_MS);
    expect(posted()).toHaveLength(1);
  });

  test('tries again what could not be posted', async () => {
    await set({ setting: 'announce-channel', to: channel });
    await add(ferry);
    await app.reload();
    room.setFaults([{ kind: 'status', status: 500 }]);
    await announce();
    expect(posted()).toEqual([]);
    room.setFaults([]);
    await announce();
    expect(posted()).toHaveLength(1);
  });
});
