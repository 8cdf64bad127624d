import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { CORPUS, temporaryFolder } from './terminal/line.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** How the bot is started: as npm's script does, or by npm itself, at the head of a process group of its own. */
const NODE = [process.execPath, '--import', './bin/prepare.js', 'src/main.ts'] as const;
export const NPM = ['npm', 'start'] as const;

/** Starts the bot with nothing of this machine's environment but its path. */
export async function start(
  environment: Readonly<Record<string, string>> = {},
  [file, ...words]: readonly string[] = NODE,
) {
  const child = spawn(file!, words, {
    cwd: ROOT,
    detached: file === 'npm',
    env: {
      PATH: process.env['PATH'],
      ROOM_PORT: '0',
      CORPUS_DIR: CORPUS,
      DATA_DIR: await temporaryFolder(),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  return {
    child,
    output: () => out,
    ended: closed.then(([code, signal]) => ({ code, signal, error })),
    /** Waits until the output holds something. */
    async says(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const found = pattern.exec(out);
        if (found) return found;
        const [ended] = await Promise.race([once(child.stdout, 'data'), closed.then(() => [undefined])]);
        if (ended === undefined && !pattern.test(out)) throw new Error(`it ended without ${String(pattern)}: ${error}`);
      }
    },
  };
}
