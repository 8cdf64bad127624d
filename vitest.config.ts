import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { findPostgres } from './test/fixtures/startPostgres.ts';

/** A file that gets the results as JSON, for programs that count them. */
const results = process.env['RAPPORTEUR_TEST_RESULTS'];

/** The tests that open a store through `openTestStore` or `newDatabase`. They run on each kind of store. */
const ON_EACH_STORE = [
  'test/delivery/{deliver,deliverAnnouncement,followRun,startAnnouncements,startDelivery}.test.ts',
  'test/discord/gateway/followMemberships.test.ts',
  'test/schedule/{runs/ledger,schedules}.test.ts',
  'test/settings/*.test.ts',
  'test/store/{claims,copyStore,store}.test.ts',
];
/** Tests of the bot in a room, which also run over HTTP and on each kind of store, two by two; a sample, for time. */
const IN_ROOM = {
  http: 'test/discord/{bot,checkQuotes,digestForm,event,limit,uploads}.test.ts',
  postgres: 'test/discord/{bot,digest,uploads}.test.ts',
  'http, postgres': 'test/discord/{bot,digest,limit}.test.ts',
};
/** Several processes that take over from one another: minutes, so only where PostgreSQL is required, as in `.ci/run`. */
const REPLICAS = 'test/replicas/**/*.test.ts';
/** The tests of what only PostgreSQL has. */
const ON_POSTGRES = ['test/store/postgres/**/*.test.ts', REPLICAS];

const isRequired = process.env['RAPPORTEUR_TEST_POSTGRES'] === 'required';
const hasPostgres = process.env['DATABASE_URL'] !== undefined || findPostgres() !== undefined;
if (!hasPostgres) {
  const how = 'install the Debian package postgresql, or set DATABASE_URL';
  if (isRequired) throw new Error(`PostgreSQL was not found: ${how}`);
  process.stderr.write(`PostgreSQL was not found, so the tests of the store run on SQLite alone; ${how}.\n`);
}

export default defineConfig({
  test: {
    setupFiles: ['test/seed.ts'],
    pool: 'forks',
    // Tests wait for timers, files and other processes half of the time.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    ...(results && { reporters: ['default', ['json', { outputFile: results }]] }),
    projects: [
      {
        extends: true,
        test: {
          name: 'bot',
          include: ['{test,packages/*/test}/**/*.test.ts'],
          exclude: ON_POSTGRES,
        },
      },
      {
        extends: true,
        test: { name: 'http', include: [IN_ROOM.http], provide: { interactions: 'http' as const } },
      },
      ...(hasPostgres
        ? [
            ...(isRequired
              ? [
                  {
                    extends: true as const,
                    test: { name: 'room on postgres', include: [IN_ROOM.postgres], globalSetup: ['test/postgres.ts'] },
                  },
                  {
                    extends: true as const,
                    test: {
                      name: 'http on postgres',
                      include: [IN_ROOM['http, postgres']],
                      globalSetup: ['test/postgres.ts'],
                      provide: { interactions: 'http' as const },
                    },
                  },
                ]
              : []),
            {
              extends: true as const,
              test: {
                name: 'postgres',
                include: [...ON_EACH_STORE, ...ON_POSTGRES],
                exclude: isRequired ? [] : [REPLICAS],
                globalSetup: ['test/postgres.ts'],
              },
            },
          ]
        : []),
    ],
  },
});
