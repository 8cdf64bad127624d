import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { rm } from 'node:fs/promises';
import { runTerminal } from '../../src/terminal/runTerminal.ts';

/** The project's own corpus. */
export const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

/** What one command line came to. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command line as `cli.ts` does, without a process of its own. */
export async function line(
  words: readonly string[],
  {
    environment = {},
    input = '',
    color = false,
    interactive = false,
    width,
  }: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly input?: string | Uint8Array;
    readonly color?: boolean;
    readonly interactive?: boolean;
    readonly width?: number;
  } = {},
): Promise<Outcome> {
  let out = '';
  let error = '';
  const code = await runTerminal({
    words,
    environment: { CORPUS_DIR: CORPUS, DATA_DIR: '/dev/null/none', ...environment },
    input: Readable.from([Buffer.from(input)]),
    terminal: { out: (text) => (out += text), error: (text) => (error += text), color, interactive, width },
  });
  return { code, out, error };
}

/** Makes a folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
