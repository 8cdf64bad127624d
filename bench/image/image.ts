import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startRoom, type Room } from 'discord-room';
import { build, type Image } from './build.ts';
import { startIn } from './container.ts';

const HTTP_PORT = '18080';

/**
 * Follows the Dockerfile without a Docker engine, then runs the result as its user, on a read-only file system, with a
 * room as Discord: it must start, be healthy, answer, be backed up while it runs, and end at SIGTERM. Needs root, since
 * it mounts in a namespace of its own.
 */
async function checkImage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  const room = await startRoom({ rateLimits: false });
  try {
    const image = await build(fileURLToPath(new URL('../..', import.meta.url)), folder);
    assert.doesNotMatch(image.user, /^0\b/u, 'the image runs as root');
    image.env = { ...image.env, HTTP_PORT, DISCORD_TOKEN: room.token, DISCORD_API: `${room.address}/api` };
    await checkFiles(image);
    await checkBot(image, room);
    console.log('The image builds, runs read-only without root, is healthy, can be backed up, and ends at SIGTERM.');
  } finally {
    await room.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkFiles(image: Image): Promise<void> {
  const script =
    'id -u; id -G; for f in /app/src /app/node_modules /usr/local/bin /app/data /app/corpus /tmp; do touch $f/probe 2>/dev/null && echo $f && rm $f/probe; done; true';
  const { out } = await ended(image, ['sh', '-c', script]);
  const [uid, gid] = image.user.split(':');
  assert.deepEqual(out.trim().split('\n'), [uid, gid, '/app/data', '/app/corpus', '/tmp']);
  assert.equal((await ended(image, image.health)).code, 1, 'healthy before it runs');
}

async function checkBot(image: Image, room: Room): Promise<void> {
  const words = [...image.entrypoint, ...image.command];
  const bot = startIn(image, { words, readOnly: true, stdio: ['ignore', 'inherit', 'inherit'] });
  const exit = once(bot, 'exit') as Promise<[number | null]>;
  try {
    await until(async () => (await ended(image, image.health)).code === 0);
    assert.equal(await answerTo(room), 200);
    for (const line of [
      ['rapporteur', 'check'],
      ['rapporteur', 'doctor'],
      ['rapporteur', 'backup', '/app/data/backup.sqlite'],
    ]) {
      const { code, out } = await ended(image, line);
      console.log(`$ ${line.join(' ')}\n${out}`);
      assert.equal(code, 0);
    }
    bot.kill('SIGTERM');
    const [code] = await exit;
    assert.equal(code, 0);
    assert.equal((await ended(image, image.health)).code, 1);
  } finally {
    bot.kill('SIGKILL');
  }
}

/** Uses `/help` as a member; gives the status with which the room took the bot's answer. */
async function answerTo(room: Room): Promise<number> {
  const info = (await (await fetch(`${room.address}/room`)).json()) as RoomInfo;
  const { id, name, version } = info.commands.find((command) => command.name === 'help')!;
  const response = await fetch(`${room.address}/api/v10/interactions?wait=true`, {
    method: 'POST',
    headers: { authorization: info.members[0]!.token, 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 2,
      application_id: info.application_id,
      guild_id: info.guild_id,
      channel_id: info.channels[0]!.id,
      session_id: 'session',
      nonce: '1',
      data: { id, name, version, type: 1, options: [] },
    }),
  });
  return response.status;
}

interface RoomInfo {
  readonly application_id: string;
  readonly guild_id: string;
  readonly channels: readonly { readonly id: string }[];
  readonly members: readonly { readonly token: string }[];
  readonly commands: readonly { readonly id: string; readonly name: string; readonly version: string }[];
}

async function ended(image: Image, words: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const child = startIn(image, { words, readOnly: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const [out, [code]] = await Promise.all([text(child.stdout!), once(child, 'exit') as Promise<[number]>]);
  return { code, out };
}

async function until(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('the bot did not become healthy in a minute');
}

if (process.getuid?.() === 0) await checkImage();
else {
  console.error('Run this as root: it mounts in a namespace of its own.');
  process.exitCode = 2;
}
