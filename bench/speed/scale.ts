import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Row } from './measure.ts';

const SIZES = [1000, 10_000, 100_000] as const;

/** What one process measured of one index. */
export interface ScaleResult {
  readonly buildMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly heapMb: number;
}

/** Measures building and searching at each size, each index in a process of its own, ours against MiniSearch's default. */
export async function scale(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const own = await measureApart('rapporteur', size);
    const plain = await measureApart('minisearch', size);
    rows.push({
      what: `${size.toLocaleString('en')} sentences`,
      against: 'MiniSearch, default options',
      values: {
        build: ratio(own.buildMs, plain.buildMs, 'ms'),
        'search p50': ratio(own.p50Ms, plain.p50Ms, 'ms', 2),
        'search p99': ratio(own.p99Ms, plain.p99Ms, 'ms', 2),
        heap: ratio(own.heapMb, plain.heapMb, 'MB'),
      },
    });
  }
  return rows;
}

async function measureApart(engine: string, size: number): Promise<ScaleResult> {
  const child = fork(fileURLToPath(new URL('scaleProcess.ts', import.meta.url)), [engine, String(size)], {
    execArgv: ['--expose-gc', '--max-old-space-size=8192'],
  });
  const [result] = (await once(child, 'message')) as [ScaleResult];
  return result;
}

function ratio(own: number, other: number, unit: string, digits = 0): string {
  return `${(own / other).toFixed(2)}× (${own.toFixed(digits)} / ${other.toFixed(digits)} ${unit})`;
}
