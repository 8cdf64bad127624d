import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startRoom } from '../../src/room/room.ts';
import type { Row } from './measure.ts';

const RUNS = 5;

interface Start {
  readonly readyMs: number;
  readonly rssMb: number;
}

/** Measures the way from the start of the process to being ready, and the memory then, against a discord.js client that has no commands. */
export async function startup(): Promise<readonly Row[]> {
  const room = await startRoom({ port: 0, rateLimits: false });
  try {
    const own: Start[] = [];
    const client: Start[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      own.push(await startOnce('../../src/main.ts', room));
      client.push(await startOnce('clientProcess.ts', room));
    }
    const [a, b] = [median(own), median(client)];
    const values = {
      ready: `${(a.readyMs / b.readyMs).toFixed(2)}× (${a.readyMs.toFixed(0)} / ${b.readyMs.toFixed(0)} ms)`,
      memory: `${(a.rssMb / b.rssMb).toFixed(2)}× (${a.rssMb.toFixed(0)} / ${b.rssMb.toFixed(0)} MB)`,
    };
    return [{ what: 'start until ready', against: 'a discord.js client alone', values }];
  } finally {
    await room.close();
  }
}

async function startOnce(
  file: string,
  { address, token }: { readonly address: string; readonly token: string },
): Promise<Start> {
  const env = { ...process.env, DISCORD_TOKEN: token, DISCORD_API: `${address}/api`, LOG_LEVEL: 'info' };
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
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? Number.NaN) / 1024;
}

function median(starts: readonly Start[]): Start {
  const middle = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return { readyMs: middle(starts.map(({ readyMs }) => readyMs)), rssMb: middle(starts.map(({ rssMb }) => rssMb)) };
}
