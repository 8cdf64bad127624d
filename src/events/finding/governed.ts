import type { Clause } from '../clauses/clause.ts';
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

/** "Seek the arrest", "want to sell it": a verb of no kind says of an event only that it is not so, or not yet. */
export function isOnlyMeant({ token, kind, modality }: Clause, meant: Clause): boolean {
  return (
    meant.token.head === token.at &&
    COMPLEMENT.test(meant.token.relation) &&
    kind === 'other' &&
    meant.kind !== 'other' &&
    modality === 'actual' &&
    /^(?:denied|planned|foiled)$/u.test(meant.modality)
  );
}
