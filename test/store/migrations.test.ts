import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';

/** Released before several processes could share a database. */
const BEFORE_REPLICAS: readonly string[] = ['leases of announcements', 'ledger of announcements'];
/** A table or an index, or a column that may be empty or has a default: nothing that a program would miss which does not know it. */
const ADDS =
  /^(?:create table "\w+" \(|create index |alter table "\w+" add column "\w+" \w+(?: default \S+ not null)?$)/u;

test.each(MIGRATIONS)('the migration "$name" only adds, so that the version before it works on', async (migration) => {
  const { name } = migration;
  const statements: string[] = [];
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (own) => new SqliteIntrospector(own),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    log: ({ query }) => void statements.push(query.sql),
  });
  await migration.up(db);
  expect(statements.length).toBeGreaterThan(0);
  if (!BEFORE_REPLICAS.includes(name)) expect(statements.filter((statement) => !ADDS.test(statement))).toEqual([]);
});
