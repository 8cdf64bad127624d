import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { soakClockChanges } from './clockChanges.ts';

/** What takes too long for each commit: `npm run soak [-- PART …]`, all parts if none is named. */
const PARTS: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  'clock-changes': soakClockChanges,
  properties: () => soakProperties(10, 500),
  chaos: () => soakChaos(600),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown[0]!}"; the parts are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!(await run())) process.exitCode = 1;
}

/** Runs every test with new cases for its properties, in rounds, because some properties set their own number of cases. */
async function soakProperties(rounds: number, runs: number): Promise<boolean> {
  const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
  for (let round = 1; round <= rounds; round += 1) {
    const seed = String(randomInt(2 ** 31));
    console.log(`Properties, round ${round} of ${rounds}: seed ${seed}`);
    const environment = { RAPPORTEUR_TEST_SEED: seed, RAPPORTEUR_TEST_RUNS: String(runs) };
    if (!(await succeeds([vitest, 'run', '--testTimeout=600000'], environment))) {
      console.log(`To repeat it: RAPPORTEUR_TEST_SEED=${seed} RAPPORTEUR_TEST_RUNS=${runs} npm test -- FILE`);
      return false;
    }
  }
  return true;
}

/** Runs the chaos test for longer than each commit has time for. */
function soakChaos(seconds: number): Promise<boolean> {
  return succeeds([fileURLToPath(new URL('../chaos/chaos.ts', import.meta.url)), '--seconds', String(seconds)], {});
}

async function succeeds(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<boolean> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
