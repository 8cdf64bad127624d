import type { ClauseTree } from '../clauses/clauseTree.ts';
import { familyOf } from '../mentions/kinds.ts';
import type { Scored } from './foldClauses.ts';
import type { ClauseGroup } from './mergeClauses.ts';

/** Beside a likelier event of its sentence, one is listed from this likelihood on. */
const BESIDE_THRESHOLD = 0.8;

/**
 * Chooses among the events of each sentence: two verbs of a sentence mostly tell one thing, so beside the likeliest only
 * those stay that are as good as sure, are on a date of their own, or are of a kind of another family.
 */
export function chooseWithin(groups: readonly ClauseGroup[]): readonly ClauseGroup[] {
  const likeliest = new Map<ClauseTree, Scored>();
  for (const { main } of groups) {
    const best = likeliest.get(main.tree);
    if (!best || main.score > best.score) likeliest.set(main.tree, main);
  }
  return groups.filter(({ main }) => {
    const best = likeliest.get(main.tree);
    return (
      best === main || best === undefined || main.isEntry || main.score >= BESIDE_THRESHOLD || isOfItsOwn(main, best)
    );
  });
}

/** Returns true if an event is set apart from a likelier one of its sentence. */
function isOfItsOwn({ date, kind, modality }: Scored, best: Scored): boolean {
  if (modality !== best.modality) return true;
  if (date !== undefined && date.edtf !== best.date?.edtf) return true;
  return kind !== 'other' && best.kind !== 'other' && familyOf(kind) !== familyOf(best.kind);
}
