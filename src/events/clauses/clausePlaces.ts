import type { EventKind } from '../mentions/triggers.ts';
import type { Span } from '../../language/span.ts';
import type { Place } from '../places/places.ts';
import { nounSense } from '../lexicon/senses.ts';
import { nounClass } from '../lexicon/kindLexicon.ts';
import { continuesClause } from '../clauseDates/clauseDates.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { nameSpan } from './clauseActors.ts';
import { caseOf, childrenOf, parentOf, relationOf } from './treeWalk.ts';

const LOCATIVE =
  /^(?:in|at|near|from|to|outside|inside|across|throughout|around|into|toward|towards|off|over|within|on|through|outside of|north of|south of|east of|west of|between|along|beyond|past)$/u;
/** What a place may be the name of part of: "in an Oslo court", not "from an Oslo firm". */
const WITHIN = /^(?:in|at|near|outside|inside|across|throughout|around|off|along|within)$/u;
/** Kinds whose object is where they happen: "visited Paris", "invaded Kuwait". */
const AT_OBJECT: ReadonlySet<EventKind> = new Set(['visit', 'operation', 'attack', 'bombing', 'disaster', 'departure']);

/** Verbs whose object is where someone gets to, or is. */
const REACHES = /^(?:reach|enter|leave|visit|invade|tour|cross|flee|inhabit|explore|orbit|seize|capture|circle|exit)$/u;

/** Finds where the events of a sentence happen. A clause without a place takes that of the clause it goes on from. */
export function clausePlaces(
  tree: ClauseTree,
  candidates: readonly Token[],
  { text, named, kindOf }: { text: string; named: readonly Place[]; kindOf: (token: Token) => EventKind },
): ReadonlyMap<Token, readonly Place[]> {
  const own = new Map<Token, readonly Place[]>();
  for (const { place, top } of placesOf(tree, text, named)) {
    const owner = placeOwner(tree, top, { candidates, kindOf });
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
    const isWhen =
      candidate.relation === 'advcl' &&
      childrenOf(tree, candidate).some(({ text: word }) => /^(?:when|as|while)$/u.test(word));
    const there = own.get(candidate);
    if (isWhen && there && head && candidates.includes(head) && !all.has(head)) all.set(head, there);
  }
  return all;
}

interface Placed {
  readonly place: Place;
  readonly top: Token;
}

/** The places that the gazetteer or the shape of a name knows, and names that the reader takes for places after "in". */
function placesOf(tree: ClauseTree, text: string, found: readonly Place[]): readonly Placed[] {
  const known = found.flatMap((each) => {
    const place = wholeName(tree, text, each);
    const covered = tree.tokens.filter(({ span }) => span[0] < place.span[1] && span[1] > place.span[0]);
    const top = covered.find(({ head }) => !covered.some(({ at }) => at === head));
    return top ? [{ place, top }] : [];
  });
  const named = tree.tokens.flatMap((top): readonly Placed[] => {
    if (top.upos !== 'PROPN' || !/^\p{Lu}/u.test(top.written) || !isPlaceName(tree, top)) return [];
    if (!/^(?:in|at|near|outside|inside|from|to)$/u.test(caseOf(tree, top)) && !isReached(tree, top)) return [];
    const span = withFirstWord(tree, nameSpan(tree, top) ?? top.span);
    if (known.some(({ place }) => place.span[0] < span[1] && place.span[1] > span[0])) return [];
    const written = text.slice(...span);
    return [{ top, place: { span, name: written.toLowerCase(), countries: [], kind: 'named', located: true } }];
  });
  return [...known, ...named].sort((a, b) => a.place.span[0] - b.place.span[0]);
}

/** "St. Louis", of which the reader sometimes takes the first word for another. */
function withFirstWord({ tokens }: ClauseTree, [start, end]: Span): Span {
  const before = tokens.findLast(({ span }) => span[1] <= start);
  return before && /^(?:Ste?\.?|Saint|Fort|Ft\.|Mt\.|Mount|Port|Cape|San|Santa|Los|Las|New)$/u.test(before.written)
    ? [before.span[0], end]
    : [start, end];
}

/** "At the Oslo Stock Exchange": the whole name of what is named after a place. */
function wholeName(tree: ClauseTree, text: string, place: Place): Place {
  const last = tree.tokens.findLast(({ span }) => span[0] < place.span[1] && span[1] > place.span[0]);
  if (!last) return place;
  const named = parentOf(tree, last);
  const head = named && named.upos === 'PROPN' && last.relation === 'flat' ? parentOf(tree, named) : named;
  if (!head || head.upos !== 'PROPN' || head.at <= last.at || !/^\p{Lu}/u.test(head.written)) return place;
  if (!/^(?:in|at|inside|outside)$/u.test(caseOf(tree, head)) || head.name?.kind === 'person') return place;
  const between = tree.tokens.slice(last.at + 1, head.at);
  if (between.some(({ written }) => !/^\p{Lu}/u.test(written))) return place;
  const span = [place.span[0], head.span[1]] as const;
  const name = text.slice(...span).toLowerCase();
  return { ...place, span, name, kind: 'named', located: true };
}

/** "Reached Titan", "seized the town of Marlow". */
function isReached(tree: ClauseTree, top: Token): boolean {
  const head = parentOf(tree, top);
  if (!head) return false;
  if (head.upos === 'VERB') return relationOf(top) === 'obj' && REACHES.test(head.lemma);
  return caseOf(tree, top) === 'of' && SETTLEMENT.test(head.lemma);
}

const SETTLEMENT =
  /^(?:city|town|village|hamlet|capital|port|province|district|region|state|county|island|neighbou?rhood|suburb|municipality)$/u;

/** What stands after "at" is where it happened, unless it is a person or a time: "at Lund Arena". */
function isPlaceName(tree: ClauseTree, top: Token): boolean {
  if (top.name?.kind === 'place') return true;
  if (isReached(tree, top)) return !/^(?:person|org|time)$/u.test(top.name?.kind ?? '');
  return caseOf(tree, top) === 'at' && top.name !== undefined && !/^(?:person|time)$/u.test(top.name.kind);
}

function placeOwner(
  tree: ClauseTree,
  top: Token,
  { candidates, kindOf }: { candidates: readonly Token[]; kindOf: (token: Token) => EventKind },
): Token | undefined {
  if (!isWhere(tree, top, { candidates, kindOf })) return undefined;
  // "Rolled past Northern Illinois" names whom they beat.
  const isPassed = /^(?:past|over|off)$/u.test(caseOf(tree, top));
  for (
    let at: Token | undefined = candidates.includes(top) ? undefined : parentOf(tree, top);
    at;
    at = parentOf(tree, at)
  ) {
    if (candidates.includes(at)) return isPassed && /^(?:match|victory)$/u.test(kindOf(at)) ? undefined : at;
    if (at.upos === 'VERB') return undefined;
  }
  return undefined;
}

/** Whether something stands at a place, so that what happens there happens in that place. */
function isGround({ upos, lemma }: Token): boolean {
  return upos === 'NOUN' && (nounClass(lemma) === 'building' || GROUND.test(lemma));
}

const GROUND =
  /^(?:area|base|beach|border|camp|capital|center|centre|city|coast|coastline|countryside|court|desert|district|east|embassy|forest|heart|interior|island|mountain|north|outskirts|parliament|port|province|quarter|region|slum|south|square|state|street|suburb|territory|town|valley|village|waters|west)$/u;

/** "Shares in Jaguar", "the envoy to Norway", "doctors from Oslo": what something or somebody has to do with, or comes from. */
function isRelated({ upos, lemma }: Token, marker: string): boolean {
  if (upos !== 'NOUN') return false;
  if (marker === 'in') return /^(?:share|stake|stock|interest|holding|investment|confidence)$/u.test(lemma);
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
  if (top.relation === 'compound' && head?.upos === 'NOUN' && candidates.every((token) => token !== head))
    return WITHIN.test(caseOf(tree, head));
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
