import { agentOf, coordinated, objectOf, subjectOf } from '../clauses/participants.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { isLight } from '../clauseDates/clauseDates.ts';
import { childBy, childrenOf, parentOf, subtree } from '../clauses/treeWalk.ts';
import { hasTo, verbGroup } from '../clauses/verbGroup.ts';
import { KIND_OF_NOUN } from '../lexicon/kindWords.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import type { Scored } from './foldClauses.ts';
import { rolesOf, type Roles } from './roleFillers.ts';

/** What a clause tells, as far as two clauses are compared by it; all words as stems. */
export interface Told {
  readonly clause: Scored;
  /** The word that says what happened: the noun of a light verb. */
  readonly word: string;
  readonly roles: Roles;
  /** What is said, agreed or decided, by its verb. */
  readonly complement: string | undefined;
  readonly doers: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  readonly doerNames: ReadonlySet<string>;
  readonly thingNames: ReadonlySet<string>;
  /** All names of its clause. */
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Whether it is spoken of as known: "the attack", "their release". */
  readonly definite: boolean;
  readonly indefinite: boolean;
  /** Whether it says that it is another one: "a second attack". */
  readonly another: boolean;
  /** Whether it only says what something told before was: "it was the deadliest attack in years". */
  readonly refers: boolean;
}

/** Kinds that name what was done to somebody. */
export const DONE_TO = /^(?:killing|death|injury|shooting)$/u;
const DEFINITE = /^(?:the|this|that|these|those|their|his|her|its)$/u;
const ANOTHER = /^(?:another|other|second|third|similar|previous|earlier|separate|new)$/u;
/** Verbs that leave it to their subject to say what happened: "their release came hours later". */
const HAPPENS = /^(?:come|occur|happen|take|follow|begin|start|end|continue|resume|intensify|unfold|erupt)$/u;

/** Reads what a clause tells. */
export function toldBy(clause: Scored): Told {
  const { tree, token } = clause;
  const stem = stemmerFor('en');
  const verb = token.upos === 'VERB' ? token : undefined;
  const passive = verb !== undefined && verbGroup(tree, verb).passive;
  const subject = verb ? subjectOf(tree, verb) : undefined;
  const object = verb ? objectOf(tree, verb) : undefined;
  const agent = agentOf(tree, token);
  const happening = verb
    ? (nounOf(verb, { subject, object }) ?? deedOf(tree, verb) ?? verb)
    : (deedOf(tree, token) ?? token);
  const obliques = childrenOf(tree, token).filter(
    ({ relation, name }) => /^(?:obl|nmod|compound|nmod:poss)/u.test(relation) && name?.kind !== 'time',
  );
  const head = verb ? undefined : parentOf(tree, token);
  const governing = head?.upos === 'VERB' ? subjectOf(tree, head) : undefined;
  const below = subtree(
    tree,
    token,
    (child) => child.upos === 'VERB' && /^(?:conj|advcl|parataxis|ccomp)/u.test(child.relation),
  );
  const doers = passive ? [agent] : [subject, agent];
  const things = [passive ? subject : object, ...obliques, ...(governing && governing !== token ? [governing] : [])];
  const words = (tokens: readonly (Token | undefined)[]): ReadonlySet<string> =>
    new Set(tokens.flatMap((each) => (each ? contentWords(tree, each) : [])).map((word) => stem(word)));
  const namesOf = (tokens: readonly (Token | undefined)[]): ReadonlySet<string> =>
    new Set(tokens.flatMap((each) => (each ? nameWords(tree, each) : [])));
  const marked =
    happening.upos === 'VERB'
      ? undefined
      : (childBy(tree, happening, /^det/u) ?? childBy(tree, happening, /^nmod:poss$/u));
  return {
    clause,
    word: stem(happening.lemma),
    roles: rolesOf(tree, happening === object ? token : happening, {
      antecedents: clause.antecedents,
      isDoneTo: DONE_TO.test(clause.kind),
    }),
    complement: complementOf(tree, token),
    doers: words(doers),
    things: words(things),
    doerNames: namesOf(doers.flatMap((each) => (each ? coordinated(tree, each) : []))),
    thingNames: namesOf([passive ? subject : object]),
    names: new Set(below.filter(isNameWord).map(({ text }) => text)),
    numbers: new Set(below.filter(({ upos, name }) => upos === 'NUM' && name?.kind !== 'time').map(({ text }) => text)),
    definite: marked !== undefined && DEFINITE.test(marked.text),
    indefinite: marked !== undefined && /^an?$/u.test(marked.text),
    refers: !verb && isSaidOfIt(tree, token),
    another: subtree(tree, happening, (child) => child.upos === 'VERB' || child.relation === 'punct').some(
      ({ text, upos }) => ANOTHER.test(text) && upos === 'ADJ',
    ),
  };
}

/** Words that leave it to their infinitive to say what happened: "went to investigate", "the decision to sentence him". */
const LEAVES_IT = /^(?:go|come|try|manage|begin|start|continue|proceed|decision)$/u;

function deedOf(tree: ClauseTree, token: Token): Token | undefined {
  if (!LEAVES_IT.test(token.lemma)) return undefined;
  return childrenOf(tree, token).find(
    (child) => child.upos === 'VERB' && /^(?:xcomp|acl|advcl)/u.test(child.relation) && hasTo(tree, child),
  );
}

function complementOf(tree: ClauseTree, token: Token): string | undefined {
  const said = childBy(tree, token, /^(?:ccomp|xcomp)$/u);
  return said?.upos === 'VERB' ? stemmerFor('en')(said.lemma) : undefined;
}

/** "It was an attack": a noun that a pronoun is said to be. */
function isSaidOfIt(tree: ClauseTree, noun: Token): boolean {
  const below = childrenOf(tree, noun);
  return (
    below.some(({ relation }) => relation === 'cop') &&
    below.some(({ relation, text }) => relation.startsWith('nsubj') && /^(?:it|this|that)$/u.test(text))
  );
}

/** The noun that a verb leaves it to: "attack" of "launched the attack", "release" of "their release came". */
function nounOf(
  { lemma }: Token,
  { subject, object }: { subject: Token | undefined; object: Token | undefined },
): Token | undefined {
  if (object && isLight(lemma) && KIND_OF_NOUN.has(object.lemma)) return object;
  return subject && HAPPENS.test(lemma) && (subject.event !== undefined || KIND_OF_NOUN.has(subject.lemma))
    ? subject
    : undefined;
}

const TITLE = /^(?:mr|mrs|ms|dr|gov|sen|rep|gen|president|minister|sir|dame|lord|professor|coach|judge|justice)\.?$/u;

function isNameWord({ upos, written, text }: Token): boolean {
  return upos === 'PROPN' && /^\p{Lu}/u.test(written) && !TITLE.test(text);
}

function contentWords(tree: ClauseTree, token: Token): readonly string[] {
  return subtree(tree, token, (child) => /^(?:acl|advcl|parataxis|appos)/u.test(child.relation))
    .filter(({ upos }) => /^(?:NOUN|PROPN)$/u.test(upos))
    .map(({ lemma }) => lemma);
}

function nameWords(tree: ClauseTree, token: Token): readonly string[] {
  return subtree(tree, token, (child) => /^(?:acl|advcl|parataxis|appos|nmod)/u.test(child.relation))
    .filter((word) => isNameWord(word) && !isOneOf(tree, word))
    .map(({ text }) => text);
}

/** "An Australian": one of those that the word is for, not a name. */
function isOneOf(tree: ClauseTree, word: Token): boolean {
  return childrenOf(tree, word).some(({ text, relation }) => relation === 'det' && /^an?$/u.test(text));
}
