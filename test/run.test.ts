import { once } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startRoom } from 'discord-room';
import { COPY_MS } from '../src/runtime/stopRequests.ts';
import { interact, roomInfo, slash } from 'discord-room/member';
import { NPM, start } from './startProcess.ts';
import { CORPUS, line, temporaryFolder } from './terminal/line.ts';

describe('a start', () => {
  test('opens the room, is healthy, reloads the corpus on SIGHUP, and stops on SIGTERM', async () => {
    const corpus = await temporaryFolder();
    await cp(CORPUS, corpus, { recursive: true });
    const bot = await start({ CORPUS_DIR: corpus });
    const [, address] = await bot.says(/The local room is open: (\S+)/u);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const file = join(corpus, 'islamic-state-threat', 'source.txt');
    const source = await readFile(file, 'utf8');
    await writeFile(file, `${source}more`);
    bot.child.kill('SIGHUP');
    await bot.says(
      /"level":50[^\n]*"article":"islamic-state-threat","problem":"[^"]*article\.json[^\n]*last good version/u,
    );
    await writeFile(file, source);
    bot.child.kill('SIGHUP');
    await bot.says(/"kind":"taken-up"[^]*"kind":"taken-up"/u);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null, error: '' });
  });

  test('opens the room with interactions over HTTP, and answers in it', async () => {
    const bot = await start({ INTERACTIONS: 'http', HTTP_PORT: '0', READER: 'off' });
    const [, address] = await bot.says(/The local room is open: (\S+)/u);
    const room = { address } as Parameters<typeof roomInfo>[0];
    const { members } = await roomInfo(room);
    const { status, body } = await interact(room, members[0]!, await slash(room, 'help'));
    expect([status, body.type]).toEqual([200, expect.any(Number)]);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null, error: '' });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'stops cleanly when %s reaches its whole process group, and npm passes it on once more',
    async (signal) => {
      const bot = await start({}, NPM);
      onTestFinished(() => killGroup(bot.child.pid!));
      await bot.says(/The local room is open/u);
      process.kill(-bot.child.pid!, signal);
      expect(await bot.ended).toMatchObject({ code: 0, error: '' });
      expect(bot.output()).toMatch(new RegExp(`"signal":"${signal}","msg":"stopping"`, 'u'));
    },
  );

  test('stops at SIGTERM while Discord does not answer', async () => {
    const asked = Promise.withResolvers<void>();
    const silent = createServer(() => asked.resolve());
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;
    const bot = await start({ DISCORD_TOKEN: 'token', DISCORD_API: `http://127.0.0.1:${port}/api` });
    await asked.promise;
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null, error: '' });
    expect(bot.output()).toContain('"signal":"SIGTERM","msg":"stopping"');
  });

  test('takes signals that arrive together for one', async () => {
    const bot = await start();
    await bot.says(/The local room is open/u);
    // Both arrive while it sleeps, so that it cannot have ended in between.
    bot.child.kill('SIGSTOP');
    bot.child.kill('SIGTERM');
    bot.child.kill('SIGINT');
    bot.child.kill('SIGCONT');
    expect(await bot.ended).toEqual({ code: 0, signal: null, error: '' });
  });

  test('ends at once at a signal that comes more than a second after the first, whichever', async () => {
    const room = await startRoom({ rateLimits: false });
    onTestFinished(() => room.close());
    const bot = await start({ DISCORD_TOKEN: room.token, DISCORD_API: `${room.address}/api` });
    await bot.says(/"msg":"connected"/u);
    // An answer that does not get through, so that stopping waits for it.
    room.setFaults([{ path: '/callback', kind: 'delay', delay_ms: 60_000 }]);
    const { members } = await roomInfo(room);
    await interact(room, members[0]!, await slash(room, 'help'), '');
    await setTimeout(200);
    bot.child.kill('SIGTERM');
    await bot.says(/"msg":"stopping"/u);
    await setTimeout(COPY_MS + 100);
    bot.child.kill('SIGINT');
    expect(await bot.ended).toEqual({ code: 1, signal: null, error: '' });
  });

  test.each([
    ['without a token', true],
    ['with a token', false],
  ])('%s loads the room: %s', async (_, loads) => {
    const modules = join(await temporaryFolder(), 'modules');
    const options = `--import=${new URL('./recordModules.ts', import.meta.url).href}`;
    const environment = { NODE_OPTIONS: options, MODULES_FILE: modules };
    let token = {};
    if (!loads) {
      const room = await startRoom({ rateLimits: false });
      onTestFinished(() => room.close());
      token = { DISCORD_TOKEN: room.token, DISCORD_API: `${room.address}/api` };
    }
    const bot = await start({ ...environment, ...token });
    await bot.says(loads ? /The local room is open/u : /"msg":"connected"/u);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0 });
    const loaded = (await readFile(modules, 'utf8')).split('\n');
    expect(loaded.some((url) => url.endsWith('/src/start/openRoom.ts'))).toBe(true);
    expect(loaded.some((url) => url.includes('/packages/room/'))).toBe(loads);
  });
});

describe('a start that cannot be', () => {
  async function refused(environment: Readonly<Record<string, string>>): Promise<string> {
    const { code, error } = await (await start(environment)).ended;
    expect(code).toBe(2);
    expect(error).not.toMatch(/^\s+at /mu);
    return error;
  }

  test('tells all that is wrong with the environment', async () => {
    expect(await refused({ ROOM_PORT: '70000', LOG_LEVEL: 'loud', PUBLIC_URL: 'here' })).toBe(
      [
        'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent, not "loud".',
        'ROOM_PORT must be 0 to 65535, not "70000".',
        'PUBLIC_URL must be an http or https address, not "here".',
        '',
      ].join('\n'),
    );
  });

  test('tells which file of the corpus is broken', async () => {
    const corpus = await temporaryFolder();
    await cp(CORPUS, corpus, { recursive: true });
    const file = join(corpus, 'islamic-state-threat', 'article.json');
    await writeFile(file, '{\n"id": 1,\n}');
    expect(await refused({ CORPUS_DIR: corpus })).toBe(`Cannot load the articles: ${file}:3: this is not JSON.\n`);
  });

  test('tells that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    expect(await refused({ ROOM_PORT: String(port) })).toBe(
      `Cannot open the room on port ${port}: another program uses it; set ROOM_PORT to another one, or to 0 for any.\n`,
    );
  });

  test('tells that the database is none', async () => {
    const data = await temporaryFolder();
    await mkdir(join(data, 'room'));
    await writeFile(
      join(data, 'room', 'rapporteur.sqlite'),
      'not a database, but long enough to be taken for one'.repeat(20),
    );
    expect(await refused({ DATA_DIR: data })).toMatch(/^Cannot open the database ".*": .*\.\n$/u);
  });

  test('tells that requests cannot be recorded', async () => {
    expect(await refused({ ROOM_RECORD: '/nowhere/record' })).toBe(
      'Cannot write to ROOM_RECORD "/nowhere/record": ENOENT.\n',
    );
  });

  test('tells that the token is refused, without repeating it', async () => {
    const room = await startRoom({});
    onTestFinished(() => room.close());
    const error = await refused({ DISCORD_TOKEN: 'secret.token.value', DISCORD_API: `${room.address}/api` });
    expect(error).toMatch(/^[^\n]*token[^\n]*\.\n$/u);
    expect(error).not.toContain('secret');
  });
});

describe('a start that may work later, which its exit code 1 says', () => {
  const failed = async (
    environment: Readonly<Record<string, string>>,
  ): Promise<{ code: number | null; error: string }> => (await start(environment)).ended;

  test('nobody listens at the address', async () => {
    const { code, error } = await failed({ DISCORD_TOKEN: 'token', DISCORD_API: 'http://127.0.0.1:9/api' });
    expect([code, error]).toEqual([1, 'Cannot connect to http://127.0.0.1:9/api: ECONNREFUSED.\n']);
  });

  test('the server fails', async () => {
    const room = await startRoom({});
    onTestFinished(() => room.close());
    room.setFaults([{ kind: 'status', status: 503 }]);
    const api = `${room.address}/api`;
    const { code, error } = await failed({ DISCORD_TOKEN: room.token, DISCORD_API: api });
    expect([code, error]).toEqual([1, `The server at ${api} failed (503); try again later.\n`]);
  });
});

describe('register', () => {
  test('compares with what the server has, and sends only when told to', async () => {
    const room = await startRoom({});
    onTestFinished(() => room.close());
    const environment = { DISCORD_TOKEN: room.token, DISCORD_API: `${room.address}/api` };
    const dry = await line(['register', '--dry-run'], { environment });
    expect(dry).toMatchObject({ code: 0, error: '' });
    expect(dry.out).toMatch(/^new: Add as source, ask, .*\nNothing was sent \(--dry-run\)\.\n$/u);
    expect(dry.out).not.toContain('dates');
    expect(await line(['register', '--dry-run'], { environment })).toEqual(dry);
    expect((await line(['register'], { environment })).out).toMatch(/\nRegistered\.\n$/u);
    expect((await line(['register'], { environment })).out).toBe(
      'Discord has every command as it is here; nothing was sent.\n',
    );
    const json = await line(['register', '--dry-run', '--json'], { environment });
    expect(JSON.parse(json.out)).toEqual({ added: [], changed: [], removed: [], dryRun: true });
  });

  test('tells that the token is refused', async () => {
    const room = await startRoom({});
    onTestFinished(() => room.close());
    const environment = { DISCORD_TOKEN: 'secret', DISCORD_API: `${room.address}/api` };
    expect(await line(['register'], { environment })).toEqual({
      code: 2,
      out: '',
      error: 'Discord refused the token (401); copy it again from the developer portal into DISCORD_TOKEN.\n',
    });
  });
});

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
