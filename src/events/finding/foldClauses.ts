import type { Clause } from '../clauses/clause.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { caseOf, childBy, childrenOf, parentOf, relationOf } from '../clauses/treeWalk.ts';
import { isReduced, verbGroup } from '../clauses/verbGroup.ts';
import { familyOf } from '../mentions/kinds.ts';
import type { EventKind } from '../mentions/triggers.ts';

/** A clause with its score. */
export interface Scored extends Clause {
  readonly score: number;
}

/** What goes before a clause of means or reasons: "deported for entering". */
const MEANS = /^(?:for|by|of|in|with|from|without|to)$/u;
const CLOSE_WORDS = 8;

/** A noun after one of these is at another time than the verb it hangs from. */
const OTHER_TIME = /^(?:after|before|since|until|following|despite|amid|during|ahead of|prior to|because of|due to)$/u;

/**
 * Keeps one of several words of a sentence that tell one thing: the likeliest of "imposed" and "embargo", "tried" and
 * "enter", "said" and what was said in passing. What the others know of date, places and actors goes over to it.
 */
export function foldClauses(clauses: readonly Scored[]): readonly Scored[] {
  const kept: Scored[] = [];
  for (const clause of clauses.toSorted((a, b) => b.score - a.score)) {
    const at = kept.findIndex((other) => tellsSame(other, clause));
    const whole = kept[at];
    if (whole)
      kept[at] = {
        ...whole,
        date:
          whole.date ??
          (isAtSameTime(clause) && !isToldBy(whole, clause) && !isToldBy(clause, whole) ? clause.date : undefined),
        places:
          whole.places.length > 0 || isToldBy(whole, clause) || isToldBy(clause, whole)
            ? whole.places
            : statedPlaces(clause),
        actors: whole.actors.length > 0 ? whole.actors : clause.actors,
      };
    else kept.push(clause);
  }
  return kept.sort((a, b) => a.token.at - b.token.at);
}

/** What a clause takes from others it does not pass on. */
function statedPlaces({ places }: Scored): Scored['places'] {
  return places.filter(({ inferred }) => inferred === undefined);
}

/** "Said on Tuesday that it will close", "said it closed in May": what is said and the saying have times of their own. */
function isToldBy({ token }: Scored, teller: Scored): boolean {
  return token.relation === 'ccomp' && token.head === teller.token.at;
}

/** "Over the release of papers in 2010" dates the release alone. */
function isAtSameTime({ tree, token }: Scored): boolean {
  return token.upos === 'VERB' || caseOf(tree, token) === '';
}

function tellsSame(kept: Scored, other: Scored): boolean {
  const { tree } = kept;
  if (kept.date && other.date && kept.date !== other.date && kept.date.edtf !== other.date.edtf) return false;
  return (
    isPart(tree, other.token, kept.token, { kept: kept.token, kinds: { inner: other.kind, outer: kept.kind } }) ||
    isPart(tree, kept.token, other.token, { kept: kept.token, kinds: { inner: kept.kind, outer: other.kind } })
  );
}

/** Returns true if `inner` says with what, or to do what, `outer` was done. */
function isPart(
  tree: ClauseTree,
  inner: Token,
  outer: Token,
  { kept, kinds }: { kept: Token; kinds: { inner: EventKind; outer: EventKind } },
): boolean {
  const head = parentOf(tree, inner);
  if (!head) return false;
  const relation = relationOf(inner);
  if (inner.upos !== 'VERB') {
    if (/^(?:conj|parataxis|root|appos|advcl)$/u.test(relation)) return false;
    const marker = caseOf(tree, inner);
    if (OTHER_TIME.test(marker)) return false;
    if (head === outer) return true;
    // "The ceremony is due to be held".
    if (relation === 'nsubj' && outer.relation === 'xcomp' && parentOf(tree, outer) === head)
      return head.upos !== 'VERB';
    // "A deal to buy jets", "the cost of the sale": through a noun that tells nothing itself.
    return (
      head.upos !== 'VERB' &&
      parentOf(tree, head) === outer &&
      /^(?:nmod|obl|obj|nsubj|compound|appos)/u.test(head.relation)
    );
  }
  if (relation === 'acl' && isReduced(tree, inner) && chainTo(tree, head, outer)) return true;
  if (head !== outer) return false;
  if (relation === 'conj')
    return (
      (familyOf(kinds.inner) === familyOf(kinds.outer)) === (kinds.inner !== 'other' && kinds.outer !== 'other') &&
      childBy(tree, inner, /^nsubj/u) === undefined &&
      inner.at - outer.at <= CLOSE_WORDS
    );
  if (relation === 'xcomp') return true;
  if (relation === 'ccomp')
    return kept === outer
      ? verbGroup(tree, inner).tense !== 'past' || childBy(tree, inner, /^nsubj/u) === undefined
      : outer.event === 'REPORTING' || outer.event === 'I_STATE' || outer.event === 'PERCEPTION';
  if (relation === 'acl') return outer.upos !== 'VERB';
  if (relation !== 'advcl') return false;
  const { tense } = verbGroup(tree, inner);
  return (
    isBackground(tree, inner) ||
    tense === 'infinitive' ||
    (tense === 'gerund' && childrenOf(tree, inner).some(({ text, at }) => at < inner.at && MEANS.test(text)))
  );
}

/** "As they were walking home": what was under way when it happened. */
function isBackground(tree: ClauseTree, verb: Token): boolean {
  const marked = childrenOf(tree, verb).some(
    ({ text, relation }) => relation === 'mark' && /^(?:as|while)$/u.test(text),
  );
  return marked && verb.text.endsWith('ing');
}

/** Returns true if a noun hangs from a token through nouns alone. */
function chainTo(tree: ClauseTree, noun: Token, outer: Token): boolean {
  for (let at: Token | undefined = noun; at; at = parentOf(tree, at)) {
    if (at === outer) return true;
    if (at.upos === 'VERB' || /^(?:conj|appos|parataxis)/u.test(at.relation)) return false;
  }
  return false;
}
