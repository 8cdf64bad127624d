import { nounSense } from '../lexicon/senses.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { agentOf, objectOf, subjectOf } from '../clauses/participants.ts';
import { childBy, childrenOf, subtree } from '../clauses/treeWalk.ts';
import type { AddFeature } from './sentencePlace.ts';

/** What kind of thing a participant is. */
function thingOf(tree: ClauseTree, token: Token | undefined): string {
  if (token === undefined) return 'none';
  const { upos, text, lemma } = token;
  if (upos === 'PRON' || upos === 'DET') {
    if (/^(?:i|we|me|us)$/u.test(text)) return 'first';
    if (/^(?:you|one|everyone|anyone|someone|people)$/u.test(text)) return 'you';
    if (/^(?:he|she|him|her)$/u.test(text)) return 'he';
    if (/^(?:they|them)$/u.test(text)) return 'they';
    return /^(?:who|which|that|what)$/u.test(text) ? 'relative' : 'it';
  }
  if (
    subtree(tree, token, (child) => !/^(?:flat|compound|appos)/u.test(child.relation)).some((each) =>
      isName(each, tree),
    )
  )
    return 'name';
  if (upos === 'NUM' || upos === 'SYM') return 'number';
  const sense = nounSense(lemma);
  if (sense === 'person' || sense === 'group') return text === lemma ? sense : `${sense}s`;
  return sense === undefined ? 'thing' : 'abstract';
}

/** Adds who takes part in what a clause tells. */
export function addParticipants(add: AddFeature, tree: ClauseTree, token: Token): void {
  const verbal = token.upos === 'VERB' || token.relation === 'root';
  const subject = verbal ? subjectOf(tree, token) : undefined;
  if (verbal) {
    add(`subject:${thingOf(tree, subject)}`);
    const object = objectOf(tree, token);
    add(`object:${thingOf(tree, object)}`);
    if (object) add(`object sense:${nounSense(object.lemma) ?? (object.upos === 'NOUN' ? 'thing' : 'none')}`);
    add('object:number', object !== undefined && childBy(tree, object, /^nummod/u) !== undefined);
    add('object:event', object?.event !== undefined);
    add('subject:event', subject?.event !== undefined);
    add('complement', childBy(tree, token, /^ccomp$/u) !== undefined);
    add('infinitive', childBy(tree, token, /^xcomp$/u) !== undefined);
    add(
      'complement:event',
      childrenOf(tree, token).some((child) => /^(?:ccomp|xcomp)$/u.test(child.relation) && child.event !== undefined),
    );
  }
  add('agent', agentOf(tree, token) !== undefined);
}

/** Adds how much a clause says: names, numbers, length. */
export function addContent(add: AddFeature, tree: ClauseTree, token: Token): void {
  const below = subtree(
    tree,
    token,
    (child) => child.upos === 'VERB' && /^(?:conj|advcl|parataxis|ccomp)/u.test(child.relation),
  );
  const names = below.filter((each) => isName(each, tree)).length;
  add('names', Math.min(names, 4) / 4);
  add('has name', names > 0);
  add(
    'numbers',
    below.some(({ upos }) => upos === 'NUM'),
  );
  add(
    'money',
    below.some(({ text }) => /^(?:[$€£¥]|percent|%|dollars?|euros?|pounds?|million|billion)$/u.test(text)),
  );
  add('length', Math.min(below.length, 30) / 30);
  add('short sentence', tree.tokens.length < 8);
  add('long sentence', tree.tokens.length > 35);
}

/** Returns true if a token is a name or within one. */
export function isName({ upos, written, name, at }: Token, tree: ClauseTree): boolean {
  return (
    (upos === 'PROPN' || name !== undefined) &&
    /^\p{Lu}/u.test(written) &&
    (at > 0 || upos === 'PROPN') &&
    tree.tokens.length > 0
  );
}
