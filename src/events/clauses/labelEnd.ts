import type { ClauseTree, Token } from './clauseTree.ts';
import { childrenOf, parentOf, subtree, tokenAt } from './treeWalk.ts';

const RELATIVE = /^(?:that|which|who)$/u;
/** How far a label goes on for the sake of its last phrase. */
const MORE_WORDS = 8;
/** Words that only say more about one that follows. */
const MODIFIES = /^(?:amod|compound|nummod|det|nmod:poss|case|advmod|cc|flat)$/u;
const PHRASE = /^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|SYM|PRON)$/u;

/**
 * Moves the last word of a label on to where its phrase ends, or back to where one ended: never within a coordination of
 * things, between a modifier and its noun, or within a name or a word with a hyphen or an apostrophe.
 */
export function labelEnd(
  tree: ClauseTree,
  { first, last, must }: { first: number; last: number; must: number },
): number {
  const end = Math.min(tree.tokens.length - 1, last + MORE_WORDS);
  let at = last;
  for (let next = nextEnd(tree, first, at); next > at; next = nextEnd(tree, first, at)) {
    if (next > end) break;
    at = next;
  }
  while (at > must && isCutAt(tree, { first, at, must })) at -= 1;
  return at;
}

/** Where a phrase that is cut at a word ends; the same word if it is not cut. */
function nextEnd(tree: ClauseTree, first: number, at: number): number {
  const next = tree.tokens[at + 1];
  if (!next) return at;
  if (isOneWord(tree, at) || isOneName(tree, at) || isOneTime(tree, at)) return at + 1;
  // "Concerns about the number of homes".
  if (next.text === 'of' && tokenAt(tree, at).upos === 'NOUN') return phraseAfter(tree, at, { startsWith: /^ADP$/u });
  const head = pendingHead(tree, at);
  if (head) return head.at;
  if (/^'s?$/u.test(tokenAt(tree, at).text)) return phraseAfter(tree, at, { startsWith: /^(?:ADJ|NOUN|PROPN|NUM)$/u });
  return conjunctEnd(tree, first, next) ?? at;
}

/** The noun that follows, of which a last word only says more. */
function pendingHead(tree: ClauseTree, at: number): Token | undefined {
  const token = tokenAt(tree, at);
  const owner = /^'s?$/u.test(token.text) ? parentOf(tree, token) : token;
  const head = owner && parentOf(tree, owner);
  return owner && head && head.at > at && MODIFIES.test(owner.relation) ? head : undefined;
}

/** The end of what is coordinated with a thing of the label by a conjunction that comes next. */
function conjunctEnd(tree: ClauseTree, first: number, next: Token): number | undefined {
  if (!/^(?:and|or|&|nor)$/u.test(next.text)) return undefined;
  const other = tree.tokens
    .slice(next.at + 1, next.at + 1 + MORE_WORDS)
    .find(({ relation, head, upos }) => relation === 'conj' && head >= first && head < next.at && upos !== 'VERB');
  if (!other || tokenAt(tree, other.head).upos === 'VERB') return undefined;
  const below = subtree(tree, other, ({ relation }) =>
    /^(?:acl|advcl|parataxis|appos|conj|cc|punct|nmod)/u.test(relation),
  );
  return Math.max(other.at, ...below.map((word) => word.at).filter((word) => word <= other.at + 2));
}

/** No space before the next word, and a hyphen or a slash on either side, or an apostrophe after: "Jae-in". */
export function isOneWord(tree: ClauseTree, at: number): boolean {
  const [word, next] = [tree.tokens[at], tree.tokens[at + 1]];
  if (!word || !next || word.span[1] !== next.span[0]) return false;
  return /^(?:[-‐‑–/]|'\p{L}*)$/u.test(next.text) || /^[-‐‑–/]$/u.test(word.text);
}

/** Whether a name goes on, or a noun is followed by the name that it has: "David Marshall", "the journal Zootaxa". */
export function isOneName(tree: ClauseTree, at: number): boolean {
  const [word, next] = [tree.tokens[at], tree.tokens[at + 1]];
  if (!word || !next || !/^\p{Lu}/u.test(next.written) || next.name?.kind === 'time') return false;
  if (next.upos !== 'PROPN' && next.name?.kind !== 'person') return false;
  if (word.upos === 'PROPN' && /^\p{Lu}/u.test(word.written)) return word.name?.kind !== 'time';
  return word.upos === 'NOUN' && next.head === at && /^(?:appos|flat)/u.test(next.relation);
}

/** "6:15 a.m.": an hour with the half of the day that it is of. */
function isOneTime(tree: ClauseTree, at: number): boolean {
  return /\d$/u.test(tokenAt(tree, at).text) && /^(?:[ap]\.?m\.?|o'clock)$/u.test(tree.tokens[at + 1]?.text ?? '');
}

function isNoun(token: Token | undefined): boolean {
  return token !== undefined && /^(?:NOUN|PROPN)$/u.test(token.upos);
}

/** Whether a label that ended at a word would be cut. */
function isCutAt(tree: ClauseTree, { first, at, must }: { first: number; at: number; must: number }): boolean {
  const token = tokenAt(tree, at);
  const inside = tree.tokens.slice(first, at + 1);
  // "Told the paper that the team", "a round led": a clause that the label does not have, or has nothing of.
  if (
    inside.some(
      ({ text, relation, head, at: mark }) => text === 'that' && relation === 'mark' && head > at && mark > must + 1,
    )
  )
    return true;
  if (token.upos === 'VERB' && token.relation === 'acl' && token.children.some((child) => child > at)) return true;
  if (/^(?:what|which|who|whom|whose|how|when|where|why|if|whether|including|as|than|that)$/u.test(token.text))
    return true;
  // "A finish that reignited": what a clause only begins.
  const begins = inside.slice(-2).some((word) => RELATIVE.test(word.text) && isNoun(tree.tokens[word.at - 1]));
  if (begins && /^(?:VERB|AUX)$/u.test(token.upos)) return true;
  if (inside.filter(({ text }) => text === '(').length > inside.filter(({ text }) => text === ')').length) return true;
  if (/^[-‐‑–/,;:—]$/u.test(token.text) || isOneWord(tree, at)) return true;
  if (pendingHead(tree, at)) return true;
  return (
    /^(?:ADP|DET|CCONJ|SCONJ|AUX|PART)$/u.test(token.upos) &&
    token.relation !== 'compound:prt' &&
    !(token.upos === 'PART' && /^'s?$/u.test(token.text))
  );
}

/** The end of the phrases that follow a word right away: "deaths of four members", "led the manufacturer". */
export function phraseAfter(tree: ClauseTree, at: number, { startsWith }: { startsWith: RegExp }): number {
  const next = tree.tokens[at + 1];
  if (!next || !startsWith.test(next.upos)) return at;
  let end = at;
  while (end - at < MORE_WORDS) {
    const token = tree.tokens[end + 1];
    const isMark = token !== undefined && (isOneWord(tree, end) || /^[-‐‑–]$/u.test(token.text));
    if (!token || !(PHRASE.test(token.upos) || isMark || /^'s?$/u.test(token.text))) break;
    if (/^(?:which|who|that|what|as|than)$/u.test(token.text) || beginsClause(tree, token)) break;
    end += 1;
  }
  while (end > at && /^(?:ADP|DET|PRON)$/u.test(tokenAt(tree, end).upos)) end -= 1;
  return end;
}

/** The subject of another verb, which begins a clause without a mark: "the state Trump won". */
function beginsClause(tree: ClauseTree, token: Token): boolean {
  const head = parentOf(tree, token);
  return (
    token.relation.startsWith('nsubj') &&
    head?.upos === 'VERB' &&
    head.at > token.at &&
    childrenOf(tree, head).includes(token)
  );
}
