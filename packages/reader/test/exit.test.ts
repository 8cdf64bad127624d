import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('readAndEnd.ts', import.meta.url));

/** Runs the program, with how it is to end, and after how many milliseconds of loading; gives its exit code, signal and output. */
async function ended(way: string, ms: number): Promise<readonly [number | null, NodeJS.Signals | null, string]> {
  const child = spawn(process.execPath, [PROGRAM, way, String(ms)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [[code, signal], out] = await Promise.all([
    once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
    text(child.stdout),
  ]);
  return [code, signal, out];
}

test.each([
  ['close', 10],
  ['idle', 10],
  ['busy', 10],
  ['loading', 10],
  ['wasm', 2],
] as const)(
  `a process ends well each time when the reader is left at: %s`,
  async (way, runs) => {
    for (let run = 0; run < runs; run++) expect(await ended(way, run * 40)).toEqual([0, null, 'done\n']);
  },
  120_000,
);
