import { childBy, childrenOf, parentOf, tokenAt } from './treeWalk.ts';
import type { ClauseTree, Token } from './clauseTree.ts';

/** What a verb's form and its auxiliaries say. */
export interface VerbGroup {
  readonly tense:
    | 'past'
    | 'perfect'
    | 'pluperfect'
    | 'present'
    | 'progressive'
    | 'future'
    | 'modal'
    | 'infinitive'
    | 'gerund'
    | 'participle';
  readonly passive: boolean;
  readonly negated: boolean;
  /** The words of the group before the verb, in order. */
  readonly auxiliaries: readonly Token[];
}

const NEGATION = /^(?:not|n't|never|no longer|hardly)$/u;
const BE = /^(?:be|is|are|was|were|been|being|am|'s|'re|'m|get|gets|got|getting)$/u;
const HAVE = /^(?:have|has|had|having|'ve|'d)$/u;
const FUTURE = /^(?:will|shall|'ll|wo|sha)$/u;
const MODAL = /^(?:would|should|can|could|may|might|must|ca|cannot|ought)$/u;
/** Verbs whose past is like their base form. */
const UNMARKED_PAST =
  /^(?:beat|bet|bid|broadcast|burst|cast|cost|cut|forecast|hit|hurt|let|offset|put|quit|read|reset|rid|set|shed|shut|slit|split|spread|thrust|upset|wed)$/u;

/** Pasts that are no participles: "was founded in 1983 and went public". */
const PLAIN_PAST =
  /^(?:arose|ate|awoke|became|began|bit|blew|bore|broke|came|chose|did|drank|drew|drove|fell|flew|forbade|forgave|forgot|froze|gave|grew|hid|knew|lay|overcame|overthrew|ran|rang|rode|rose|sang|sank|saw|shook|shrank|slew|spoke|sprang|stole|strode|strove|swam|swore|threw|took|tore|undertook|underwent|went|withdrew|woke|wore|wove|wrote)$/u;

/** Reads the verb group of a verb, or of whatever else has auxiliaries or a copula. */
export function verbGroup(tree: ClauseTree, verb: Token): VerbGroup {
  const own = childrenOf(tree, verb).filter(({ relation }) => /^(?:aux|cop)/u.test(relation));
  const shared = own.length === 0 && sharesAuxiliaries(tree, verb) ? sharedAuxiliaries(tree, verb) : own;
  const auxiliaries = shared.filter(({ at }) => at < verb.at);
  const words = auxiliaries.map(({ text }) => text);
  const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  const form = verbForm(verb);
  const be = has(BE);
  const perfect = has(HAVE);
  return {
    auxiliaries,
    negated: childrenOf(tree, verb).some(({ text }) => NEGATION.test(text)) || hasNobody(tree, verb),
    passive: form === 'participle' && (be || (auxiliaries.length === 0 && isReduced(tree, verb))),
    tense: tenseOf(form, { be, perfect, has, infinitive: hasTo(tree, verb) }),
  };
}

type Form = 'base' | 'present' | 'participle' | 'gerund';

function tenseOf(
  form: Form,
  {
    be,
    perfect,
    has,
    infinitive,
  }: { be: boolean; perfect: boolean; has: (pattern: RegExp) => boolean; infinitive: boolean },
): VerbGroup['tense'] {
  if (has(FUTURE)) return 'future';
  if (has(MODAL)) return 'modal';
  if (infinitive) return 'infinitive';
  if (perfect) return has(/^(?:had|'d)$/u) ? 'pluperfect' : 'perfect';
  const past = has(/^(?:was|were|got|did)$/u);
  if (form === 'gerund') return be ? (past ? 'past' : 'progressive') : 'gerund';
  if (form === 'participle')
    return be ? (past ? 'past' : has(/^(?:being|been|be)$/u) ? 'participle' : 'present') : 'past';
  return past ? 'past' : 'present';
}

/** The form of the word itself; a simple past counts as the participle that it mostly looks like. */
function verbForm({ text, lemma, upos }: Token): Form {
  if (upos !== 'VERB') return 'base';
  if (text.endsWith('ing') && text !== lemma) return 'gerund';
  if (UNMARKED_PAST.test(text)) return 'participle';
  if (text === lemma) return 'base';
  if (text.endsWith('s') && !text.endsWith('ss') && text !== 'was') return 'present';
  return 'participle';
}

/** "The letter signed by doctors": a participle that stands for a clause. */
export function isReduced(tree: ClauseTree, verb: Token): boolean {
  return /^(?:acl|amod)$/u.test(verb.relation) && childBy(tree, verb, /^nsubj/u) === undefined;
}

export function hasTo(tree: ClauseTree, verb: Token): boolean {
  return childrenOf(tree, verb).some(({ text, upos, at }) => text === 'to' && upos === 'PART' && at < verb.at);
}

/** "Was arrested and charged": the second verb is in the first one's group. */
function sharesAuxiliaries(tree: ClauseTree, verb: Token): boolean {
  const head = parentOf(tree, verb);
  return (
    verb.relation === 'conj' &&
    head?.upos === 'VERB' &&
    !hasTo(tree, verb) &&
    !PLAIN_PAST.test(verb.text) &&
    // "Was intercepted and lost the ball": what has an object of its own is not passive.
    childBy(tree, verb, /^(?:nsubj|obj$)/u) === undefined &&
    verbForm(verb) === verbForm(head)
  );
}

function sharedAuxiliaries(tree: ClauseTree, verb: Token): readonly Token[] {
  const head = tokenAt(tree, verb.head);
  return childrenOf(tree, head).filter(({ relation }) => relation.startsWith('aux'));
}

function hasNobody(tree: ClauseTree, verb: Token): boolean {
  const subject = childBy(tree, verb, /^nsubj/u);
  if (!subject) return false;
  return (
    /^(?:nobody|none|neither|nothing|no one)$/u.test(subject.text) ||
    childrenOf(tree, subject).some(({ text, relation }) => relation === 'det' && text === 'no')
  );
}
