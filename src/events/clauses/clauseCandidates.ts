import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { nounSense } from '../lexicon/senses.ts';
import { caseOf, childBy, childrenOf, parentOf } from './treeWalk.ts';
import type { ClauseTree, Token } from './clauseTree.ts';

/** Relations of words that only modify or mark another one. */
const NOT_HEADS = /^(?:amod|aux|aux:pass|case|cc|cop|det|fixed|flat|mark|punct|discourse|goeswith)$/u;
/** More candidates than this are read in no sentence; a sentence of the longest kind has about forty. */
const CANDIDATES_MAX = 60;

/** Lists the words of a sentence that can tell of an event, in order. */
export function candidatesIn(tree: ClauseTree): readonly Token[] {
  return tree.tokens.filter((token) => isCandidate(tree, token)).slice(0, CANDIDATES_MAX);
}

/** What takes place on a date that an entry of a programme begins with: "Show" of "Jan. 15-18: Marlow Boat Show, Civic Hall". */
export function entryIn(tree: ClauseTree, dates: readonly Pick<DateExpression, 'span'>[]): Token | undefined {
  const first = dates.find(({ span }) => span[0] === tree.span[0]);
  const colon = first && tree.tokens.find(({ span }) => span[0] >= first.span[1]);
  if (colon?.text !== ':') return undefined;
  const rest = tree.tokens.slice(colon.at + 1);
  const end = rest.findIndex(({ upos }) => !/^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(upos));
  const last = rest.slice(0, end === -1 ? undefined : end).findLast(({ upos }) => /^(?:NOUN|PROPN)$/u.test(upos));
  return last && !tree.tokens.some(({ upos }) => upos === 'VERB' || upos === 'AUX') ? last : undefined;
}

function isCandidate(tree: ClauseTree, token: Token): boolean {
  const { upos, relation, event, lemma, text } = token;
  if (NOT_HEADS.test(relation) || !/\p{L}/u.test(text)) return false;
  if (upos === 'VERB') return !(relation === 'compound' || isPreposition(tree, token) || isInARow(tree, token));
  if (upos === 'NOUN') return event !== undefined || nounSense(lemma) === 'event' || nounSense(lemma) === 'act';
  if (upos === 'PROPN') return event === 'OCCURRENCE' && relation !== 'compound';
  if (/^(?:up|down)$/u.test(text)) return isChange(tree, token);
  return event === 'OCCURRENCE' && (upos === 'ADJ' || upos === 'NUM');
}

/** "Won for the third year running": no verb, whatever the reader takes it for. */
export function isInARow({ tokens }: ClauseTree, { text, at }: Token): boolean {
  return (
    text === 'running' && /^(?:day|game|match|month|night|season|time|week|year)s?$/u.test(tokens[at - 1]?.text ?? '')
  );
}

/** "According to", "including", "based on" mark what follows them. */
function isPreposition(tree: ClauseTree, token: Token): boolean {
  return (
    /^(?:according|including|based|following|regarding|concerning|excluding|given|compared)$/u.test(token.text) &&
    childBy(tree, token, /^nsubj/u) === undefined &&
    (token.relation === 'case' ||
      childrenOf(tree, token).some(({ text }) => /^(?:to|on)$/u.test(text)) ||
      caseOf(tree, token) === '')
  );
}

/** "Sales are down 12 percent", "closed at $185, up 0.35%". */
function isChange(tree: ClauseTree, token: Token): boolean {
  const near = [parentOf(tree, token), ...childrenOf(tree, token)].filter((other) => other !== undefined);
  const next = tree.tokens[token.at + 1];
  return (
    (near.some(({ relation }) => relation === 'cop') ||
      token.relation === 'advcl' ||
      tree.tokens[token.at - 1]?.text === ',') &&
    next !== undefined &&
    (next.upos === 'NUM' || next.upos === 'SYM' || /^(?:about|nearly|almost|from|by|more|over)$/u.test(next.text))
  );
}
