import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRoom } from 'discord-room';
import { median, ratio, type Row } from './measure.ts';

const RUNS = 7;

interface Start {
  readonly readyMs: number;
  readonly rssMb: number;
}

/** Measures the way from the start of the process to being ready, and the memory then, against a discord.js client that has no commands. */
export async function startup(): Promise<readonly Row[]> {
  const room = await startRoom({ port: 0, rateLimits: false });
  const folder = await mkdtemp(join(tmpdir(), 'startup-'));
  const setting = { DISCORD_TOKEN: room.token, DISCORD_API: `${room.address}/api`, DATA_DIR: folder };
  try {
    const own: Start[] = [];
    const client: Start[] = [];
    // The first run of each registers commands and warms the disk; it does not count.
    for (let run = -1; run < RUNS; run += 1) {
      const starts = [
        await startOnce('../../src/main.ts', setting),
        await startOnce('clientProcess.ts', setting),
      ] as const;
      if (run < 0) continue;
      own.push(starts[0]);
      client.push(starts[1]);
    }
    const [readyMs, clientReadyMs] = [own, client].map((starts) => median(starts.map((start) => start.readyMs)));
    const [rssMb, clientRssMb] = [own, client].map((starts) => median(starts.map((start) => start.rssMb)));
    return [
      {
        what: 'start of the process until it answers, one article',
        against: 'a discord.js client without commands',
        values: { ready: ratio(readyMs!, clientReadyMs!, 'ms'), memory: ratio(rssMb!, clientRssMb!, 'MB') },
      },
    ];
  } finally {
    await room.close();
    await rm(folder, { recursive: true });
  }
}

async function startOnce(file: string, setting: Readonly<Record<string, string>>): Promise<Start> {
  const env = { ...process.env, ...setting, LOG_LEVEL: 'info' };
  const start = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => text.includes('connected') && resolve());
  });
  const readyMs = performance.now() - start;
  const rssMb = await rssOf(child.pid!);
  child.kill('SIGTERM');
  await once(child, 'exit');
  return { readyMs, rssMb };
}

async function rssOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? Number.NaN) / 1024;
}
