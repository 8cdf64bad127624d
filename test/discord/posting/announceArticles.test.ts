import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openApp, type App } from '../../../src/app/app.ts';
import { writeArticle } from '../../../src/article/writeArticle.ts';
import { runCommand } from '../../../src/command/runCommand.ts';
import { announceArticles } from '../../../src/discord/posting/announceArticles.ts';
import { createOutbox, type ChannelView } from '../../../src/discord/posting/createOutbox.ts';
import { deliverAnnouncement } from '../../../src/delivery/deliverAnnouncement.ts';
import { DELIVERY_TIMES } from '../../../src/delivery/delivery.ts';
import { announcement } from '../../../src/reply/words/messages/announcement.ts';
import {
  addAnnouncement,
  claimAnnouncements,
  finishAnnouncement,
  type AnnouncementClaim,
} from '../../../src/settings/announcements.ts';
import { startRoom, type Room } from 'discord-room';
import { articleOf, lighthouse } from '../../fixtures/article.ts';
import { roomInfo } from 'discord-room/member';

const ferry = articleOf('ferry', [
  ['title', 'The *Ferry*'],
  ['paragraph', 'The ferry sails at noon.'],
]);
const pier = articleOf('pier', [
  ['title', 'The Pier'],
  ['paragraph', 'The pier is old.'],
]);

const EVERYTHING = ~0n;
const MINUTE = 60_000;

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
/** Puts what is new on the list, and attempts once what is due on it. */
const announce = async (now = 0): Promise<void> => {
  const store = await app.store();
  const view = { kind: 'channel', type: 0, guild, permissions: EVERYTHING } as const;
  const look = async (): Promise<ChannelView> => view;
  await announceArticles({ app, look, now, log: () => {} });
  const outbox = createOutbox({ token: room.token, api: `${room.address}/api`, bot: room.world.applicationId, look });
  const context = {
    store,
    outbox,
    clock: { now: () => now, after: () => () => {} },
    random: () => 0.5,
    times: DELIVERY_TIMES,
    renderAnnouncement: async ({ id, articles }: AnnouncementClaim) =>
      announcement(
        articles.map((article) => ({
          article: app.library().articles.get(article)!,
          link: `https://briefs.example/read/${article}`,
        })),
        { marker: id },
      ),
  };
  for (const claim of await claimAnnouncements(store, { now, leaseMs: DELIVERY_TIMES.leaseMs, limit: 10 })) {
    const outcome = await deliverAnnouncement(claim, context);
    if (outcome.kind !== 'lost') await finishAnnouncement(store, claim, { outcome, now });
  }
};
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

  test('announces only to servers that asked', async () => {
    await add(ferry);
    await app.reload();
    await announce();
    expect(posted()).toEqual([]);
  });

  test('does not announce an article that members do not see', async () => {
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
    const store = await app.store();
    const seen = { guild, channel, articles: ['lighthouse', 'ferry'], isSeen: () => true, now: 0 };
    expect(await addAnnouncement(store, seen)).toEqual(['ferry']);
    const { leaseMs } = DELIVERY_TIMES;
    expect(await claimAnnouncements(store, { now: 0, leaseMs, limit: 10 })).toHaveLength(1);
    await announce(leaseMs - 1);
    expect(posted()).toEqual([]);
    await announce(leaseMs);
    await announce(3 * leaseMs);
    expect(posted()).toHaveLength(1);
  });

  test('tries again what could not be posted, whatever stood in the way', async () => {
    await set({ setting: 'announce-channel', to: channel });
    await add(ferry);
    await app.reload();
    let now = 0;
    for (const status of [429, 403, 401, 500]) {
      room.setFaults([{ kind: 'status', status }]);
      await announce(now);
      now += 2 * MINUTE;
      room.setFaults([]);
      expect(posted()).toEqual([]);
    }
    await announce(now);
    await announce(now + MINUTE);
    expect(posted()).toHaveLength(1);
  });

  test('does not post again what Discord had taken before it failed, even when the nonce is forgotten', async () => {
    await set({ setting: 'announce-channel', to: channel });
    await add(ferry);
    await app.reload();
    room.world.nonceMemoryMs = 0;
    room.setFaults([{ method: 'POST', kind: 'status', status: 500, when: 'after', times: 1 }]);
    // The room's ids tell the time, and the search begins at the moment of sending.
    const begin = Date.now();
    for (const at of [0, 1, 2, 3]) await announce(begin + at * MINUTE);
    expect(posted()).toHaveLength(1);
    const rows = await (await app.store()).db.selectFrom('announcement').selectAll().execute();
    expect(rows).toMatchObject([{ state: 'posted', attempt: 2 }]);
  });
});
