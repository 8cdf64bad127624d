import { familyOf } from '../mentions/kinds.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { Place } from '../places/places.ts';
import { nounSense } from '../lexicon/senses.ts';
import { continuesClause, isLight } from '../clauseDates/clauseDates.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { isGround, placeNames, REACHES, SETTLEMENT, WITHIN } from './placeNames.ts';
import { caseOf, childrenOf, parentOf, relationOf } from './treeWalk.ts';

const LOCATIVE =
  /^(?:in|at|near|from|to|outside|inside|across|throughout|around|into|toward|towards|off|over|within|on|through|outside of|north of|south of|east of|west of|between|along|beyond|past)$/u;
/** Kinds whose object is where they happen: "visited Paris", "invaded Kuwait". */
const AT_OBJECT: ReadonlySet<EventKind> = new Set(['visit', 'operation', 'attack', 'bombing', 'disaster', 'departure']);

/** Finds where the events of a sentence happen. A clause without a place takes that of the clause it goes on from. */
export function clausePlaces(
  tree: ClauseTree,
  candidates: readonly Token[],
  { text, named, kindOf }: { text: string; named: readonly Place[]; kindOf: (token: Token) => EventKind },
): ReadonlyMap<Token, readonly Place[]> {
  const own = new Map<Token, readonly Place[]>();
  for (const { place, top } of placeNames(tree, text, named)) {
    const owner = placeOwner(tree, top, { candidates, kindOf });
    if (owner && isTopicOf(tree, { place, top }, kindOf(owner))) continue;
    if (owner && !(place.kind === 'named' && kindOf(owner) === 'publication'))
      own.set(owner, [...(own.get(owner) ?? []), place]);
  }
  const all = new Map(own);
  for (const candidate of candidates) {
    const head = parentOf(tree, candidate);
    const inherited =
      head && continuesClause(tree, candidate, head) && (candidate.at > head.at || candidate.upos !== 'VERB')
        ? own.get(head)
        : undefined;
    const opens = inherited?.every(({ span }) => span[0] < (head?.span[0] ?? 0)) ?? false;
    if (!all.has(candidate) && inherited && (candidate.relation !== 'conj' || opens)) all.set(candidate, inherited);
    // "Killed when a tree fell in Marlow": there too.
    const there = own.get(candidate);
    if (there && head && candidates.includes(head) && !all.has(head) && sharesPlace(tree, candidate, head))
      all.set(head, there);
    // "After rebels in Marlow rose, troops shot at crowds".
    if (there && head && candidates.includes(head) && !all.has(head) && isAnswered(tree, candidate, head, kindOf))
      all.set(head, there);
    // "Reached Marlow, where the engine broke down".
    const named = all.has(candidate) ? undefined : placeBeforeWhere(tree, candidate, own);
    if (named) all.set(candidate, [named]);
  }
  return all;
}

/** "Reversed its position on Sudan": what is "on" a country is about it, unless it is an attack. */
function isTopicOf(tree: ClauseTree, { place, top }: { place: Place; top: Token }, kind: EventKind): boolean {
  return (
    caseOf(tree, top) === 'on' && place.countries.length > 0 && place.kind !== 'named' && familyOf(kind) !== 'violence'
  );
}

/** "Killed when a tree fell in Marlow", "spoke at a meeting in Oslo", "opened with a concert in Leeds". */
function sharesPlace(tree: ClauseTree, candidate: Token, head: Token): boolean {
  if (candidate.upos === 'VERB') {
    const link = childrenOf(tree, candidate).find(({ text }) => /^(?:when|as|while)$/u.test(text));
    if (candidate.relation !== 'advcl' || !link) return false;
    const before = tree.tokens[link.at - 1];
    // "In 1862, when workers dug it up near Marlow": "when" goes on from the year.
    return (before?.text === ',' ? tree.tokens[before.at - 1] : before)?.upos !== 'NUM';
  }
  if (head.upos !== 'VERB' || candidate.at < head.at) return false;
  return candidate.relation === 'obj'
    ? isLight(head.lemma)
    : relationOf(candidate) === 'obl' && /^(?:at|during|with)$/u.test(caseOf(tree, candidate));
}

function isAnswered(tree: ClauseTree, verb: Token, head: Token, kindOf: (token: Token) => EventKind): boolean {
  return (
    verb.upos === 'VERB' &&
    verb.relation === 'advcl' &&
    verb.at < head.at &&
    childrenOf(tree, verb).some(({ text, relation }) => relation === 'mark' && /^(?:after|when|as)$/u.test(text)) &&
    [verb, head].every((each) => familyOf(kindOf(each)) === 'violence' || kindOf(each) === 'protest')
  );
}

function placeBeforeWhere(
  tree: ClauseTree,
  candidate: Token,
  own: ReadonlyMap<Token, readonly Place[]>,
): Place | undefined {
  const where = childrenOf(tree, candidate).find(({ text, at }) => text === 'where' && at < candidate.at);
  const before = where && tree.tokens[where.at - 1];
  const last = before?.text === ',' ? tree.tokens[before.at - 1] : before;
  return last && [...own.values()].flat().find(({ span }) => span[1] === last.span[1]);
}

function placeOwner(
  tree: ClauseTree,
  top: Token,
  { candidates, kindOf }: { candidates: readonly Token[]; kindOf: (token: Token) => EventKind },
): Token | undefined {
  if (!isWhere(tree, top, { candidates, kindOf }) || isSeat(tree, top)) return undefined;
  // "Rolled past Northern Illinois" names whom they beat.
  const isPassed = /^(?:past|over|off)$/u.test(caseOf(tree, top));
  for (
    let at: Token | undefined = candidates.includes(top) ? undefined : parentOf(tree, top);
    at;
    at = parentOf(tree, at)
  ) {
    if (candidates.includes(at)) return isPassed && /^(?:match|victory)$/u.test(kindOf(at)) ? undefined : at;
    if (at.upos === 'VERB' && at.relation !== 'amod') return undefined;
  }
  return undefined;
}

/** "Based in Leeds": where somebody has their seat, whatever it was hung from. */
function isSeat({ tokens }: ClauseTree, top: Token): boolean {
  const first = tokens.findLast(({ at, upos }) => at < top.at && upos !== 'PROPN');
  return first !== undefined && /^(?:based|headquartered|located|situated)$/u.test(tokens[first.at - 1]?.text ?? '');
}

/** "Shares in Jaguar", "the envoy to Norway", "doctors from Oslo": what something or somebody has to do with, or comes from. */
function isRelated({ upos, lemma }: Token, marker: string): boolean {
  if (upos !== 'NOUN') return false;
  if (marker === 'in') return /^(?:share|stake|stock|interest|holding|investment|confidence)$/u.test(lemma);
  // "A scholarship to Lund College".
  if (marker === 'to' && /^(?:admission|damage|entry|gift|grant|letter|scholarship|threat|ticket|loan)$/u.test(lemma))
    return true;
  return /^(?:to|from)$/u.test(marker) && nounSense(lemma) === 'person';
}

/** A part of another name, a subject or an owner is no place of an event. */
function isWhere(
  tree: ClauseTree,
  top: Token,
  { candidates, kindOf }: { candidates: readonly Token[]; kindOf: (token: Token) => EventKind },
): boolean {
  const head = parentOf(tree, top);
  const marker = caseOf(tree, top);
  if (top.relation === 'conj' && head) return isWhere(tree, head, { candidates, kindOf });
  if (head && isRelated(head, marker)) return false;
  if (LOCATIVE.test(marker)) return true;
  if (
    /^(?:appos|flat|list|nmod:unmarked|obl:unmarked)/u.test(top.relation) &&
    head &&
    tree.tokens[top.at - 1]?.text === ','
  )
    return LOCATIVE.test(caseOf(tree, head)) || head.name?.kind === 'place';
  // "In the Leeds area", "in an Oslo court".
  if (top.relation === 'compound' && head?.upos === 'NOUN' && candidates.every((token) => token !== head)) {
    // "Closed its Oslo plant".
    const verb = parentOf(tree, head);
    const isDoneTo = isGround(head) && /^(?:obj|nsubj:pass)$/u.test(head.relation) && verb && candidates.includes(verb);
    // "At the terminal of the Oslo airport".
    const whole = caseOf(tree, head) === 'of' ? parentOf(tree, head) : undefined;
    const isPartThere = whole !== undefined && isGround(head) && WITHIN.test(caseOf(tree, whole));
    return WITHIN.test(caseOf(tree, head)) || isDoneTo === true || isPartThere;
  }
  // "At Norway's oldest museum", "stormed Norway's parliament".
  if (top.relation === 'nmod:poss' && head && isGround(head))
    return LOCATIVE.test(caseOf(tree, head)) || isWhere(tree, head, { candidates, kindOf });
  // "Searched the city of Marlow": what is done to a town is done there.
  if (marker === 'of' && head && SETTLEMENT.test(head.lemma)) {
    const verb = parentOf(tree, head);
    return /^(?:obj|nsubj:pass)$/u.test(head.relation)
      ? verb?.upos === 'VERB' && !/^(?:statement|claim|publication)$/u.test(kindOf(verb))
      : LOCATIVE.test(caseOf(tree, head));
  }
  return (
    relationOf(top) === 'obj' &&
    head !== undefined &&
    candidates.includes(head) &&
    (AT_OBJECT.has(kindOf(head)) || REACHES.test(head.lemma))
  );
}
