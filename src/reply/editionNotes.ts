import type { EditionComparison } from '../answer/compareEditions.ts';
import { listed } from './counted.ts';

/** What a handle of an earlier edition names: the two editions (8 hex digits each) and its reference. */
export interface EarlierHandle {
  readonly earlier: string;
  readonly present: string;
  readonly reference: string;
}

/** Says what became of a passage since the edition that its handle was made from; each note is a sentence or two. */
export function editionNotes(
  { kind, candidates }: Pick<EditionComparison, 'kind' | 'candidates'> | { kind: 'unknown'; candidates: readonly [] },
  { earlier, present, reference }: EarlierHandle,
): readonly string[] {
  const made = `This handle was made from edition ${earlier}; the present one is ${present}.`;
  const places = listed([
    ...new Set(candidates.map((candidate) => candidate.within?.reference ?? candidate.reference)),
  ]);
  const what: Readonly<Record<typeof kind, string>> = {
    same: `${reference} has not changed between them: it reads the same, word for word.`,
    moved: `The words of ${reference} have not changed, but they now stand in ${places}.`,
    changed: `${reference} has changed: what comes nearest to it now is ${places}.`,
    gone: `${reference} is gone: nothing like it stands in the present edition. What follows is from edition ${earlier}.`,
    missing: `Edition ${earlier} had no ${reference}. What follows is ${reference} of the present edition, which may be about something else.`,
    unknown: `Edition ${earlier} is not kept here, so it cannot be told whether ${reference} has changed since.`,
  };
  return [made, what[kind]];
}
