/**
 * `npm run mutants -- PATH…`: breaks the code in one small way at a time, a mutant, and runs the tests that reach the
 * place. A mutant that survives is a change that no test notices.
 *
 * A path is a folder, a file, or lines of a file (`src/delivery/createPacer.ts:20-40`). Results of code and tests that have
 * not changed are taken from the run before.
 *
 *     --sample PERCENT    a part of the mutants, the same part at every run
 *     --tests GLOB        these test files only, rather than all that import the code
 *     --static            also what runs only when a file is loaded: each such mutant takes all those tests
 *     --fresh             nothing from the run before
 *     --concurrency N     processes at the same time (2)
 */
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { mutatePattern } from './mutatePattern.ts';
import { printScores } from './printScores.ts';

const REPORTS = 'reports/mutants';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '100' },
    tests: { type: 'string', multiple: true, default: [] },
    static: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '2' },
  },
});
const sample = Number(values.sample);
const concurrency = Number(values.concurrency);
if (positionals.length === 0) fail('Name a folder or file, such as src/delivery');
if (!(sample > 0 && sample <= 100)) fail(`"--sample ${values.sample}" is not a percentage above 0`);
if (!(Number.isInteger(concurrency) && concurrency > 0)) fail(`"--concurrency ${values.concurrency}" is not a number`);

const start = performance.now();
const results = await new Stryker({
  mutate: positionals.flatMap((path) => mutatePattern(path) ?? fail(`There is no "${path}"`)),
  testFiles: values.tests,
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutants.config.ts', related: true },
  coverageAnalysis: 'perTest',
  ignoreStatic: !values.static,
  concurrency,
  ...(sample < 100 && { checkers: ['sample'] }),
  plugins: ['@stryker-mutator/vitest-runner', './bench/mutants/sampleChecker.ts'],
  samplePercent: sample,
  incremental: true,
  incrementalFile: `${REPORTS}/${resultsName(positionals, sample)}.json`,
  force: values.fresh,
  reporters: ['clear-text', 'progress', 'html'],
  clearTextReporter: { reportScoreTable: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: `${REPORTS}/report.html` },
  tempDirName: '.mutants',
  ignorePatterns: ['/data', '/reports', '/docs', '.env'],
  // Node strips the types, and the native compiler has no interface that Stryker could use.
  disableTypeChecks: false,
  tsconfigFile: 'none',
  // A mutant that loops is stopped by its number of steps; the clock is for what waits.
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 15,
  thresholds: { high: 85, low: 70, break: null },
}).runMutationTest();
printScores(results, performance.now() - start);

/** Names the results of a run: those of other places would be printed again, and what a sample leaves out is a result, too. */
function resultsName(paths: readonly string[], percent: number): string {
  return `${paths.join(' ')} ${percent}`.replaceAll(/[^\w.-]+/gu, '-').slice(0, 200);
}

function fail(reason: string): never {
  console.error(`${reason}. Usage: npm run mutants -- PATH… [--sample PERCENT] [--tests GLOB] [--static] [--fresh]`);
  process.exit(2);
}
