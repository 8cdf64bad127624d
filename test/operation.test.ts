import { once } from 'node:events';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startRoom, type Room } from 'discord-room';
import { openStore } from '../src/store/store.ts';
import { lockStore } from '../src/store/lockStore.ts';
import { request, roomInfo } from 'discord-room/member';
import { start } from './startProcess.ts';
import { line, temporaryFolder } from './terminal/line.ts';

const PATIENCE = { timeout: 25_000, interval: 100 };

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

/** Starts the bot as a process of its own, against a room that stands for Discord. */
async function startBot(room: Room, environment: Readonly<Record<string, string>> = {}) {
  const port = await freePort();
  const bot = await start({
    DISCORD_TOKEN: room.token,
    DISCORD_API: `${room.address}/api`,
    HTTP_PORT: port,
    ...environment,
  });
  await bot.says(/"msg":"serving health, metrics and the reader"/u);
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, text: await response.text() };
  };
  return {
    ...bot,
    get,
    status: async (path: string) => (await get(path)).status,
    /** The lines of the log of a level: 20 debug, 50 error, 60 fatal. */
    lines: (level: number) =>
      bot
        .output()
        .split('\n')
        .flatMap((text) =>
          text.startsWith(`{"level":${level},`) ? [JSON.parse(text) as Record<string, unknown>] : [],
        ),
  };
}

async function openDiscord(): Promise<Room> {
  const room = await startRoom({ rateLimits: false });
  onTestFinished(() => room.close());
  return room;
}

const disturb = (room: Room, body: object): Promise<unknown> => request(room, '/room/gateway', { body });

describe('the gateway', () => {
  test.each([4004, 4011, 4014])('closed for good with %i is fatal: a sentence, and exit code 2', async (code) => {
    const room = await openDiscord();
    const bot = await startBot(room);
    await disturb(room, { action: 'close', code });
    expect(await bot.ended).toMatchObject({ code: 2, signal: null });
    expect(bot.lines(60)).toMatchObject([
      {
        msg: expect.stringMatching(
          new RegExp(`^Discord has closed the connection for good \\(${code}\\): .*\\.$`, 'u'),
        ),
      },
    ]);
  });

  test('is told as it stands now, lost and found again', async () => {
    const room = await openDiscord();
    const bot = await startBot(room);
    expect(JSON.parse((await bot.get('/healthz')).text)).toMatchObject({ ok: true, gateway: { state: 'connected' } });
    room.setFaults([{ path: '/gateway', kind: 'status', status: 503 }]);
    await disturb(room, { action: 'invalidate' });
    await vi.waitFor(async () => {
      const health = await bot.get('/healthz');
      expect(health.status).toBe(200);
      expect(JSON.parse(health.text)).toMatchObject({ gateway: { state: 'reconnecting' } });
      expect(await bot.status('/readyz')).toBe(503);
    }, PATIENCE);
    room.setFaults([]);
    await vi.waitFor(async () => expect(await bot.status('/readyz')).toBe(200), PATIENCE);
  });
});

describe('a request that Discord refuses with 401', () => {
  test('does not end posting while the token is good', async () => {
    const room = await openDiscord();
    const bot = await startBot(room);
    const { channels, members, application_id: application } = await roomInfo(room);
    const channel = channels.find(({ type }) => type === 0)!.id;
    const ask = (): Promise<unknown> =>
      request(room, `/api/v10/channels/${channel}/messages`, {
        authorization: members[0]!.token,
        body: { content: `<@${application}> What grows?` },
      });
    const replies = (): number =>
      room.world.messages.get(channel)!.filter(({ authorId }) => authorId === application).length;
    room.setFaults([{ method: 'POST', path: '/messages$', kind: 'status', status: 401, times: 2 }]);
    await ask();
    await bot.says(/with a token that is still good/u);
    await ask();
    await vi.waitFor(() => expect(replies()).toBe(1), PATIENCE);
  });

  test('is fatal when the token was revoked', async () => {
    const room = await openDiscord();
    const bot = await startBot(room);
    const { channels, members, application_id: application } = await roomInfo(room);
    room.setFaults([
      { method: 'POST', path: '/messages$', kind: 'status', status: 401, when: 'after' },
      { path: '/users/@me$', kind: 'status', status: 401 },
    ]);
    await request(room, `/api/v10/channels/${channels[0]!.id}/messages`, {
      authorization: members[0]!.token,
      body: { content: `<@${application}> What grows?` },
    });
    expect(await bot.ended).toMatchObject({ code: 2 });
    expect(bot.lines(60)).toMatchObject([{ msg: expect.stringMatching(/^Discord refuses the token \(401\).*\.$/u) }]);
  });
});

describe('a database in trouble', () => {
  async function withDatabase(file: string | undefined) {
    const data = await temporaryFolder();
    const database = join(data, 'rapporteur.sqlite');
    if (file !== undefined) await copyFile(file, database);
    const room = await openDiscord();
    const bot = await startBot(room, { DATA_DIR: data });
    return { bot, database, room };
  }

  test('that is locked by another program is named once, and is well again afterwards', async () => {
    const { bot, database } = await withDatabase(undefined);
    expect(await bot.status('/readyz')).toBe(200);
    const other = new DatabaseSync(database);
    other.exec('begin immediate');
    await vi.waitFor(async () => {
      expect(await bot.status('/readyz')).toBe(503);
      const sentences = bot.lines(50).filter(({ trouble }) => trouble === 'locked');
      expect(sentences).toMatchObject([{ msg: expect.stringMatching(/^The database ".*" is locked .*\.$/u) }]);
    }, PATIENCE);
    other.exec('rollback');
    other.close();
    await vi.waitFor(async () => expect(await bot.status('/readyz')).toBe(200), PATIENCE);
    await vi.waitFor(() => expect(bot.output()).toContain('the database is well again'), PATIENCE);
  });

  test('whose pages are damaged is named, and the bot is not ready', async () => {
    const folder = await temporaryFolder();
    const damaged = join(folder, 'damaged.sqlite');
    await (await openStore(damaged)).close();
    const filling = new DatabaseSync(damaged);
    filling.exec('pragma journal_mode = delete');
    for (let at = 0; at < 400; at += 1)
      filling
        .prepare('insert into setting values (?, ?, ?, ?)')
        .run(String(at), '', 'zone', '"Europe/Berlin"'.repeat(20));
    const page = Number(
      filling.prepare('select max(pageno) as page from dbstat where name = ?').get('setting')?.['page'] ?? 12,
    );
    filling.close();
    const bytes = await readFile(damaged);
    bytes.fill(0xff, (page - 1) * 4096, page * 4096);
    await writeFile(damaged, bytes);
    const { bot } = await withDatabase(damaged);
    expect(bot.lines(50)).toMatchObject([
      { trouble: 'damaged', msg: expect.stringMatching(/^The database ".*" is damaged \(.*\): .*\.$/u) },
    ]);
    expect(await bot.status('/readyz')).toBe(503);
    expect(await bot.status('/healthz')).toBe(200);
  });
});

describe('the data folder', () => {
  test('is for one bot at a time, until that one dies, whatever way; the terminal uses it meanwhile', async () => {
    const data = await temporaryFolder();
    const room = await openDiscord();
    const environment = { DISCORD_TOKEN: room.token, DISCORD_API: `${room.address}/api`, DATA_DIR: data };
    const first = await startBot(room, environment);
    const second = await (await start(environment)).ended;
    expect(second).toMatchObject({
      code: 1,
      error: expect.stringMatching(
        /^Another Rapporteur is using ".*" \(process \d+ on .*, since .*\): stop it, or .*\.\n$/u,
      ),
    });
    const { guild_id: guild } = await roomInfo(room);
    expect(await line(['digest', 'list', '--guild', guild], { environment })).toMatchObject({ code: 0, error: '' });
    first.child.kill('SIGKILL');
    await first.ended;
    const third = await startBot(room, environment);
    third.child.kill('SIGTERM');
    expect(await third.ended).toMatchObject({ code: 0 });
  });

  test('of another application is refused, and says what to do', async () => {
    const data = await temporaryFolder();
    const room = await openDiscord();
    const environment = { DISCORD_TOKEN: room.token, DISCORD_API: `${room.address}/api`, DATA_DIR: data };
    const store = await openStore(join(data, 'rapporteur.sqlite'));
    await store.db.insertInto('owner').values({ id: 1, kind: 'discord', application: '42', claimed_at: 1 }).execute();
    await store.close();
    expect(await (await start(environment)).ended).toMatchObject({
      code: 2,
      error: expect.stringMatching(/belongs to application 42 \(Discord\).*set DATA_DIR to a folder of its own/u),
    });
  });

  test('of a bot is not touched by the local room, which has a database of its own', async () => {
    const data = await temporaryFolder();
    const database = join(data, 'rapporteur.sqlite');
    await (await openStore(database)).close();
    const before = await readFile(database);
    const bot = await start({ DATA_DIR: data });
    await bot.says(/The local room is open/u);
    bot.child.kill('SIGTERM');
    await bot.ended;
    expect(await readFile(database)).toEqual(before);
    expect(existsSync(join(data, 'room', 'rapporteur.sqlite'))).toBe(true);
  });
});

test('lockStore is refused while it is held, and taken again once it is given up', async () => {
  const database = join(await temporaryFolder(), 'deep', 'rapporteur.sqlite');
  const first = lockStore(database);
  expect(lockStore(database)).toMatchObject({ kind: 'refused', reason: expect.stringContaining(String(process.pid)) });
  if (first.kind === 'locked') first.unlock();
  const again = lockStore(database);
  expect(again.kind).toBe('locked');
  if (again.kind === 'locked') again.unlock();
});
