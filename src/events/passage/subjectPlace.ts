import type { Clause } from '../clauses/clause.ts';
import { subjectOf } from '../clauses/participants.ts';
import { childrenOf } from '../clauses/treeWalk.ts';
import type { Place } from '../places/places.ts';

/** Kinds that are of the state or town whose people or bodies they tell of: "Ohio voters rejected". */
const LOCAL = /^(?:election|victory|decision|arrest|protest|strike|operation|sanction)$/u;
const PARTISANS =
  /^(?:democrats|republicans|conservatives|liberals|voters|lawmakers|residents|police|authorities|officials|prosecutors|firefighters|teachers|nurses|farmers)$/u;

/** "Virginia Democrats won": the state or town of those who did it. */
export function placeOfSubject({ tree, token, kind, modality, named }: Clause): Place | undefined {
  if (modality !== 'actual' || !LOCAL.test(kind) || token.upos !== 'VERB') return undefined;
  const subject = subjectOf(tree, token);
  if (!subject || !PARTISANS.test(subject.text)) return undefined;
  return named.find(
    ({ span, kind: size }) =>
      size !== 'named' &&
      childrenOf(tree, subject).some(
        (child) =>
          /^(?:compound|nmod:poss)$/u.test(child.relation) && child.span[0] >= span[0] && child.span[1] <= span[1],
      ),
  );
}
