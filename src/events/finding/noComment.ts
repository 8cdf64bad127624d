import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { parentOf, subtree } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';

const REFUSES = /^(?:decline|refuse)$/u;
const ANSWERS = /^(?:respond|reply|return|answer|reach)$/u;
const ASKED = /^(?:comments?|requests?|calls?|e-?mails?|messages?|questions?)$/u;

/** "Declined to comment", "did not respond to a request": how a report says that it asked, which is no event. */
export function isNoComment(tree: ClauseTree, verb: Token): boolean {
  const head = parentOf(tree, verb);
  if (verb.lemma === 'comment' && head && REFUSES.test(head.lemma)) return true;
  const below = subtree(tree, verb, ({ relation }) => /^(?:conj|ccomp|parataxis)/u.test(relation));
  const has = (pattern: RegExp): boolean => below.some(({ text }) => pattern.test(text));
  if (REFUSES.test(verb.lemma)) return has(/^comment$/u);
  return verbGroup(tree, verb).negated && ANSWERS.test(verb.lemma) && has(ASKED);
}
