import { nounSense } from '../lexicon/senses.ts';
import { closedAsideOf } from './aside.ts';
import { caseOf, childBy, childrenOf, parentOf } from './treeWalk.ts';
import { hasTo, verbGroup } from './verbGroup.ts';
import type { ClauseTree, Token } from './clauseTree.ts';

/** Verbs whose object does what their infinitive says: "asked Britain to extradite". */
const OBJECT_ACTS =
  /^(?:ask|tell|order|urge|want|allow|force|enable|help|let|make|persuade|encourage|invite|instruct|lead|expect|require|press|beg|permit|warn|call|need|cause)$/u;
const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM|SYM|X|ADJ|DET)$/u;
/** Pronouns that stand in a relative clause for what it is about. */
const RELATIVE_PRONOUN = /^(?:who|which|that|whom)$/u;
const LEVELS_MAX = 6;

/** Finds what stands as subject of a verb in the tree: its own, or the one that it shares with the verb above it. */
export function subjectOf(tree: ClauseTree, verb: Token, levels = LEVELS_MAX): Token | undefined {
  const own = childrenOf(tree, verb).filter(({ relation, at }) => relation.startsWith('nsubj') && at !== verb.at);
  const before = own.filter(({ at }) => at < verb.at);
  // "A main under Orrin Street burst": of two subjects, not the one that a preposition marks.
  const unmarked = before.filter((each) => /^(?:of)?$/u.test(caseOf(tree, each)));
  const last = unmarked.at(-1);
  // "Shares in Delmar, one of the largest makers, fell": nor what only says what the first one is.
  const whole = last && isApposed(tree, last, verb) ? unmarked.at(-2) : undefined;
  const nearest = whole ?? last ?? before.at(-1) ?? own[0];
  const head = parentOf(tree, verb);
  if (nearest && RELATIVE_PRONOUN.test(nearest.text) && verb.relation.startsWith('acl'))
    return head ? relativeHead(tree, nearest, head) : nearest;
  if (nearest) return nearest;
  const joined = nameBefore(tree, verb) ?? oneOfWhich(tree, verb);
  if (joined) return joined;
  const set = subjectBeforeAside(tree, verb);
  if (set) return set;
  if (!head || levels === 0) return undefined;
  const lost = lostSubject(tree, verb);
  if (lost) return lost;
  if (verb.relation.startsWith('acl') && isThing(head)) return hasTo(tree, verb) ? undefined : head;
  if (head.upos !== 'VERB')
    return verb.relation === 'conj' || verb.relation === 'xcomp' || verb.relation === 'advcl'
      ? subjectOf(tree, head, levels - 1)
      : undefined;
  if (verb.relation === 'xcomp') {
    const object = OBJECT_ACTS.test(head.lemma) ? objectOf(tree, head) : undefined;
    return (
      object ?? (verbGroup(tree, head).passive ? subjectOf(tree, head, levels - 1) : subjectOf(tree, head, levels - 1))
    );
  }
  if (verb.relation === 'conj' || verb.relation === 'advcl' || verb.relation === 'parataxis')
    return verbGroup(tree, head).passive && verb.relation === 'advcl' && verb.text.endsWith('ing')
      ? undefined
      : subjectOf(tree, head, levels - 1);
  return undefined;
}

/** Returns true if commas part a phrase from what is before it and from the verb. */
function isApposed(tree: ClauseTree, phrase: Token, verb: Token): boolean {
  const first = verbGroup(tree, verb).auxiliaries[0]?.at ?? verb.at;
  const start = Math.min(phrase.at, ...childrenOf(tree, phrase).map(({ at }) => at));
  return tree.tokens[start - 1]?.text === ',' && tree.tokens[first - 1]?.text === ',';
}

/** "Western Digital has notified": a name before a verb that the reader takes for a part of it is its subject. */
function nameBefore(tree: ClauseTree, verb: Token): Token | undefined {
  if (verb.upos !== 'VERB') return undefined;
  return childrenOf(tree, verb).findLast(
    (child) =>
      child.at < verb.at &&
      /^(?:compound|flat)$/u.test(child.relation) &&
      child.upos === 'PROPN' &&
      /^\p{Lu}/u.test(child.written) &&
      child.name?.kind !== 'time',
  );
}

/** "Two books, one of which was translated": where the reader has the clause beside the first one. */
function oneOfWhich(tree: ClauseTree, verb: Token): Token | undefined {
  if (verb.relation !== 'conj') return undefined;
  const of = tree.tokens
    .slice(Math.max(0, verb.head), verb.at)
    .findLast(({ text, at }) => text === 'of' && /^(?:which|whom)$/u.test(tree.tokens[at + 1]?.text ?? ''));
  return of && tree.tokens[of.at - 1];
}

const LINKS = /^(?:and|but|when|because|after|before|since|as|while|although|though|once|until|where)$/u;
const TIME =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|season|year|decade|century)$/u;

/**
 * "They voted against it, and the minister resigned": a thing between such a word and its verb is that verb's subject,
 * wherever the reader has it, unless a preposition marks it or it is a time.
 */
function lostSubject(tree: ClauseTree, verb: Token): Token | undefined {
  if (verb.upos !== 'VERB' || !/^(?:conj|advcl|parataxis)$/u.test(verb.relation) || verb.text.endsWith('ing'))
    return undefined;
  const link = childrenOf(tree, verb).findLast(({ text, at }) => at < verb.at && LINKS.test(text));
  if (!link || hasTo(tree, verb)) return undefined;
  return tree.tokens
    .slice(link.at + 1, verb.at)
    .find(
      (token) =>
        /^(?:NOUN|PROPN)$/u.test(token.upos) &&
        (token.head <= link.at || token.head >= verb.at || isNamedBy(tree, token)) &&
        token.name?.kind !== 'time' &&
        !TIME.test(token.lemma) &&
        caseOf(tree, token) === '',
    );
}

/** "A cooper named Anders Lind was killed": where the reader takes whoever has the name for the subject of the naming. */
export function isNamedBy(tree: ClauseTree, token: Token): boolean {
  const naming = tree.tokens[token.at + 1];
  return (
    naming?.at === token.head &&
    /^(?:named|called|nicknamed)$/u.test(naming.text) &&
    naming.relation.startsWith('acl') &&
    tree.tokens[naming.at + 1]?.upos === 'PROPN'
  );
}

/** "Carrow, who was elected in 2019, resigned": the name or thing that a relative clause between commas parts from the verb. */
function subjectBeforeAside(tree: ClauseTree, verb: Token): Token | undefined {
  const first = verbGroup(tree, verb).auxiliaries[0]?.at ?? verb.at;
  const comma = tree.tokens[Math.min(first, verb.at) - 1];
  const inside = comma && tree.tokens[comma.at - 1];
  if (verb.upos !== 'VERB' || comma?.text !== ',' || !inside) return undefined;
  const aside = closedAsideOf(tree, inside);
  let at = aside && aside.last === comma.at ? tree.tokens[aside.first - 2] : undefined;
  while (at && /^(?:flat|compound)/u.test(at.relation)) at = parentOf(tree, at);
  return at && at.at < verb.at && /^(?:NOUN|PROPN)$/u.test(at.upos) && caseOf(tree, at) === '' ? at : undefined;
}

/** "20 points for the Thunder, who lost": who did it is named right before "who", whatever the clause hangs from. */
function relativeHead(tree: ClauseTree, relative: Token, head: Token): Token {
  if (relative.text !== 'who' || head.upos === 'PROPN') return head;
  let at = tree.tokens[relative.at - 1];
  if (at?.text === ',') at = tree.tokens[at.at - 1];
  while (at && /^(?:flat|compound)/u.test(at.relation)) at = parentOf(tree, at);
  if (!at || at.at <= head.at) return head;
  const isWho = /^(?:person|group)$/u.test(nounSense(head.lemma) ?? '');
  // "“… a dentist,” said Mark Dill, who founded it": not he of whom he spoke.
  if (at.upos === 'PROPN')
    return !isWho || tree.tokens.slice(head.at, at.at).some(({ written }) => /^["“”]$/u.test(written)) ? at : head;
  return !isWho && nounSense(at.lemma) === 'person' ? at : head;
}

/** Finds the object of a verb: a thing after it that no preposition marks and that is no time. */
export function objectOf(tree: ClauseTree, verb: Token): Token | undefined {
  const own = childrenOf(tree, verb).filter(
    (child) =>
      child.at > verb.at &&
      /^(?:obj|iobj|obl|nsubj:pass)$/u.test(child.relation) &&
      NOMINAL.test(child.upos) &&
      child.name?.kind !== 'time' &&
      caseOf(tree, child) === '',
  );
  return own.find(({ relation }) => relation === 'obj') ?? own[0];
}

/** Finds who a passive verb or a noun says did it: "by police". */
export function agentOf(tree: ClauseTree, token: Token): Token | undefined {
  return childrenOf(tree, token).find(
    (child) =>
      child.at > token.at &&
      /^(?:obl|nmod)/u.test(child.relation) &&
      caseOf(tree, child) === 'by' &&
      child.name?.kind !== 'time' &&
      child.upos !== 'NUM' &&
      child.upos !== 'VERB',
  );
}

/** The particle of a verb: "off" of "laid off". */
export function particleOf(tree: ClauseTree, verb: Token): Token | undefined {
  return childBy(tree, verb, /^compound:prt$/u);
}

/** Everything that is coordinated with a token, with it, in order: "Axel and Bell". */
export function coordinated(tree: ClauseTree, token: Token): readonly Token[] {
  const below = childrenOf(tree, token);
  const joined = (of: readonly Token[]): readonly Token[] =>
    of.filter(({ relation, upos }) => relation === 'conj' && NOMINAL.test(upos));
  // "Volker, the former envoy, and Tim Morrison": where the reader joins the second name to what the first one is.
  const beside =
    token.upos === 'PROPN' ? below.filter(({ relation, upos }) => relation === 'appos' && upos === 'NOUN') : [];
  const names = beside.flatMap((each) => joined(childrenOf(tree, each))).filter(({ upos }) => upos === 'PROPN');
  return [token, ...joined(below), ...names];
}

function isThing({ upos }: Token): boolean {
  return NOMINAL.test(upos);
}
