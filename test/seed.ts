import fc from 'fast-check';

/**
 * Gives the property tests the same cases at every run, so that a commit is judged by its own changes alone.
 * `npm run soak -- properties` gives them new cases: `RAPPORTEUR_TEST_RUNS` is how many a property gets, and a seed that the clock gives.
 */
const runs = Number(process.env['RAPPORTEUR_TEST_RUNS'] ?? 0);
fc.configureGlobal(runs > 0 ? { numRuns: runs } : { seed: 20_261_123 });
