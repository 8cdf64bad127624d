import type { Span } from '../../language/span.ts';
import { nounClass } from '../lexicon/kindLexicon.ts';
import type { Place } from '../places/places.ts';
import { nameSpan } from './clauseActors.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { caseOf, parentOf, relationOf } from './treeWalk.ts';

/** What a place may be the name of part of: "in an Oslo court", not "from an Oslo firm". */
export const WITHIN = /^(?:in|at|near|outside|inside|across|throughout|around|off|along|within)$/u;
/** Verbs whose object is where someone gets to, or is. */
export const REACHES =
  /^(?:reach|enter|leave|visit|invade|tour|cross|flee|inhabit|explore|orbit|seize|capture|circle|exit)$/u;

/** A place that a sentence names, with the top of its words. */
export interface PlacedName {
  readonly place: Place;
  readonly top: Token;
}

/** The places that the gazetteer or the shape of a name knows, and names that the reader takes for places after "in". */
export function placeNames(tree: ClauseTree, text: string, found: readonly Place[]): readonly PlacedName[] {
  const known = found
    .filter(({ span }) => !isAmountInUnits(text.slice(...span)))
    .flatMap((each) => {
      const place = each.kind === 'named' ? ofWhose(tree, text, each) : wholeName(tree, text, each);
      const covered = tree.tokens.filter(({ span }) => span[0] < place.span[1] && span[1] > place.span[0]);
      const top = covered.find(({ head }) => !covered.some(({ at }) => at === head));
      return top ? [{ place, top }] : [];
    });
  const named = tree.tokens.flatMap((top): readonly PlacedName[] => {
    if (top.upos !== 'PROPN' || !/^\p{Lu}/u.test(top.written) || !isPlaceName(tree, top)) return [];
    const area = areaOf(tree, top);
    const isMarked = MARKS_PLACE.test(caseOf(tree, top)) || isReached(tree, top) || area || isJoinedPlace(tree, top);
    if (!isMarked) return [];
    const span = area
      ? ([top.span[0], area.span[1]] as const)
      : withWhoseName(tree, withLastWords(tree, withFirstWord(tree, nameSpan(tree, top) ?? top.span)));
    if (isAmountInUnits(text.slice(...span))) return [];
    if (known.some(({ place }) => place.span[0] < span[1] && place.span[1] > span[0])) return [];
    const written = text.slice(...span);
    return [{ top, place: { span, name: written.toLowerCase(), countries: [], kind: 'named', located: true } }];
  });
  return [...known, ...named].sort((a, b) => a.place.span[0] - b.place.span[0]);
}

/** "1.64 GW", which the reader takes for a name. */
function isAmountInUnits(written: string): boolean {
  return /^\d[\d.,]*\s*\p{L}{1,3}$/u.test(written) && !/(?:st|nd|rd|th)$/u.test(written);
}

const MARKS_PLACE = /^(?:in|at|near|outside|inside|from|to)$/u;

/** "In the Pangram area": the noun that says what kind of place a name is. */
function areaOf(tree: ClauseTree, top: Token): Token | undefined {
  const head = top.relation === 'compound' ? parentOf(tree, top) : undefined;
  return head && isGround(head) && WITHIN.test(caseOf(tree, head)) && head.at === top.at + 1 ? head : undefined;
}

/** "In Lund and Port Moira": the second of two names that neither list has. */
function isJoinedPlace(tree: ClauseTree, top: Token): boolean {
  const first = top.relation === 'conj' ? parentOf(tree, top) : undefined;
  return first?.upos === 'PROPN' && isPlaceName(tree, first) && MARKS_PLACE.test(caseOf(tree, first));
}

/** "St. Louis", of which the reader sometimes takes the first word for another. */
function withFirstWord({ tokens }: ClauseTree, [start, end]: Span): Span {
  const before = tokens.findLast(({ span }) => span[1] <= start);
  return before && /^(?:Ste?\.?|Saint|Fort|Ft\.|Mt\.|Mount|Port|Cape|San|Santa|Los|Las|New)$/u.test(before.written)
    ? [before.span[0], end]
    : [start, end];
}

/** "In Lund and Port Moira", of which the reader hangs the last word from the first name. */
function withLastWords({ tokens }: ClauseTree, [start, end]: Span): Span {
  const goesOn = tokens
    .filter(({ span }) => span[0] >= end)
    .findIndex(({ relation, name }) => relation !== 'flat' || name === undefined || name.begins);
  const last = tokens.filter(({ span }) => span[0] >= end)[goesOn - 1];
  return last ? [start, last.span[1]] : [start, end];
}

/** "The University of Bergen", of which the reader takes "of Bergen" for what it belongs to. */
function withWhoseName({ tokens }: ClauseTree, [start, end]: Span): Span {
  const of = tokens.find(({ span }) => span[0] >= end);
  const whose = of?.text === 'of' ? tokens[of.at + 1] : undefined;
  return whose?.upos === 'PROPN' && whose.name !== undefined ? [start, whose.span[1]] : [start, end];
}

function ofWhose(tree: ClauseTree, text: string, place: Place): Place {
  const span = withWhoseName(tree, place.span);
  return span[1] === place.span[1] ? place : { ...place, span, name: text.slice(...span).toLowerCase() };
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

/** What a town or a part of a country is called by. */
export const SETTLEMENT =
  /^(?:city|town|village|hamlet|capital|port|province|district|region|state|county|island|neighbou?rhood|suburb|municipality)$/u;

/** What stands after "at" is where it happened, unless it is a person or a time: "at Lund Arena". */
function isPlaceName(tree: ClauseTree, top: Token): boolean {
  if (top.name?.kind === 'place') return true;
  if (isReached(tree, top)) return !/^(?:person|org|time)$/u.test(top.name?.kind ?? '');
  return caseOf(tree, top) === 'at' && top.name !== undefined && !/^(?:person|time)$/u.test(top.name.kind);
}

/** Whether something stands at a place, so that what happens there happens in that place. */
export function isGround({ upos, lemma }: Token): boolean {
  return upos === 'NOUN' && (nounClass(lemma) === 'building' || GROUND.test(lemma));
}

const GROUND =
  /^(?:airport|area|base|beach|depot|dock|factory|mill|mine|office|park|plant|pit|refinery|shop|smelter|store|warehouse|works|yard|border|camp|capital|center|centre|city|coast|coastline|countryside|court|desert|district|east|embassy|forest|heart|interior|island|mountain|north|outskirts|parliament|port|province|quarter|region|slum|south|square|state|street|suburb|territory|town|valley|village|waters|west)$/u;
