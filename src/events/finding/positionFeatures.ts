import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { objectOf, subjectOf } from '../clauses/participants.ts';
import { childrenOf, parentOf, subtree } from '../clauses/treeWalk.ts';
import type { AddFeature, SentencePlace } from './sentencePlace.ts';

const CONTENT = /^(?:NOUN|PROPN|VERB|ADJ)$/u;
const DEPTH_MAX = 5;

/** Adds where a clause is in its article, and how much of what it tells the article is about. */
export function addPosition(
  add: AddFeature,
  place: SentencePlace,
  { token, tree }: { token: Token; tree: ClauseTree },
): void {
  const { index, count, block, paragraph, inBlock, role, title, counts, firstPerson } = place;
  add('lead', block === 'paragraph' && paragraph === 0);
  add('first sentence', index === 0);
  add('first paragraphs', block === 'paragraph' && paragraph > 0 && paragraph < 4);
  add('first of paragraph', inBlock === 0);
  add('later part', index / count);
  add('long text', Math.min(count, 80) / 80);
  add(`block:${block}`);
  add(`role:${role}`);
  add('title word', title.has(token.lemma));
  const subject = subjectOf(tree, token);
  const object = token.upos === 'VERB' ? objectOf(tree, token) : undefined;
  const around = [subject, object, ...childrenOf(tree, token)].filter((each) => each !== undefined);
  const shared = new Set(around.filter(({ lemma }) => title.has(lemma)).map(({ lemma }) => lemma)).size;
  add('title arguments', Math.min(shared, 3) / 3);
  add('often', Math.min(Math.log(counts.get(token.lemma) ?? 1), 2));
  const often = (each: Token | undefined): number =>
    each && CONTENT.test(each.upos) ? Math.min(Math.log(counts.get(each.lemma) ?? 1), 3) / 3 : 0;
  add('subject often', often(subject));
  add('object often', often(object));
  const words = subtree(tree, token, (child) => child.upos === 'VERB').filter(({ upos }) => CONTENT.test(upos));
  add('central', words.reduce((sum, each) => sum + often(each), 0) / Math.max(1, words.length));
  add('quoted first', tree.quoted[token.at] === true && /^(?:i|we)$/u.test(subject?.text ?? ''));
  add('depth', Math.min(depthOf(tree, token), DEPTH_MAX) / DEPTH_MAX);
  add('first person', Math.min(firstPerson * 20, 1));
  add('from the front', token.at / tree.tokens.length);
}

/** How many words are above a token in its tree. */
function depthOf(tree: ClauseTree, token: Token): number {
  let depth = 0;
  for (let at = parentOf(tree, token); at && depth < DEPTH_MAX; at = parentOf(tree, at)) depth += 1;
  return depth;
}
