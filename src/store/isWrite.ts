import type { CompiledQuery } from 'kysely';

/** Whether a statement has written something to the disk. */
export function isWrite({ sql, query }: CompiledQuery): boolean {
  return sql === 'commit' || query.kind === 'InsertQueryNode' || query.kind === 'UpdateQueryNode';
}
