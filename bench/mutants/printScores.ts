import path from 'node:path';
import type { MutantResult, MutantStatus } from '@stryker-mutator/api/core';

/** Statuses that count, and whether a test noticed the mutant. One that broke the run as a whole counts as neither. */
const NOTICED: Readonly<Partial<Record<MutantStatus, boolean>>> = {
  Killed: true,
  Timeout: true,
  Survived: false,
  NoCoverage: false,
};

/** Prints how many mutants the tests noticed, by folder. */
export function printScores(results: readonly MutantResult[], ms: number): void {
  const counted = results.filter(({ status }) => status in NOTICED);
  for (const [folder, mutants] of Map.groupBy(counted, ({ fileName }) => path.dirname(path.relative('.', fileName))))
    console.log(`${folder}: ${score(mutants)}`);
  console.log(`\nAll: ${score(counted)}; ${(ms / 1000).toFixed(0)} s`);
}

function score(mutants: readonly MutantResult[]): string {
  const noticed = mutants.filter(({ status }) => NOTICED[status]).length;
  const unreached = mutants.filter(({ status }) => status === 'NoCoverage').length;
  const percent = mutants.length === 0 ? 0 : (100 * noticed) / mutants.length;
  return `${percent.toFixed(1)} % killed, ${noticed} of ${mutants.length} (${unreached} reached by no test)`;
}
