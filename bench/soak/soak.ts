import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { soakClockChanges } from './clockChanges.ts';

/** What takes too long for each commit: `npm run soak [part …]`, all parts where none is named. */
const PARTS: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  'clock-changes': soakClockChanges,
  chaos: () => soakChaos(600),
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!(await run())) process.exitCode = 1;
}

/** Runs the chaos test for longer than each commit has time for. */
async function soakChaos(seconds: number): Promise<boolean> {
  const script = fileURLToPath(new URL('../chaos/chaos.ts', import.meta.url));
  const child = spawn(process.execPath, [script, '--seconds', String(seconds)], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
