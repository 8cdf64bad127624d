import type { Clause } from '../clauses/clause.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { caseOf, childBy, childrenOf } from '../clauses/treeWalk.ts';
import type { Place } from '../places/places.ts';

const THERE_SENTENCES_BACK = 1;
const NAMED_SENTENCES_BACK = 4;
const TOWN = /^(?:city|town|village|capital)$/u;

/** The last places that something happened in, with the index of the sentence. */
export interface LastPlaces {
  readonly places: readonly Place[];
  readonly index: number;
}

/**
 * Finds which place a clause goes back to: "several scientists there", if the sentence before had one place; "in the city",
 * "at the school", if a town or such a school was the last place that was told.
 */
export function thatPlace(
  { tree, token, place: { index } }: Clause,
  last: LastPlaces | undefined,
): readonly Place[] | undefined {
  const [meant, other] = last?.places ?? [];
  if (!last || !meant || other) return undefined;
  const back = index - last.index;
  const near = childrenOf(tree, token).flatMap((child) => [child, ...childrenOf(tree, child)]);
  const isMeant =
    (back <= THERE_SENTENCES_BACK && near.some((child) => isThere(tree, child))) ||
    (back <= NAMED_SENTENCES_BACK && near.some((child) => isTheSame(tree, child, meant)));
  return isMeant ? [meant] : undefined;
}

/** "There" behind a word, which is not that of "there was". */
function isThere({ tokens }: ClauseTree, { text, at }: Token): boolean {
  if (text !== 'there' || tokens[at + 1]?.upos === 'AUX') return false;
  return /^(?:NOUN|VERB)$/u.test(tokens[at - 1]?.upos ?? '');
}

function isTheSame(tree: ClauseTree, noun: Token, { kind, name }: Place): boolean {
  if (noun.upos !== 'NOUN' || !/^(?:in|at|across|throughout|inside|outside|near)$/u.test(caseOf(tree, noun)))
    return false;
  if (childBy(tree, noun, /^det$/u)?.text !== 'the' || childBy(tree, noun, /^(?:amod|acl|nmod|compound|nummod)/u))
    return false;
  return TOWN.test(noun.lemma)
    ? kind === 'city' || kind === 'small'
    : kind === 'named' && name.endsWith(` ${noun.text}`);
}
