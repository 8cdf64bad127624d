import type { Draft } from '../segment/draft.ts';

/** Puts notes before those that a draft has, for the person who imports. */
export function withNotes(draft: Draft, notes: readonly string[]): Draft {
  if (draft.kind === 'invalid' || notes.length === 0) return draft;
  return { ...draft, notes: [...notes, ...(draft.notes ?? [])] };
}
