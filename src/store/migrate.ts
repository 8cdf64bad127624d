import { sql, type Kysely } from 'kysely';
import type { Database } from './database.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';

/** The first half of the key of an advisory lock of PostgreSQL; the second half is the schema. */
const MIGRATION_LOCK = 5_701;

interface MigrateOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly kind: 'sqlite' | 'postgres';
  /** Default: all. */
  readonly migrations?: readonly Migration[];
}

/**
 * Migrates the schema to the newest version known to this program, in one transaction that other processes wait for.
 * Returns the version. Throws if the database is newer than the program; it never migrates down.
 */
export async function migrate(
  db: Kysely<Database>,
  { now, kind, migrations = MIGRATIONS }: MigrateOptions,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    // Of several processes that start at once, one migrates. SQLite's write lock is taken by the transaction itself.
    if (kind === 'postgres')
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK}, hashtext(current_schema()))`.execute(transaction);
    await transaction.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute();
    const { version } = await transaction
      .selectFrom('migration')
      .select(sql<number>`coalesce(max(version), 0)`.as('version'))
      .executeTakeFirstOrThrow();
    if (version > migrations.length) {
      throw new Error(
        `it was written by a newer version of Rapporteur (schema ${version}, this one knows ${migrations.length}); update Rapporteur, or set ${kind === 'postgres' ? 'DATABASE_URL to another database' : 'DATA_DIR to another folder'}`,
      );
    }
    for (const [at, migration] of migrations.entries()) {
      if (at < version) continue;
      await migration.up(transaction);
      await transaction
        .insertInto('migration')
        .values({ version: at + 1, name: migration.name, applied_at: now })
        .execute();
    }
    return migrations.length;
  });
}
