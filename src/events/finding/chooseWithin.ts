import type { ClauseTree } from '../clauses/clauseTree.ts';
import { familyOf } from '../mentions/kinds.ts';
import { childBy, parentOf } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import type { Scored } from './foldClauses.ts';
import type { ClauseGroup } from './mergeClauses.ts';

/** Beside a likelier event of its sentence, one is listed from this likelihood on. */
const BESIDE_THRESHOLD = 0.8;
/** And one that is set apart from it, from this likelihood on. */
const OWN_THRESHOLD = 0.7;

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
    if (best && best !== main && isDoneWith(main, best)) return false;
    return (
      best === main || best === undefined || main.isEntry || main.score >= BESIDE_THRESHOLD || isOfItsOwn(main, best)
    );
  });
}

/** What came of it, which is told by itself: "crashed into a tree, killing two". */
const RESULT = /^(?:killing|death|injury|victory|decline|growth)$/u;
/** "Stormed the museum, seizing tourists": what else was done with it is told with it, unless it is as good as sure. */
const DONE_WITH_THRESHOLD = 0.9;

function isDoneWith({ tree, token, date, score, kind }: Scored, best: Scored): boolean {
  if (
    score >= DONE_WITH_THRESHOLD ||
    RESULT.test(kind) ||
    token.upos !== 'VERB' ||
    (date !== undefined && date !== best.date)
  )
    return false;
  if (verbGroup(tree, token).tense !== 'gerund' || childBy(tree, token, /^nsubj/u)) return false;
  const head = token.relation === 'conj' ? parentOf(tree, token) : token;
  return head?.relation === 'advcl' && parentOf(tree, head) === best.token;
}

/** Returns true if an event is set apart from a likelier one of its sentence. */
function isOfItsOwn({ date, kind, modality, score }: Scored, best: Scored): boolean {
  if (modality !== best.modality) return true;
  if (score < OWN_THRESHOLD) return false;
  if (date !== undefined && date.edtf !== best.date?.edtf) return true;
  return kind !== 'other' && best.kind !== 'other' && familyOf(kind) !== familyOf(best.kind);
}
