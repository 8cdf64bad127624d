import { defineConfig } from 'vitest/config';

/** A file that gets the results as JSON, for programs that count them. */
const results = process.env['RAPPORTEUR_TEST_RESULTS'];

export default defineConfig({
  test: {
    include: ['{test,packages/*/test}/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    ...(results && { reporters: ['default', ['json', { outputFile: results }]] }),
  },
});
