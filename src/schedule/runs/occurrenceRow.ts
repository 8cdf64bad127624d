import type { Insertable } from 'kysely';
import type { Database } from '../../store/database.ts';
import type { Occurrence } from '../times/nextOccurrences.ts';
import { runId } from './run.ts';

/** Builds the ledger row of an occurrence that waits for its first attempt. */
export function occurrenceRow({ id }: { readonly id: string }, occurrence: Occurrence, now: number) {
  return {
    id: runId(id, occurrence),
    schedule: id,
    local: occurrence.localDateTime,
    utc_offset: occurrence.offset,
    due: occurrence.instant,
    wanted: occurrence.note?.kind === 'gap' ? occurrence.note.wanted : null,
    manual: 0,
    missed: 0,
    state: 'pending',
    attempt: 0,
    not_before: now,
  } satisfies Insertable<Database['occurrence']>;
}
