import { beforeFirst } from '../../language/beforeFirst.ts';
import type { ClauseTree, Token } from './clauseTree.ts';

/** Returns the token at an index that a tree gave. Throws `RangeError` if there is none. */
export function tokenAt({ tokens }: ClauseTree, at: number): Token {
  const token = tokens[at];
  if (!token) throw new RangeError(`No token ${at} in a sentence of ${tokens.length}`);
  return token;
}

/** The tokens that a token governs, in order. */
export function childrenOf(tree: ClauseTree, { children }: Token): readonly Token[] {
  return children.map((at) => tokenAt(tree, at));
}

/** Finds the first token with one of these relations, subtypes included, among those that a token governs. */
export function childBy(tree: ClauseTree, token: Token, relation: RegExp): Token | undefined {
  return childrenOf(tree, token).find((child) => relation.test(child.relation));
}

export function parentOf(tree: ClauseTree, { head }: Token): Token | undefined {
  return head === -1 ? undefined : tokenAt(tree, head);
}

/** The preposition or other marker before a phrase: "in" of "in Oslo"; the empty string if it has none. */
export function caseOf(tree: ClauseTree, token: Token): string {
  const markers = childrenOf(tree, token).filter(({ relation, at }) => relation === 'case' && at < token.at);
  return markers.map(({ text }) => text).join(' ');
}

/** Lists a token with everything below it, in order, without the branches that `stop` refuses. */
export function subtree(
  tree: ClauseTree,
  token: Token,
  stop: (child: Token) => boolean = () => false,
): readonly Token[] {
  const found: Token[] = [];
  const open = [token];
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next);
    for (const child of childrenOf(tree, next)) if (!stop(child)) open.push(child);
  }
  return found.sort((a, b) => a.at - b.at);
}

/** A token's relation without its subtype: `nsubj` of `nsubj:pass`. */
export function relationOf({ relation }: Pick<Token, 'relation'>): string {
  return beforeFirst(relation, ':');
}

const OPPOSES = /^(?:but|yet|while|whereas|although|though)$/u;

/** Returns true if a semicolon parts two words: what is on either side of it is a sentence of its own. */
export function isParted({ tokens }: ClauseTree, a: number, b: number): boolean {
  return tokens.slice(Math.min(a, b) + 1, Math.max(a, b) + 1).some(({ text }) => text === ';');
}

/** Returns true if what comes after a comma between two words is set against what comes before: ", but the mayor …". */
export function isOpposed({ tokens }: ClauseTree, a: number, b: number): boolean {
  return tokens
    .slice(Math.min(a, b) + 1, Math.max(a, b) + 1)
    .some(({ text, at }) => text === ',' && OPPOSES.test(tokens[at + 1]?.text ?? ''));
}
