import type { Clause } from '../clauses/clause.ts';

/** From this share of words in the first person on, an article tells what its writer lived through. */
const NARRATIVE_SHARE = 0.01;

/** Returns true if a clause's article tells what its writer lived through. */
export function isNarrative({ place }: Pick<Clause, 'place'>): boolean {
  return place.firstPerson >= NARRATIVE_SHARE;
}
