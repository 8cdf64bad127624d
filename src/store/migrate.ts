import { sql, type Kysely } from 'kysely';
import type { Database } from './database.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';

/**
 * Migrates the schema to the newest version known to this program, in one transaction that other processes wait for.
 * Returns the version. Throws if the database is newer than the program; it never migrates down.
 */
export async function migrate(
  db: Kysely<Database>,
  { now, migrations = MIGRATIONS }: { readonly now: number; readonly migrations?: readonly Migration[] },
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
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
        `it was written by a newer version of Rapporteur (schema ${version}, this one knows ${migrations.length}); update Rapporteur, or set DATA_DIR to another folder`,
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
