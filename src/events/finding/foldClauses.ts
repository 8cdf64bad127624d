import { isLight } from '../clauseDates/clauseDates.ts';
import type { Clause } from '../clauses/clause.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { caseOf, childBy, childrenOf, parentOf, relationOf } from '../clauses/treeWalk.ts';
import { objectOf, subjectOf } from '../clauses/participants.ts';
import { hasTo, isReduced, verbGroup } from '../clauses/verbGroup.ts';
import { contains } from '../../language/span.ts';
import { isClaimed, isOnlyMeant } from './governed.ts';
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
const OTHER_TIME = /^(?:after|before|since|until|following|despite|amid|ahead of|prior to|because of|due to|over)$/u;

/**
 * Keeps one of several words of a sentence that tell one thing: the likeliest of "imposed" and "embargo", "tried" and
 * "enter", "said" and what was said in passing. What the others know of date, places and actors goes over to it.
 */
export function foldClauses(clauses: readonly Scored[]): readonly Scored[] {
  const once = foldedOnce(clauses);
  // What stands for a clause after the first time can tell the same as another one.
  const kept = once.length < clauses.length ? foldedOnce(once) : once;
  return kept.toSorted((a, b) => a.token.at - b.token.at);
}

function foldedOnce(clauses: readonly Scored[]): readonly Scored[] {
  const kept: Scored[] = [];
  for (const clause of clauses.toSorted((a, b) => b.score - a.score)) {
    const at = kept.findIndex((other) => tellsSame(other, clause));
    const whole = kept[at];
    if (whole)
      kept[at] = isBornBy(whole, clause) ? { ...withPart(clause, whole), score: whole.score } : withPart(whole, clause);
    else kept.push(clause);
  }
  return kept;
}

/** What is known of an event from the word that stands for it, and from another one. */
function withPart(whole: Scored, part: Scored): Scored {
  const { tree, token } = whole;
  const isPassive = token.upos === 'VERB' && verbGroup(tree, token).passive;
  const lent =
    !whole.date && isAtSameTime(part, whole) && !isToldAtOtherTime(whole, part) && !isToldBy(part, whole)
      ? part.date
      : undefined;
  return {
    ...whole,
    kind: whole.kind === 'other' && saysWhat(whole, part) ? part.kind : whole.kind,
    date: whole.date ?? lent,
    // "The tour begins in September".
    modality:
      lent && token.upos !== 'VERB' && whole.modality === 'actual' && part.modality === 'planned'
        ? 'planned'
        : whole.modality,
    places:
      whole.places.length > 0 || isToldBy(whole, part) || isToldBy(part, whole) || isOnlyThought(whole, part)
        ? whole.places
        : statedPlaces(part),
    actors:
      whole.actors.length > 0
        ? whole.actors
        : // "The order was revised to cancel another", "he wrote a book, published in 1970": neither says who did it.
          isPassive && part.token.upos === 'VERB'
          ? []
          : // "The summit begins": an event does not do itself.
            part.actors.filter(({ span }) => !contains(span, token.span)),
  };
}

/** "Took a study to send people to Mars": where something would be is not where something was. */
function isOnlyThought({ token, modality }: Scored, { token: own, modality: other }: Scored): boolean {
  return (
    modality === 'actual' && /^(?:possible|planned)$/u.test(other) && own.relation === 'acl' && own.head !== token.at
  );
}

/** "Happened in the buyout", "went on to win": a word of no kind leaves it to its noun or infinitive to say what it was. */
function saysWhat({ tree, token, modality }: Scored, part: Scored): boolean {
  const { token: own } = part;
  // "Was set to begin": what is to come is another thing, as `isOnlyMeant` has it.
  if (part.modality !== modality) return false;
  if (own.upos === 'VERB') return own.head === token.at && own.relation === 'xcomp' && hasTo(tree, own);
  const head = parentOf(tree, own);
  return head === token || (head?.upos !== 'VERB' && head?.head === token.at);
}

/** Verbs that say of an event only that there is one, when, or that there is none after all. */
const BEARS =
  /^(?:begin|start|end|continue|resume|occur|happen|schedule|plan|set|hold|postpone|cancel|delay|suspend|conclude|finish|organize|organise|stage|ensue)$/u;

/** "The summit begins", "the talks that were planned": the noun says what happened. */
function isBornBy(clause: Scored, noun: Scored): boolean {
  if (isOnlyMeant(clause, noun)) return true;
  const { tree, token, kind } = clause;
  // "Brought them a prize".
  if (noun.kind === 'award' && noun.token.head === token.at && /^(?:bring|give|hand|earn)$/u.test(token.lemma))
    return true;
  // "Fought back to beat them": what came of it.
  if (noun.kind === 'victory' && noun.modality === 'actual' && noun.token.upos === 'VERB')
    return noun.token.head === token.at && /^(?:xcomp|advcl)$/u.test(noun.token.relation) && hasTo(tree, noun.token);
  if (token.upos !== 'VERB' || noun.token.upos === 'VERB' || noun.kind === 'other' || !BEARS.test(token.lemma))
    return false;
  if (kind !== noun.kind && kind !== 'other' && kind !== 'decision' && kind !== 'closure') return false;
  return (
    subjectOf(tree, token) === noun.token || (verbGroup(tree, token).passive && objectOf(tree, token) === noun.token)
  );
}

/** What a clause takes from others it does not pass on. */
function statedPlaces({ places }: Scored): Scored['places'] {
  return places.filter(({ inferred }) => inferred === undefined);
}

/** "Said on Tuesday that it will close", "it has closed, he said on Tuesday": what is said and the saying have times of their own. */
function isToldBy({ token }: Scored, { token: teller }: Scored): boolean {
  if (token.relation === 'ccomp') return token.head === teller.at;
  const isBeside = (one: Token, other: Token): boolean => one.relation === 'parataxis' && one.head === other.at;
  return teller.event === 'REPORTING' && (isBeside(teller, token) || isBeside(token, teller));
}

/** "Finalized the deal, they announced on Wednesday": what is announced as done has the day of that. */
function isToldAtOtherTime(told: Scored, teller: Scored): boolean {
  const isAnnounced = teller.token.lemma === 'announce' && told.modality === 'actual' && told.token.upos === 'VERB';
  return isToldBy(told, teller) && !(isAnnounced && verbGroup(told.tree, told.token).tense === 'past');
}

/** "Over the release of papers in 2010" dates the release alone, and "condemned Wednesday's attack" the attack. */
function isAtSameTime({ tree, token, date }: Scored, whole: Scored): boolean {
  if (token.upos !== 'VERB') {
    const isNamedByDay = date !== undefined && date.span[1] <= token.span[0] && date.span[0] > whole.token.span[0];
    return (
      caseOf(tree, token) === '' && !(isNamedByDay && token.head === whole.token.at && !isLight(whole.token.lemma))
    );
  }
  // "Accused them of cutting the budget in 2023".
  return !(token.relation === 'acl' && token.text.endsWith('ing') && childBy(tree, token, /^mark$/u));
}

function tellsSame(kept: Scored, other: Scored): boolean {
  const { tree } = kept;
  if (kept.date && other.date && kept.date !== other.date && kept.date.edtf !== other.date.edtf) return false;
  if (isClaimed(kept, other)) return false;
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
    // "Rushed for 101 yards and a touchdown".
    if (relation === 'conj' && head.upos === 'NOUN' && parentOf(tree, head) === outer && kinds.inner === kinds.outer)
      return true;
    if (/^(?:conj|parataxis|root|appos|advcl)$/u.test(relation)) return false;
    const marker = caseOf(tree, inner);
    if (OTHER_TIME.test(marker)) return false;
    if (head === outer) return true;
    // "Pleaded with them to reconsider their decision".
    if (relation === 'obj' && head.relation === 'xcomp' && parentOf(tree, head) === outer) return true;
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
  if (relation === 'xcomp' && head.relation === 'xcomp' && parentOf(tree, head) === outer) return true;
  // "Achieved an exit by selling it".
  if (relation === 'advcl' && outer.upos !== 'VERB' && outer.head === head.at && outer.relation === 'obj')
    return isMeans(tree, inner);
  if (head !== outer) return false;
  // "The contract has been renewed, it was announced on Monday".
  if (relation === 'parataxis') return (inner.event === 'REPORTING') !== (outer.event === 'REPORTING');
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
  return isBackground(tree, inner) || tense === 'infinitive' || isMeans(tree, inner);
}

/** "By selling it": with what, or why, something was done. */
function isMeans(tree: ClauseTree, verb: Token): boolean {
  return (
    verbGroup(tree, verb).tense === 'gerund' &&
    childrenOf(tree, verb).some(({ text, at }) => at < verb.at && MEANS.test(text))
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
