import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findPostgres, startPostgres } from '../../../test/fixtures/startPostgres.ts';
import { percentile, type Row } from '../measure.ts';
import { serverMemory } from './serverMemory.ts';
import { startDiscord, type SmallDiscord } from './startDiscord.ts';

const COUNTS = [1, 2, 4] as const;
const IN_FLIGHT = 24;
const WARM_UP_MS = 3000;
const MEASURED_MS = 10_000;
const GUILD = '900000000000000002';
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const QUESTIONS = [
  'Who leads the group?',
  'When was the territory lost?',
  'How many fighters are there?',
  'Where do the attacks happen?',
];

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly unanswered: number;
  /** Processor time of all replicas an answer, in milliseconds. */
  readonly cpuMs: number;
}

/**
 * Measures how many questions a second one, two and four replicas answer over HTTP, on one PostgreSQL database, against one
 * load generator that keeps 24 questions under way. Generator, database and replicas share the cores of this machine.
 */
export async function replicas(): Promise<readonly Row[]> {
  const programs = findPostgres();
  if (programs === undefined)
    return [{ what: 'replicas over HTTP', against: 'PostgreSQL is not installed', values: {} }];
  const rows: Row[] = [...(await serverMemory())];
  let one: Measured | undefined;
  for (const count of COUNTS) {
    const measured = await measure(programs, count);
    one ??= measured;
    rows.push({
      what: `${count} ${count === 1 ? 'replica' : 'replicas'} over HTTP, ${IN_FLIGHT} questions under way`,
      against: `one replica; ${availableParallelism()} cores for all, generator and database too`,
      values: {
        'answers a second': `${(measured.perSecond / one.perSecond).toFixed(2)}× (${measured.perSecond.toFixed(1)})`,
        'p50, p99': `${measured.p50.toFixed(0)}, ${measured.p99.toFixed(0)} ms`,
        unanswered: String(measured.unanswered),
        'processor time an answer': `${measured.cpuMs.toFixed(1)} ms`,
      },
    });
  }
  return rows;
}

async function measure(programs: string, count: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'replicas-'));
  const [server, discord] = [await startPostgres(programs), await startDiscord()];
  const children: ChildProcess[] = [];
  try {
    const starting = Array.from({ length: count }, (_, at) => startReplica({ at, folder, server, discord, children }));
    const ports = await Promise.all(starting);
    for (const port of ports) while (!(await isReady(port))) await setTimeout(200);
    await load(discord, ports, WARM_UP_MS);
    const before = children.map(cpuMsOf);
    const { times, unanswered } = await load(discord, ports, MEASURED_MS);
    const spent = children.reduce((sum, child, at) => sum + cpuMsOf(child) - (before[at] ?? 0), 0);
    return {
      perSecond: times.length / (MEASURED_MS / 1000),
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      unanswered,
      cpuMs: spent / Math.max(1, times.length),
    };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await discord.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the bot as `npm start` does. Returns the port at which it takes interactions. */
async function startReplica({
  at,
  folder,
  server,
  discord,
  children,
}: {
  readonly at: number;
  readonly folder: string;
  readonly server: { readonly url: string };
  readonly discord: SmallDiscord;
  readonly children: ChildProcess[];
}): Promise<number> {
  const child = spawn(process.execPath, ['--import', './bin/prepare.js', 'src/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      INTERACTIONS: 'http',
      HTTP_PORT: '0',
      READER: 'off',
      DISCORD_TOKEN: 'token',
      DISCORD_API: discord.api,
      DATABASE_URL: server.url,
      DATA_DIR: join(folder, String(at)),
      COMMANDS_PER_WINDOW: '1000000',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const serving = Promise.withResolvers<number>();
  let out = '';
  child.stdout.on('data', (chunk) => {
    out = (out + String(chunk)).slice(-10_000);
    const port = /"port":(\d+),"msg":"serving interactions/u.exec(out)?.[1];
    if (port !== undefined) serving.resolve(Number(port));
  });
  child.once('exit', (code) => serving.reject(new Error(`Cannot measure replicas: one ended with ${code}`)));
  return serving.promise;
}

async function isReady(port: number): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
}

/** Keeps questions under way for a time; what is answered after it does not count. */
async function load(
  discord: SmallDiscord,
  ports: readonly number[],
  forMs: number,
): Promise<{ readonly times: Float64Array; readonly unanswered: number }> {
  const times: number[] = [];
  let unanswered = 0;
  let turn = 0;
  const begin = performance.now();
  const ask = async (): Promise<void> => {
    while (performance.now() - begin < forMs) {
      turn += 1;
      const [port, started] = [ports[turn % ports.length] ?? 0, performance.now()];
      const isAnswered = await discord.ask(port, question(turn));
      const ended = performance.now();
      if (!isAnswered) unanswered += 1;
      else if (ended - begin <= forMs) times.push(ended - started);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, ask));
  return { times: Float64Array.from(times).sort(), unanswered };
}

function question(turn: number): object {
  const value = QUESTIONS[turn % QUESTIONS.length];
  return {
    type: 2,
    version: 1,
    guild_id: GUILD,
    channel_id: '900000000000000003',
    channel: { id: '900000000000000003', type: 0, guild_id: GUILD },
    member: {
      user: { id: String(920_000_000_000_000_000n + BigInt(turn % 500)), username: 'member', discriminator: '0' },
      roles: [],
      permissions: '0',
      joined_at: '2024-01-01T00:00:00.000Z',
    },
    app_permissions: '0',
    authorizing_integration_owners: { 0: GUILD },
    entitlements: [],
    locale: 'en-US',
    data: { id: '900000000000000004', name: 'ask', type: 1, options: [{ name: 'question', type: 3, value }] },
  };
}

/** Processor time of a process so far, as Linux counts it: in hundredths of a second. */
function cpuMsOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /u, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
