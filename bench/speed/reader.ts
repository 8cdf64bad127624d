import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { rounded, type Row } from './measure.ts';
import type { ReaderCosts } from './readerProcess.ts';

/** Measures each runtime of the reader's in a process of its own: loading, reading, tagging, memory. */
export async function reader(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const runtime of ['native', 'wasm']) {
    const file = fileURLToPath(new URL('readerProcess.ts', import.meta.url));
    const child = spawn(process.execPath, ['--expose-gc', file, runtime], { stdio: ['ignore', 'pipe', 'inherit'] });
    const costs = JSON.parse(await text(child.stdout)) as ReaderCosts;
    rows.push({
      what: `the reader, one thread, ${runtime}`,
      against: 'a process without it',
      values: {
        load: `${rounded(costs.loadMs)} ms`,
        '8 windows, p50': `${rounded(costs.readMs)} ms`,
        'tags a second': `${Math.round(costs.tagsASecond)} sentences`,
        'vectors a second': `${Math.round(costs.vectorsASecond)} sentences`,
        memory: `+${Math.round(costs.memoryMb)} MB`,
        'longest hold of the loop': `${rounded(costs.holdMs)} ms`,
      },
    });
  }
  return rows;
}
