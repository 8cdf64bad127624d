import { sql } from 'kysely';
import type { Store } from '../store.ts';

/** Says a word to all processes on the same database, this one too. Nothing on SQLite, which has one process. */
export async function say(store: Store, word: string): Promise<void> {
  if (store.kind === 'postgres')
    await sql`select pg_notify('rapporteur', current_schema() || ' ' || ${word}::text)`.execute(store.db);
}
