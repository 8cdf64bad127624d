import { existsSync } from 'node:fs';
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engines.ts';
import { ratio, rounded, type Row } from './measure.ts';
import { startFromSnapshot } from './startFromSnapshot.ts';

const PEERS = fileURLToPath(new URL('../peers', import.meta.url));
/** So many questions are asked where an engine takes more than a tenth of a second for one. */
const FEW = 10;
const MANY = 200;

/** What one process measured of one index. */
export interface ScaleResult {
  readonly buildMs: number;
  readonly p50: number;
  readonly p99: number;
  readonly memoryMb: number;
  /** Adding one more article of 200 sentences. */
  readonly addMs?: number;
}

/** Measures building and asking at three sizes, each index in a process of its own, against MiniSearch's defaults, and starts from snapshots. */
export async function scale(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of [1000, 10_000, 100_000]) rows.push(await scaleRow(size));
  for (const size of [10_000, 100_000]) rows.push(await startFromSnapshot(size));
  return rows;
}

/** As `scale`, with 500,000 sentences; takes minutes. */
export async function large(): Promise<readonly Row[]> {
  return [await scaleRow(500_000), await startFromSnapshot(500_000)];
}

/** Measures the other libraries for searching at 100,000 sentences; installs them first where they are not. */
export async function peers(): Promise<readonly Row[]> {
  if (!existsSync(`${PEERS}/node_modules`))
    execFileSync('npm', ['ci', '--prefix', PEERS, '--silent'], { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'] });
  const size = 100_000;
  const own = await measureApart('rapporteur', { size, questions: MANY });
  const rows: Row[] = [];
  for (const [engine, name, questions] of PEER_ENGINES) {
    const other = await measureApart(engine, { size, questions });
    rows.push({ what: 'ask, 100,000 sentences', against: name, values: valuesOf(own, other) });
  }
  return rows;
}

const PEER_ENGINES: readonly (readonly [engine: Engine, name: string, questions: number])[] = [
  ['flexsearch', 'FlexSearch 0.8.212, suggest', MANY],
  ['fts5', 'SQLite FTS5 in memory, porter, any word', MANY],
  ['lunr', 'Lunr 2.3.9', FEW],
  ['orama', 'Orama 3.1.18', FEW],
];

async function scaleRow(size: number): Promise<Row> {
  const own = await measureApart('rapporteur', { size, questions: MANY });
  const plain = await measureApart('minisearch', { size, questions: size < 100_000 ? MANY : FEW });
  return {
    what: `ask, ${size.toLocaleString('en')} sentences`,
    against: 'MiniSearch, default options',
    values: {
      ...valuesOf(own, plain),
      'bytes a sentence': ratio((own.memoryMb / size) * 2 ** 20, (plain.memoryMb / size) * 2 ** 20, 'B'),
      'one more article': `${rounded(own.addMs!)} ms`,
    },
  };
}

function valuesOf(own: ScaleResult, other: ScaleResult): Readonly<Record<string, string>> {
  return {
    build: ratio(own.buildMs / 1000, other.buildMs / 1000, 's'),
    p50: ratio(own.p50, other.p50, 'ms'),
    p99: ratio(own.p99, other.p99, 'ms'),
    memory: ratio(own.memoryMb, other.memoryMb, 'MB'),
  };
}

async function measureApart(
  engine: Engine,
  { size, questions }: { readonly size: number; readonly questions: number },
): Promise<ScaleResult> {
  const script = fileURLToPath(new URL('scaleProcess.ts', import.meta.url));
  const child = fork(script, [engine, String(size), String(questions)], {
    execArgv: ['--expose-gc', '--max-old-space-size=16384', '--disable-warning=ExperimentalWarning'],
  });
  const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [ScaleResult | number];
  if (typeof message !== 'object') throw new Error(`Cannot measure ${engine}: the process ended with ${message}`);
  return message;
}
