import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { agentOf, coordinated, objectOf, subjectOf } from '../clauses/participants.ts';
import type { Antecedents } from '../passage/antecedents.ts';
import { caseOf, childBy, childrenOf, subtree } from '../clauses/treeWalk.ts';
import { subjectByPlace } from '../clauses/subjectByPlace.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import { nounSense } from '../lexicon/senses.ts';
import { shared } from './wordSets.ts';
import { stemmerFor } from '../../language/words/stem.ts';

/** Who or what fills a role of a clause, as far as the fillers of two clauses are compared. */
interface Filler {
  /** Stems of the nouns that name it. */
  readonly heads: ReadonlySet<string>;
  /** Words of the names that it bears. */
  readonly names: ReadonlySet<string>;
  /** Names that say which it is: "Buffalo" of "the Buffalo doctor". */
  readonly modifiers: ReadonlySet<string>;
  /** How many or how much, as written. */
  readonly counts: ReadonlySet<string>;
  /** Whether it is spoken of as known: "the suspect", "their home". */
  readonly definite: boolean;
  /** Whether it is spoken of as new: "a suspect", "two suspects". */
  readonly indefinite: boolean;
  readonly isPerson: boolean;
  /** Whether it is more than one. */
  readonly isPlural: boolean;
  /** What it is called within quotation marks, in lower case. */
  readonly title: string | undefined;
}

/** Who does it and to whom it is done; whoever an intransitive verb or a noun is about is neither: `sole`. */
export interface Roles {
  readonly doer?: Filler | undefined;
  readonly theme?: Filler | undefined;
  readonly sole?: Filler | undefined;
}

/** How the fillers of a role compare; `open` if either clause has none, or a pronoun. */
export type Likeness = 'same' | 'maybe' | 'other' | 'open';

const DEFINITE = /^(?:the|this|that|these|those|their|his|her|its|both|all)$/u;
const TITLE = /^(?:mr|mrs|ms|dr|gov|sen|rep|gen|president|minister|sir|dame|lord|professor|coach|judge|justice)\.?$/u;

/** Reads who fills the roles of a verb or of an event noun. */
export function rolesOf(
  tree: ClauseTree,
  token: Token,
  {
    antecedents,
    isDoneTo,
  }: {
    antecedents: Antecedents | undefined;
    /** Whether it happens to whoever it is about, as a death does. */
    isDoneTo: boolean;
  },
): Roles {
  const { doer, theme, sole } = ownRoles(tree, token, antecedents);
  return isDoneTo ? { doer, theme: theme ?? sole } : { doer, theme, sole };
}

function ownRoles(tree: ClauseTree, token: Token, antecedents: Antecedents | undefined): Roles {
  const read = (filler: Token | undefined): Filler | undefined => {
    const meant = filler && antecedents?.get(filler);
    if (meant) return knownAs(fillerOf(meant.tree, meant.token));
    return filler ? fillerOf(tree, filler) : undefined;
  };
  const agent = read(agentOf(tree, token));
  if (token.upos !== 'VERB') {
    const owner = childrenOf(tree, token).find(({ relation }) => relation === 'nmod:poss');
    const of = childrenOf(tree, token).find((child) => child.relation === 'nmod' && caseOf(tree, child) === 'of');
    return { doer: agent, sole: read(owner ?? of) };
  }
  const subject = read(subjectOf(tree, token) ?? subjectByPlace(tree, token));
  if (verbGroup(tree, token).passive) return { doer: agent, theme: subject };
  const done = childrenOf(tree, token).find(({ relation, upos }) => relation === 'xcomp' && upos === 'VERB');
  // "Agreed to sell its mills": what is agreed is told by what it is of.
  const object = read(ownObject(tree, token) ?? (done && ownObject(tree, done)) ?? obliqueOf(tree, token));
  return object ? { doer: subject, theme: object } : { doer: agent, sole: subject };
}

/** The object of a verb, or the one that it shares with the next: "arrested and questioned the student". */
function ownObject(tree: ClauseTree, verb: Token): Token | undefined {
  const object = objectOf(tree, verb);
  if (object && object.relation !== 'obl') return object;
  const next = childrenOf(tree, verb).find(({ relation, upos }) => relation === 'conj' && upos === 'VERB');
  const isShared = next !== undefined && next.at - verb.at === 2 && childBy(tree, next, /^nsubj/u) === undefined;
  const shared = isShared ? objectOf(tree, next) : undefined;
  return shared?.relation === 'obj' ? shared : undefined;
}

/** "Responded to strandings", "apologized for the video": what a verb without an object is about. */
function obliqueOf(tree: ClauseTree, verb: Token): Token | undefined {
  return childrenOf(tree, verb).find(
    (child) =>
      child.at > verb.at &&
      child.relation === 'obl' &&
      child.upos === 'NOUN' &&
      child.name === undefined &&
      /^(?:to|for|against)$/u.test(caseOf(tree, child)),
  );
}

/** What a pronoun stands for is known to the reader. */
function knownAs(filler: Filler | undefined): Filler | undefined {
  return filler && { ...filler, definite: true, indefinite: false };
}

/** Who tells the text, as nobody else in it. */
const TELLERS: Filler = {
  heads: new Set(['we']),
  names: new Set(),
  modifiers: new Set(),
  counts: new Set(),
  definite: false,
  indefinite: false,
  isPerson: true,
  isPlural: true,
  title: undefined,
};

function fillerOf(tree: ClauseTree, token: Token): Filler | undefined {
  if (/^(?:i|we)$/u.test(token.text) && tree.quoted[token.at] !== true) return TELLERS;
  const all = coordinated(tree, token).filter(({ upos }) => /^(?:NOUN|PROPN|NUM|ADJ)$/u.test(upos));
  if (all.length === 0) return undefined;
  const stem = stemmerFor('en');
  const words = all.flatMap((each) =>
    subtree(tree, each, (child) => /^(?:acl|advcl|parataxis|appos|nmod|conj|case)/u.test(child.relation)),
  );
  const borne = new Set(all.filter(({ upos }) => upos === 'PROPN').flatMap((each) => nameWordsOf(tree, each)));
  const names = words.filter((word) => isNameWord(word) && !isOneAmong(tree, word));
  const [first] = all;
  const called = all.flatMap((each) => childrenOf(tree, each).filter(({ relation }) => relation === 'appos'));
  const nameTokens = [...names.filter((word) => borne.has(word)), ...called.flatMap((each) => nameWordsOf(tree, each))];
  return {
    heads: new Set(all.filter(({ upos }) => upos === 'NOUN').map(({ lemma }) => stem(lemma))),
    names: new Set(nameTokens.map(({ text }) => text)),
    modifiers: new Set(names.filter((word) => !borne.has(word)).map(({ text }) => text)),
    counts: new Set(words.filter(({ upos, name }) => upos === 'NUM' && name?.kind !== 'time').map(({ text }) => text)),
    definite: first !== undefined && isDefinite(tree, first),
    indefinite: first !== undefined && first.upos === 'NOUN' && isIndefinite(tree, first),
    isPlural: all.length > 1 || all.some(({ upos, text, lemma }) => upos === 'NOUN' && text !== lemma),
    title: titleAt(tree, token),
    isPerson: all.some(({ upos, lemma, name }) =>
      upos === 'PROPN' ? name?.kind === 'person' : /^(?:person|group)$/u.test(nounSense(lemma) ?? ''),
    ),
  };
}

/** "The leader, Rachid Ghannouchi": the words of a name. */
function nameWordsOf(tree: ClauseTree, token: Token): readonly Token[] {
  if (token.upos !== 'PROPN') return [];
  return subtree(tree, token, (child) => !/^(?:flat|compound)/u.test(child.relation)).filter(isNameWord);
}

/** What is written in quotation marks around a word, if it is a part of the sentence and not what somebody says. */
function titleAt({ tokens, quoted }: ClauseTree, { at }: Token): string | undefined {
  if (quoted[at] !== true) return undefined;
  const from = tokens.findLast((each) => each.at < at && quoted[each.at] !== true)?.at ?? -1;
  const to = tokens.find((each) => each.at > at && quoted[each.at] !== true)?.at ?? tokens.length;
  const inside = tokens.slice(from + 1, to).filter(({ upos }) => upos !== 'PUNCT');
  return inside.length > 0 && inside.length <= TITLE_WORDS ? inside.map(({ text }) => text).join(' ') : undefined;
}

const TITLE_WORDS = 8;

function isDefinite(tree: ClauseTree, noun: Token): boolean {
  const mark = childBy(tree, noun, /^det/u) ?? childBy(tree, noun, /^nmod:poss$/u);
  return mark !== undefined && DEFINITE.test(mark.text);
}

function isIndefinite(tree: ClauseTree, noun: Token): boolean {
  const marks = childrenOf(tree, noun).filter(({ relation }) => /^(?:det|nummod|nmod:poss)/u.test(relation));
  return (
    marks.some(({ text }) => /^(?:an?|another)$/u.test(text)) || marks.every(({ relation }) => relation === 'nummod')
  );
}

function isNameWord({ upos, written, text }: Token): boolean {
  return upos === 'PROPN' && /^\p{Lu}/u.test(written) && !TITLE.test(text);
}

/** "An Australian": one of those that the word is for, not a name. */
function isOneAmong(tree: ClauseTree, word: Token): boolean {
  return childrenOf(tree, word).some(({ text, relation }) => relation === 'det' && /^an?$/u.test(text));
}

/** Compares who fills a role of an earlier clause and of a later one. */
function compareFillers(a: Filler | undefined, b: Filler | undefined, { lenient }: { lenient: boolean }): Likeness {
  if (!a || !b) return 'open';
  if (a.title !== undefined && b.title !== undefined) return a.title === b.title ? 'same' : 'other';
  if (a.names.size > 0 && b.names.size > 0) return shared(a.names, b.names) > 0 ? 'same' : 'other';
  const isCounted = a.counts.size > 0 && b.counts.size > 0 && shared(a.counts, b.counts) === 0;
  if (shared(a.heads, b.heads) > 0) {
    if (a.modifiers.size > 0 && b.modifiers.size > 0 && shared(a.modifiers, b.modifiers) === 0) return 'other';
    if (isCounted && !lenient) return 'other';
    // "A title" after "three titles": what is spoken of as new is another one.
    if (b.indefinite && !lenient) return 'other';
    return isCounted || b.indefinite || a.names.size > 0 !== b.names.size > 0 ? 'maybe' : 'same';
  }
  if (isCounted) return 'other';
  // "Rice", "his parents".
  if ((isOneName(a) && b.isPlural) || (isOneName(b) && a.isPlural)) return 'other';
  // "The suspect" can be any person named before, and a person who is named can be "a man" of the headline.
  if (a.isPerson === b.isPerson && (lenient || b.definite || b.names.size > 0)) return 'maybe';
  return 'other';
}

function isOneName({ names, isPlural, isPerson }: Filler): boolean {
  return names.size > 0 && isPerson && !isPlural;
}

/**
 * Compares the roles of an earlier clause and of a later one: who did it, and who or what it is about. `lenient` if the
 * later one can speak of the same as new, after a headline or a lead.
 */
export function compareRoles(
  a: Roles,
  b: Roles,
  how: { readonly lenient: boolean },
): { readonly doer: Likeness; readonly theme: Likeness } {
  const theme = best(
    compareFillers(a.theme ?? a.sole, b.theme ?? b.sole, how),
    a.sole && b.doer ? compareFillers(a.sole, b.doer, how) : 'open',
    b.sole && a.doer ? compareFillers(a.doer, b.sole, how) : 'open',
  );
  return { doer: compareFillers(a.doer, b.doer, how), theme };
}

const ORDER: readonly Likeness[] = ['same', 'maybe', 'other'];

function best(...all: readonly Likeness[]): Likeness {
  return ORDER.find((each) => all.includes(each)) ?? 'open';
}
