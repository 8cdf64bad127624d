import type { ClauseTree, Token } from './clauseTree.ts';
import { isOneName } from './labelEnd.ts';
import { subtree, tokenAt } from './treeWalk.ts';

/** The unbroken run of words around the head of a noun phrase, without its relative clauses. */
export function phraseAround(
  tree: ClauseTree,
  head: Token,
  max: number,
  isKept: (child: Token) => boolean = () => false,
): { first: number; last: number } {
  const below = new Set(
    subtree(
      tree,
      head,
      (child) =>
        !isKept(child) &&
        /^(?:acl|advcl|parataxis|appos|conj|cc|punct|ccomp|cop|nsubj|case|mark)/u.test(child.relation) &&
        !(child.relation === 'case' && child.head !== head.at),
    ).map(({ at }) => at),
  );
  for (const { at, text } of tree.tokens)
    if (/^[-–'’.]$|^'s$/u.test(text) && below.has(at - 1) && below.has(at + 1)) below.add(at);
  let first = head.at;
  let last = head.at;
  while (below.has(first - 1) && head.at - first < max && !partsClauses(tree, first - 1)) first -= 1;
  while (below.has(last + 1) && last - head.at < max) last += 1;
  while (last > head.at && isDangling(tree, last)) last -= 1;
  while (isOneName(tree, last) && tokenAt(tree, last + 1).upos !== 'VERB') last += 1;
  return { first, last };
}

/** "Ran for another and Michigan won": a conjunction before what is no other thing of a list. */
function partsClauses(tree: ClauseTree, at: number): boolean {
  const next = tree.tokens[at + 1];
  return tree.tokens[at]?.relation === 'cc' && next?.relation !== 'conj';
}

/** Another thing of a list, or what joins it: "Finnish and Kenyan scientists". */
export function isOfList({ relation, upos }: Token): boolean {
  return relation === 'cc' || (relation === 'conj' && /^(?:NOUN|PROPN|ADJ|NUM|PRON)$/u.test(upos));
}

/** Whether a label that ends in this word only begins to say something: an article, a preposition, a conjunction. */
export function isDangling(tree: ClauseTree, at: number): boolean {
  const token = tokenAt(tree, at);
  return (
    /^(?:ADP|DET|CCONJ|SCONJ|PUNCT|AUX|PART)$/u.test(token.upos) &&
    token.relation !== 'compound:prt' &&
    !/^[%)"”’]$/u.test(token.text)
  );
}
