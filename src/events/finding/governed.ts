import type { Clause } from '../clauses/clause.ts';
import { parentOf } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';

/** What stands to a verb as what it is about. */
const COMPLEMENT = /^(?:obj|ccomp|xcomp|nsubj:pass)$/u;

/**
 * "Denied that he had attacked", "alleges that it has paid", "denied having met": what is said to have happened, and is not known to be so, is
 * something else than the saying.
 */
export function isClaimed({ tree, token, modality }: Clause, claimed: Clause): boolean {
  if (claimed.token.head !== token.at || claimed.modality === modality) return false;
  const { tense } = verbGroup(tree, claimed.token);
  return claimed.token.relation === 'ccomp'
    ? /^(?:past|perfect|pluperfect)$/u.test(tense)
    : claimed.token.relation === 'xcomp' && tense === 'perfect';
}

/**
 * "Seek the arrest", "want to sell it", "was set to begin shutting it": a verb of no kind, or of none but that of what it is
 * about, says of an event only that it is not so, or not yet.
 */
export function isOnlyMeant({ tree, token, kind, modality }: Clause, meant: Clause): boolean {
  const head = parentOf(tree, meant.token);
  const isAbout = head === token || (head?.relation === 'xcomp' && head.head === token.at);
  return (
    isAbout &&
    COMPLEMENT.test(meant.token.relation) &&
    (kind === 'other' || (kind === meant.kind && head.relation === 'xcomp')) &&
    meant.kind !== 'other' &&
    modality === 'actual' &&
    /^(?:denied|planned|foiled)$/u.test(meant.modality)
  );
}
