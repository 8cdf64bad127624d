import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { rounded, type Row } from './measure.ts';
import type { ReadingCosts } from './readingProcess.ts';

/** What is wanted of each row; the last three of both. */
const WANTED = {
  one: '200 ms',
  many: '300, 600 ms; 50 ms; 3 s',
} as const;

/** Measures answers that are read, of one article and of 100,000 sentences, each in a process of its own, with one thread for the model. */
export async function reading(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of ['one', 'many'] as const) {
    const file = fileURLToPath(new URL('readingProcess.ts', import.meta.url));
    const child = spawn(process.execPath, ['--expose-gc', file, size], { stdio: ['ignore', 'pipe', 'inherit'] });
    const costs = JSON.parse(await text(child.stdout)) as ReadingCosts;
    rows.push({
      what: `ask, read: ${costs.texts}`,
      against: WANTED[size],
      values: {
        'p50, p99': `${pair(costs.read)} ms`,
        'by words alone': `${pair(costs.words)} ms`,
        'read, of 100': rounded(100 * costs.readShare),
        'longest hold of the loop': `${rounded(costs.holdMs)} ms`,
        '20 at once': `${rounded(costs.atOnce[0] / 1000)} s, ${costs.atOnce[1]} read`,
        'loading the reader': `${rounded(costs.loadMs)} ms`,
        memory: `+${Math.round(costs.readerMb)} MB, vectors ${rounded(costs.vectorsMb)} MB`,
      },
    });
  }
  return rows;
}

function pair(times: readonly [number, number]): string {
  return times.map(rounded).join(', ');
}
