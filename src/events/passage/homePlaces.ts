import type { Clause } from '../clauses/clause.ts';
import type { ClauseTree } from '../clauses/clauseTree.ts';
import { subjectOf } from '../clauses/participants.ts';
import { caseOf, childBy, childrenOf, subtree } from '../clauses/treeWalk.ts';
import { nounSense } from '../lexicon/senses.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { Place } from '../places/places.ts';
import { isDemonymOf, mayBeDemonym } from './demonym.ts';
import { homeCountry, type HomeCountry } from './homeCountry.ts';

/** Kinds that are of a country unless they name another place. */
export const NATIONAL: ReadonlySet<EventKind> = new Set([
  'arson',
  'attack',
  'bombing',
  'clash',
  'disaster',
  'election',
  'killing',
  'operation',
  'protest',
  'shooting',
  'strike',
]);
const OPENING_SENTENCES = 4;
const SENTENCES_BACK = 1;

/** Finds the country that an article is set in. */
export function homeOf(clauses: readonly Clause[]): HomeCountry | undefined {
  const sentences: (readonly Place[])[] = [];
  for (const { place, named } of clauses) sentences[place.index] = named;
  return homeCountry(
    Array.from(sentences, (named) => named ?? []),
    { opening: OPENING_SENTENCES },
  );
}

/** Where the country is named that an event is of: the one that the article is set in. */
export function atHome(clause: Clause, home: HomeCountry | undefined): readonly Place[] | undefined {
  if (!home || !isOfHome(clause, home)) return undefined;
  return nearestMention(clause, home);
}

/** The country that a clause calls "the country", if one was named just before: "remain in Norway, which they invaded". */
export function inTheCountry(clause: Clause, last: NamedCountry | undefined): readonly Place[] | undefined {
  if (!last || clause.modality !== 'actual' || !isInTheCountry(clause)) return undefined;
  return clause.place.index - last.index <= SENTENCES_BACK ? [last.place] : undefined;
}

/** A country that something was said to be in, with the index of the sentence. */
export interface NamedCountry {
  readonly place: Place;
  readonly index: number;
}

/** The last country that a clause's sentence says something is in, before the clause's word. */
export function countryBefore({ named, tree, token, place: { index } }: Clause): NamedCountry | undefined {
  const place = named.findLast(
    ({ kind, located, span }) => kind === 'country' && located && span[1] <= token.span[0] && !isPossessive(tree, span),
  );
  return place && { place, index };
}

function nearestMention({ tree }: Clause, home: HomeCountry): readonly Place[] | undefined {
  const before = home.named.filter(({ span }) => span[0] < tree.span[1]);
  const nearest = before.at(-1) ?? home.named[0];
  return nearest ? [nearest] : undefined;
}

/** "Invaded the country", "across the country". */
function isInTheCountry({ tree, token }: Clause): boolean {
  return childrenOf(tree, token).some(
    (child) =>
      child.text === 'country' &&
      childBy(tree, child, /^det$/u)?.text === 'the' &&
      childBy(tree, child, /^(?:amod|acl|nmod)/u) === undefined &&
      (child.relation === 'obj' || /^(?:in|across|throughout|around|into)$/u.test(caseOf(tree, child))),
  );
}

/** Whether people or bodies of the home country did it, or of no other country that is named. */
function isOfHome(clause: Clause, home: HomeCountry): boolean {
  const { tree, token, kind, named } = clause;
  if (!(NATIONAL.has(kind) || isOfState(clause))) return false;
  if (token.upos === 'NOUN')
    return named.length === 0 && clause.dated && childBy(tree, token, /^det$/u)?.text === 'the';
  if (token.upos !== 'VERB') return false;
  const isElsewhere = named.some(
    ({ countries, span }) => countries.length > 0 && countries[0] !== home.code && !isPossessive(tree, span),
  );
  const subject = isElsewhere ? undefined : subjectOf(tree, token);
  if (!subject) return false;
  const words = [subject, ...childrenOf(tree, subject)];
  const isTheirs = words.some(({ text }) => isDemonymOf(text, home.code));
  const isOther = subtree(tree, subject).some(
    ({ at, name, written, upos }) =>
      /^\p{Lu}/u.test(written) && (at > 0 || name !== undefined || (upos === 'ADJ' && mayBeDemonym(written))),
  );
  const isPeople = words.some(
    ({ upos, lemma }) => upos === 'NOUN' && /^(?:person|group)$/u.test(nounSense(lemma) ?? ''),
  );
  return isTheirs || (isPeople && !isOther);
}

/** What the bodies of a state do, they do for all of it. */
export function isOfState({ tree, token, kind }: Clause): boolean {
  if (!/^(?:election|decision|sanction|operation)$/u.test(kind) || token.upos !== 'VERB') return false;
  const subject = subjectOf(tree, token);
  return (
    subject !== undefined &&
    STATE.test(subject.lemma) &&
    childBy(tree, subject, /^(?:nmod|amod|compound|acl)/u) === undefined
  );
}

const STATE = /^(?:government|parliament|voter|cabinet|lawmaker|legislature|army|military|junta|president)$/u;
/** Returns true if an apostrophe follows a name. */
export function isPossessive(tree: ClauseTree, span: Place['span']): boolean {
  return tree.tokens.some((token) => token.span[0] === span[1] && /^'s?$/u.test(token.text));
}
