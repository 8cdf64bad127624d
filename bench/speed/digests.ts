import { spawn } from 'node:child_process';
import { on } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChannel } from 'discord-room/channel';
import { startRoom } from 'discord-room';
import { findPostgres, startPostgres } from '../../test/fixtures/startPostgres.ts';
import { DIGESTS_DUE, writeDigestSchedules } from './digestSchedules.ts';
import type { Row } from './measure.ts';

/** What `digestProcess.ts` reports when it is done. */
export interface DigestReport {
  readonly schedules: number;
  readonly posted: number;
  /** From due to posted, in milliseconds, ascending. */
  readonly lateness: readonly number[];
  readonly seconds: number;
  readonly startMs: number;
  readonly rssMb: number;
  /** Memory before the schedules were read. */
  readonly emptyMb: number;
  /** Processor time of a minute in which nothing is due, in milliseconds; a quarter of one is measured. */
  readonly idleCpuMs: number;
}

/** Discord takes so many requests a second from a bot. */
const RATE_LIMIT = 50;

/**
 * Measures 10 schedules in each of 1,000 servers, of which 1,000 fall due in one minute, against Discord's rate limits, and
 * an idle minute, on each kind of store.
 */
export async function digests(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'digests-'));
  const programs = findPostgres();
  const server = programs === undefined ? undefined : await startPostgres(programs);
  try {
    const onFile = await digestsOn(join(folder, 'db'), 'SQLite');
    return server ? [...onFile, ...(await digestsOn(server.url, 'PostgreSQL'))] : onFile;
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true });
  }
}

async function digestsOn(database: string, store: string): Promise<readonly Row[]> {
  const room = await startRoom();
  try {
    const { world } = room;
    const servers = Array.from({ length: DIGESTS_DUE }, (_, position) => {
      const channel = createChannel({
        id: world.nextId(),
        type: 0,
        guildId: world.homeGuildId,
        name: `d${position}`,
        position,
      });
      world.channels.set(channel.id, channel);
      world.messages.set(channel.id, []);
      return [channel.id, `${world.homeGuildId}${position}`] as const;
    });
    const setting = {
      database,
      api: `${room.address}/api`,
      token: room.token,
      bot: world.applicationId,
      guilds: Object.fromEntries(servers),
    };
    await writeDigestSchedules(database, setting.guilds);
    return rowsOf(await measure(JSON.stringify(setting)), store);
  } finally {
    await room.close();
  }
}

async function measure(setting: string): Promise<DigestReport> {
  const script = fileURLToPath(new URL('digestProcess.ts', import.meta.url));
  const child = spawn(process.execPath, ['--expose-gc', script], {
    env: { ...process.env, DIGESTS: setting },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  for await (const [report] of on(child, 'message', { close: ['exit'] })) return report as DigestReport;
  throw new Error(`Cannot measure digests: the process ended with ${child.exitCode}`);
}

function rowsOf(report: DigestReport, store: string): readonly Row[] {
  const late = (share: number): string =>
    `${((report.lateness[Math.min(report.lateness.length - 1, Math.floor(share * report.lateness.length))] ?? 0) / 1000).toFixed(1)} s`;
  const perSecond = report.posted / report.seconds;
  return [
    {
      what: `${report.posted} of ${report.schedules} digests due at once, ${store}`,
      against: `${RATE_LIMIT} requests a second, all that Discord takes`,
      values: {
        'posts a second': `${(perSecond / RATE_LIMIT).toFixed(2)}× (${perSecond.toFixed(1)})`,
        'lateness p50, p99': `${late(0.5)}, ${late(0.99)}`,
      },
    },
    {
      what: `${report.schedules} digests, start until the clock runs, ${store}`,
      against: 'the same process with an empty database',
      values: {
        time: `${(report.startMs / 1000).toFixed(2)} s`,
        memory: `${(report.rssMb / report.emptyMb).toFixed(2)}× (${report.rssMb.toFixed(0)} / ${report.emptyMb.toFixed(0)} MB)`,
      },
    },
    {
      what: `${report.schedules} digests, a minute with nothing due, ${store}`,
      against: 'a minute of one core',
      values: {
        'processor time': `${((report.idleCpuMs / 60_000) * 100).toFixed(2)} % (${report.idleCpuMs.toFixed(0)} ms)`,
      },
    },
  ];
}
