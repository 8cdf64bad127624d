import fc from 'fast-check';

const DEFAULT_SEED = 20_261_123;

/**
 * Gives property tests the same cases in every run, so that a commit is judged by its own changes alone.
 * `npm run soak -- properties` draws a new seed (`RAPPORTEUR_TEST_SEED`) and more cases (`RAPPORTEUR_TEST_RUNS`) for each
 * round; the same two values repeat a round that failed.
 */
const seed = Number(process.env['RAPPORTEUR_TEST_SEED'] ?? DEFAULT_SEED);
const numRuns = Number(process.env['RAPPORTEUR_TEST_RUNS'] ?? 0);
fc.configureGlobal({ seed, ...(numRuns > 0 && { numRuns }) });
